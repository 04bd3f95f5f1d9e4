using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>Turns features into streets, nodes and banned turns.</summary>
internal sealed class StreetReader(string path, ProblemList problems)
{
    internal static readonly string[] StreetNames =
    [
        "id", "kind", "class", "oneway", "lanes", "maxspeed", "capacity", "storage", "green", "length", "from", "to", "layer", "ramp", "name", "name_en", "name_zh", "banned",
        .. from name in (string[])["lanes", "maxspeed", "capacity", "storage", "green", "banned"] from way in (string[])["forward", "backward"] select $"{name}:{way}",
    ];

    private static readonly string[] NodeNames = ["id", "kind", "through", "signal", "green", "name", "name_en", "name_zh"];

    private readonly List<StreetNode> nodes = [];
    private readonly List<Street> streets = [];
    private readonly List<BannedTurn> banned = [];
    private readonly Dictionary<string, int> seenStreets = new(StringComparer.Ordinal), seenNodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> unread = new(StringComparer.Ordinal);

    public void Add(GeoFeature feature)
    {
        var isNode = feature.Text("kind") is { } kind ? kind == "node" : feature.Geometry is Point;
        var values = new StreetValues(feature, isNode, path, problems);
        var id = FeatureId.Of(feature, path, isNode ? "node" : "street", isNode ? seenNodes : seenStreets, problems);
        foreach (var (name, _) in feature.Properties)
            if (!(isNode ? NodeNames : StreetNames).Contains(name)) unread[name] = unread.GetValueOrDefault(name) + 1;
        if (id is null) return;
        if (isNode) AddNode(id, feature, values);
        else AddStreet(id, feature, values);
    }

    public StreetPlan Finish()
    {
        // What one kind of feature knows, the other may have by mistake: that is no slip of the pen.
        var misplaced = unread.Where(u => StreetNames.Contains(u.Key) || NodeNames.Contains(u.Key)).ToArray();
        foreach (var (name, count) in misplaced)
            problems.Warning(path, 0, 0, StreetNames.Contains(name)
                ? $"'{name}' is a property of streets, but {Plural.For(count, "1 node (point) has", $"{count} nodes (points) have")} it; it is not read there."
                : $"'{name}' is a property of nodes, but {Plural.For(count, "1 street (line) has", $"{count} streets (lines) have")} it; it is not read there.");
        var unknown = unread.Except(misplaced).ToArray();
        foreach (var (name, count) in unknown)
            if (NearestName.Of(name, StreetNames.Where(known => known.Length > 4)) is { } near)
                problems.Warning(path, 0, 0, $"'{name}' ({Plural.For(count, "once", $"{count} times")}) is no property of a street or node and is not read. Did you mean '{near}'?");
        var rest = unknown.Where(u => NearestName.Of(u.Key, StreetNames.Where(known => known.Length > 4)) is null).ToArray();
        if (rest.Length > 0) problems.Note(path, 0, 0, $"Properties that are not read: {string.Join(", ", rest.Select(u => $"{u.Key} ({u.Value})"))}.");
        return new(nodes, streets, banned) { Refused = refused };
    }

    private void AddNode(string id, GeoFeature feature, StreetValues values)
    {
        if (feature.Geometry is not (null or Point { IsEmpty: false }))
        {
            problems.Error(path, feature.Line, feature.Column, $"The node '{id}' is a {feature.Geometry.GeometryType}; a node is a Point.");
            return;
        }
        nodes.Add(new(id, feature.Geometry?.Coordinate.X ?? double.NaN, feature.Geometry?.Coordinate.Y ?? double.NaN)
        {
            IsThrough = values.Truth("through", true),
            HasSignal = values.Truth("signal", values.Has("green")),
            GreenShare = values.Number("green"),
            Line = feature.Line,
            Column = feature.Column,
        });
    }

    private void AddStreet(string id, GeoFeature feature, StreetValues values)
    {
        var before = problems.ErrorCount;
        if (feature.Geometry is not (null or LineString))
            values.Error($"is a {feature.Geometry.GeometryType}; a street is a LineString, and a node a Point");
        var road = values.Class();
        var direction = values.Direction();
        // What is said without a direction holds for those that there are; a value for the one that is not there stays, and is refused.
        var both = values.Lanes(null);
        var forward = Filled(values.Lanes("forward"), direction == StreetDirection.Backward ? StreetLanes.Unsaid : both);
        var backward = Filled(values.Lanes("backward"), direction == StreetDirection.Forward ? StreetLanes.Unsaid : both);
        values.Contradictions();
        BannedTurn[] turns = [.. from way in (string?[])[null, "forward", "backward"] from targets in values.Banned(way) select new BannedTurn(LinkOf(id, way, direction), targets[^1], feature.Line, feature.Column) { Via = targets[..^1] }];
        if (problems.ErrorCount > before)
        {
            refused.Add(id);
            return;
        }
        banned.AddRange(turns);
        streets.Add(new()
        {
            Id = id,
            Class = road,
            Direction = direction,
            Course = feature.Geometry is null ? [] : [.. feature.Geometry.Coordinates.SelectMany(c => (double[])[c.X, c.Y])],
            From = feature.Text("from"),
            To = feature.Text("to"),
            Length = values.Number("length"),
            Forward = forward,
            Backward = backward,
            IsRamp = values.Truth("ramp", false),
            Layer = values.Layer(),
            Name = feature.Text("name_en") ?? feature.Text("name") ?? "",
            NameZh = feature.Text("name_zh") ?? "",
            Line = feature.Line,
            Column = feature.Column,
        });
    }

    private static string LinkOf(string id, string? way, StreetDirection direction) =>
        way is null || direction != StreetDirection.Both ? id : way == "forward" ? id + ".f" : id + ".b";

    private static StreetLanes Filled(StreetLanes own, StreetLanes both) => new(
        Or(own.Lanes, both.Lanes), Or(own.Speed, both.Speed), Or(own.Capacity, both.Capacity), Or(own.Storage, both.Storage), Or(own.GreenShare, both.GreenShare));

    private static double Or(double own, double both) => double.IsNaN(own) ? both : own;
}
