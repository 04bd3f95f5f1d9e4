using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Maps.Layers;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps.Demand;

/// <summary>Reads zones (areas or points with <c>land_use</c> and numbers) and gates (points where roads leave the map).</summary>
internal sealed class ZoneReader(PlaceBook places, SiteTable sites, ProblemList problems)
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>Reads <c>zones</c>.</summary>
    public void Zones(string path, ZonePlaces found)
    {
        var before = sites.Count;
        var isCutShort = GeoJsonReader.Read(path, problems, feature =>
        {
            if (FeatureId.Of(feature, path, "zone", seen, problems) is not { } id) return;
            var told = problems.ErrorCount;
            if (feature.Geometry is not { IsEmpty: false } shape) Error(path, feature, $"The zone '{id}' has no geometry; an area or a point is expected.");
            else if (found.Of(id, shape, out var sentence) is not { } zone) Error(path, feature, sentence!);
            else sites.Add(zone, feature.Text("land_use") ?? "", Numbers(path, feature, id));
            if (problems.ErrorCount > told) places.Told.Add(id);
        });
        if (isCutShort) places.Told.AddAll("");
        if (sites.Count == before && !problems.HasErrors) problems.Warning(path, 0, 0, "The file holds no zone.");
    }

    /// <summary>Reads <c>gates</c>. Whether ways lead in and out is not asked where streets were refused.</summary>
    public void Gates(string path)
    {
        var isCutShort = GeoJsonReader.Read(path, problems, feature =>
        {
            if (FeatureId.Of(feature, path, "gate", seen, problems) is not { } id) return;
            if (NodeOf(path, feature, id) is not { } node)
            {
                places.Told.Add(id);
                return;
            }
            var numbers = Numbers(path, feature, id);
            var (into, back) = (Find(numbers, "through") ?? 0, Find(numbers, "through_out") ?? Find(numbers, "through") ?? 0);
            if (into > 0 && !places.AreRoadsTorn && !places.Sends(node)) Error(path, feature, $"Traffic is to enter at the gate '{id}', but no way leads from its node '{places.Roads.Nodes.Ids[node]}' to the rest of the roads.");
            if (back > 0 && !places.AreRoadsTorn && !places.Receives(node)) Error(path, feature, $"Traffic is to leave at the gate '{id}', but no way leads from the rest of the roads to its node '{places.Roads.Nodes.Ids[node]}'.");
            var at = feature.Geometry?.Coordinate;
            sites.Add(
                new(id, places.Add(id, at?.X ?? places.Roads.Nodes.Longitude[node], at?.Y ?? places.Roads.Nodes.Latitude[node], node)),
                LandUseSites.Gate, numbers.Where(n => n.Name is not ("through" or "through_out")), into, back);
        });
        if (isCutShort) places.Told.AddAll("");
    }

    private int? NodeOf(string path, GeoFeature feature, string id)
    {
        if (feature.Find("node") is { } named && named.Kind != GeoValueKind.Null)
        {
            var text = named.Text ?? named.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (places.Roads.FindNode(text) is var node and >= 0) return node;
            Error(path, feature, $"The gate '{id}' names the node '{text}', which the roads do not have.{NearestName.Hint(text, places.Roads.Nodes.Ids)}");
            return null;
        }
        if (feature.Geometry is not { IsEmpty: false } shape)
        {
            Error(path, feature, $"The gate '{id}' has neither a point nor a 'node'.");
            return null;
        }
        var (nearest, distance) = places.NearestOfAll(shape.Coordinate.X, shape.Coordinate.Y);
        if (nearest >= 0 && distance <= places.Farthest) return nearest;
        Error(path, feature, nearest < 0 ? $"The gate '{id}' cannot be joined to a road: no node of the network has coordinates."
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The gate '{id}' lies {distance:N0} m from the nearest road; at most {places.Farthest:N0} m are accepted."));
        return null;
    }

    private List<(string Name, double Value)> Numbers(string path, GeoFeature feature, string id)
    {
        var numbers = new List<(string, double)>();
        foreach (var (property, value) in feature.Properties)
        {
            if (value.Kind != GeoValueKind.Number || property is "id" or "node") continue;
            var (name, unit) = AttributeUnit.Of(property);
            var si = unit.ToSI(value.Number);
            if (si >= 0) numbers.Add((name, si));
            else Error(path, feature, $"'{property}' of '{id}' is {value.Number}; what makes trips is not below 0.");
        }
        return numbers;
    }

    private static double? Find(List<(string Name, double Value)> numbers, string name) => numbers.FindIndex(n => n.Name == name) is var i and >= 0 ? numbers[i].Value : null;

    private void Error(string path, GeoFeature at, string sentence) => problems.Error(path, at.Line, at.Column, sentence);
}
