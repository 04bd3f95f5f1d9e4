using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Manifests;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// What a map of a run shows: one field of one layer of points or lines at the instant at which the layer stood worst, and the lines of other
/// layers for the network between the points.
/// </summary>
/// <param name="Layer">The layer's title.</param>
/// <param name="Field">The field.</param>
/// <param name="Ids">Assets' ids.</param>
/// <param name="Places">Assets' longitudes and latitudes.</param>
/// <param name="Values">Assets' values; NaN where not known.</param>
/// <param name="Lines">The lines.</param>
internal sealed record ResultMap(
    LocalizedText Layer, FieldLabel Field, IReadOnlyList<string> Ids, Coordinate[] Places, float[] Values, IReadOnlyList<MapLine> Lines)
{
    private const string Districts = "city", Parking = "parking", Roads = "road";

    /// <summary>Whether the assets are lines, which are drawn in their own colours, and not points.</summary>
    public bool IsOfLines { get; private init; }

    /// <summary>
    /// The fields to show: one for each domain that has one of which we know which way it is worse, a pressure before others. The weather of the districts is shown when there is
    /// nothing else.
    /// </summary>
    public static IReadOnlyList<(int Layer, int Field)> Choose(IReadOnlyList<LayerLabel> layers)
    {
        var chosen = new List<(int Layer, int Field)>();
        for (var l = 0; l < layers.Count; l++)
        {
            for (var f = 0; f < layers[l].Fields.Count; f++)
            {
                var field = layers[l].Fields[f];
                if (field.Worse == KpiDirection.Neutral || field.WorstInstant is null) continue;
                var before = chosen.FindIndex(c => Domain(layers[c.Layer]) == Domain(layers[l]));
                if (before < 0) chosen.Add((l, f));
                else if (field.Name == "pressure" && layers[chosen[before].Layer].Fields[chosen[before].Field].Name != "pressure") chosen[before] = (l, f);
            }
        }
        return chosen.Exists(c => Domain(layers[c.Layer]) != Districts) ? chosen.FindAll(c => Domain(layers[c.Layer]) != Districts) : chosen;
    }

    /// <summary>The layers whose lines are drawn as the network of a layer: those of its domain; for points of a domain without lines, the roads.</summary>
    public static IReadOnlyList<LayerLabel> NetworkOf(LayerLabel layer, IReadOnlyList<LayerLabel> layers)
    {
        LayerLabel[] own = [.. layers.Where(other => other != layer && Domain(other) == Domain(layer))];
        return Domain(layer) == Parking ? [.. own, .. layers.Where(other => Domain(other) == Roads)] : own;
    }

    /// <summary>
    /// Makes the map. Lines of other layers take their colour from the assets at their ends, found by place; where there are none a line stays plain.
    /// </summary>
    public static ResultMap? Of(LocalizedText layer, FieldLabel field, IReadOnlyList<string> ids, IReadOnlyList<Geometry?> geometries, float[] values, IEnumerable<Geometry?> others)
    {
        var places = new Coordinate[geometries.Count];
        var at = new Dictionary<(double, double), float>(places.Length);
        var lines = new List<MapLine>();
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = geometries[i] is { IsEmpty: false } geometry ? (geometry is Point ? geometry : geometry.Centroid).Coordinate : new Coordinate(double.NaN, double.NaN);
            if (geometries[i] is LineString own) Add(own, _ => values[i]);
            else if (IsPlace(places[i])) at[(places[i].X, places[i].Y)] = values[i];
        }
        var isOfLines = lines.Count > 0;
        if (at.Count == 0 && !isOfLines) return null;
        foreach (var other in others)
            if (other is LineString line) Add(line, place => at.TryGetValue((place.X, place.Y), out var value) ? value : float.NaN);
        return new(layer, field, ids, places, values, lines) { IsOfLines = isOfLines };

        void Add(LineString line, Func<Coordinate, float> value)
        {
            var coordinates = line.Coordinates;
            if (!line.IsEmpty && Array.TrueForAll(coordinates, IsPlace)) lines.Add(new(coordinates, value(coordinates[0]), value(coordinates[^1])));
        }
    }

    /// <summary>Whether a coordinate is a place on earth.</summary>
    public static bool IsPlace(Coordinate place) => Math.Abs(place.X) <= 360 && Math.Abs(place.Y) <= 90;

    /// <summary>The domain in a layer's name: <c>water</c> in <c>water_junction</c>.</summary>
    private static string Domain(LayerLabel layer) => layer.Name.IndexOf('_', StringComparison.Ordinal) is >= 0 and var end ? layer.Name[..end] : layer.Name;
}

/// <summary>A line and the values of the assets at its ends, NaN where there is none.</summary>
internal sealed record MapLine(Coordinate[] Coordinates, float First, float Last)
{
    /// <summary>Mean of the ends that are known; NaN when none is.</summary>
    public float Value => float.IsNaN(First) ? Last : float.IsNaN(Last) ? First : (First + Last) / 2;
}
