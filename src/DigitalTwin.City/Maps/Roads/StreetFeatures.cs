using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Mobility.Roads;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>Streets and nodes as features, the way back from <see cref="StreetReader"/>.</summary>
internal static class StreetFeatures
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<GeoFeature> Of(StreetPlan plan)
    {
        foreach (var node in plan.Nodes) yield return Of(node);
        var banned = plan.Banned.ToLookup(turn => turn.From, turn => turn.Via.Count == 0 ? (object)turn.To : (string[])[.. turn.Via, turn.To], StringComparer.Ordinal);
        foreach (var street in plan.Streets) yield return Of(street, banned);
    }

    private static GeoFeature Of(StreetNode node)
    {
        var properties = new List<KeyValuePair<string, GeoValue>>();
        if (double.IsNaN(node.Longitude)) properties.Add(new("kind", GeoValue.Of("node")));
        if (!node.IsThrough) properties.Add(new("through", Truth(false)));
        if (node.HasSignal) properties.Add(new("signal", Truth(true)));
        if (!double.IsNaN(node.GreenShare)) properties.Add(new("green", GeoValue.Of(node.GreenShare)));
        return new(node.Id, double.IsNaN(node.Longitude) ? null : new Point(node.Longitude, node.Latitude), properties);
    }

    private static GeoFeature Of(Street street, ILookup<string, object> banned)
    {
        var properties = new List<KeyValuePair<string, GeoValue>> { new("class", GeoValue.Of(RoadClassText.Of(street.Class))) };
        if (street.Name.Length > 0) properties.Add(new("name_en", GeoValue.Of(street.Name)));
        if (street.NameZh.Length > 0) properties.Add(new("name_zh", GeoValue.Of(street.NameZh)));
        if (street.Direction == StreetDirection.Forward) properties.Add(new("oneway", Truth(true)));
        if (street.Direction == StreetDirection.Backward) properties.Add(new("oneway", GeoValue.Of("backward")));
        if (street.From is not null) properties.Add(new("from", GeoValue.Of(street.From)));
        if (street.To is not null) properties.Add(new("to", GeoValue.Of(street.To)));
        Add("length", street.Length, GeoValue.Of);
        if (street.IsRamp) properties.Add(new("ramp", Truth(true)));
        if (street.Layer != 0) properties.Add(new("layer", GeoValue.Of(street.Layer)));
        AddLanes("lanes", lanes => lanes.Lanes, GeoValue.Of);
        AddLanes("maxspeed", lanes => lanes.Speed, v => SpeedText.InKilometresPerHour(v) is var h && double.IsNaN(h) ? GeoValue.Of(Text(v, "m/s")) : GeoValue.Of(h));
        AddLanes("capacity", lanes => lanes.Capacity, v => FlowText.InPerHour(v) is var h && double.IsNaN(h) ? GeoValue.Of(Text(v, "veh/s")) : GeoValue.Of(h));
        AddLanes("storage", lanes => lanes.Storage, GeoValue.Of);
        AddLanes("green", lanes => lanes.GreenShare, GeoValue.Of);
        AddBanned("banned", street.Id);
        AddBanned("banned:forward", street.Id + ".f");
        AddBanned("banned:backward", street.Id + ".b");
        foreach (var (key, value) in street.Others) properties.Add(new("osm:" + key, GeoValue.Of(value)));
        return new(street.Id, street.Course.Length == 0 ? null : Line(street.Course), properties);

        void Add(string name, double value, Func<double, GeoValue> write)
        {
            if (!double.IsNaN(value)) properties.Add(new(name, write(value)));
        }

        void AddLanes(string name, Func<StreetLanes, double> of, Func<double, GeoValue> write)
        {
            var (forward, backward) = (of(street.Forward), of(street.Backward));
            if (street.Direction != StreetDirection.Both) Add(name, street.Direction == StreetDirection.Forward ? forward : backward, write);
            else if (forward.Equals(backward)) Add(name, forward, write);
            else
            {
                Add(name + ":forward", forward, write);
                Add(name + ":backward", backward, write);
            }
        }

        void AddBanned(string name, string from)
        {
            if (name != "banned" && street.Direction != StreetDirection.Both) return;
            if (banned[from].ToArray() is { Length: > 0 } targets) properties.Add(new(name, GeoValue.Json(JsonSerializer.Serialize(targets, Plain))));
        }
    }

    private static LineString Line(double[] course)
    {
        var line = new Coordinate[course.Length / 2];
        for (var i = 0; i < line.Length; i++) line[i] = new(course[2 * i], course[2 * i + 1]);
        return new(line);
    }

    private static string Text(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:R} {unit}");

    private static GeoValue Truth(bool value) => new(GeoValueKind.Truth, value ? 1 : 0, null);
}
