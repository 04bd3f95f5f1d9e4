using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Osm;

/// <summary>What is kept of a file while it is read: roads, areas of parking, restrictions, and the nodes that they need.</summary>
internal sealed class OsmContent(string file, OsmOptions options, OsmTally tally, ProblemList problems)
{
    private readonly HighwayTags tags = new(options, file, problems, tally), ofParking = new(options, file, problems, new OsmTally());
    private readonly Dictionary<long, int> wayLines = [], relationLines = [];
    private readonly Dictionary<long, (double Longitude, double Latitude)> places = [];
    private readonly HashSet<long> wantedNodes = [], wantedWays = [], refusedNodes = [];

    /// <summary>Roads in the order of the file.</summary>
    public List<OsmRoad> Roads { get; } = [];

    /// <summary>Ways and relations that are places to park.</summary>
    public List<OsmElement> ParkingAreas { get; } = [];

    /// <summary>Nodes that are places to park.</summary>
    public List<OsmElement> ParkingNodes { get; } = [];

    /// <summary>Nodes <c>amenity=parking_entrance</c>.</summary>
    public List<OsmElement> Entrances { get; } = [];

    /// <summary>Relations that join a lot and its entrances (<c>type=site</c>).</summary>
    public List<OsmElement> Sites { get; } = [];

    /// <summary>Relations <c>type=restriction</c>.</summary>
    public List<OsmElement> Restrictions { get; } = [];

    /// <summary>Nodes with a traffic signal, and the direction of the way in which it holds (null: all).</summary>
    public Dictionary<long, string?> Signals { get; } = [];

    /// <summary>Nodes of ways that areas are made of.</summary>
    public Dictionary<long, List<long>> MemberWays { get; } = [];

    public bool NeedsMoreWays => wantedWays.Count > 0;

    public bool Knows(long node) => places.ContainsKey(node);

    /// <summary>Whether the file has a node that was left out for a mistake (told).</summary>
    public bool IsRefused(long node) => refusedNodes.Contains(node);

    public (double Longitude, double Latitude) PlaceOf(long node) => places[node];

    public void AddWayOrRelation(OsmElement element)
    {
        var isWay = element.Kind == OsmKind.Way;
        if (isWay ? !IsWanted(element) : !IsParking(element) && !IsRestriction(element) && element["type"] != "site")
        {
            tally.Ignore(isWay ? "ways that are neither roads nor places to park" : "relations that are neither restrictions nor places to park");
            return;
        }
        var lines = isWay ? wayLines : relationLines;
        if (!lines.TryAdd(element.Id, element.Line))
        {
            problems.Warning(file, element.Line, element.Column, $"The {element.Name} stands here a second time; the first, in line {lines[element.Id]}, counts.");
            tally.Ignore(isWay ? "ways that stand twice" : "relations that stand twice");
            return;
        }
        if (isWay) AddWay(element);
        else AddRelation(element);
    }

    public void AddMemberWay(OsmElement way)
    {
        if (wantedWays.Contains(way.Id)) MemberWays.TryAdd(way.Id, way.References);
    }

    /// <summary>Settles which nodes the last pass keeps.</summary>
    public void WantNodes()
    {
        foreach (var road in Roads) wantedNodes.UnionWith(road.Way.References);
        foreach (var area in ParkingAreas) wantedNodes.UnionWith(area.References);
        foreach (var way in MemberWays.Values) wantedNodes.UnionWith(way);
    }

    public void AddNode(OsmElement node)
    {
        var isParking = IsParking(node);
        var isEntrance = node["amenity"] == "parking_entrance";
        if (!isParking && !isEntrance && !wantedNodes.Contains(node.Id)) return;
        if (!(Math.Abs(node.Longitude) <= 180 && Math.Abs(node.Latitude) <= 90))
        {
            refusedNodes.Add(node.Id);
            problems.Warning(file, node.Line, node.Column, double.IsNaN(node.Longitude + node.Latitude)
                ? $"The {node.Name} has no coordinates (lat, lon); it is left out of whatever it is part of."
                : $"The {node.Name} lies at ({node.Longitude}, {node.Latitude}), which is no longitude and latitude in degrees; it is left out of whatever it is part of.");
            return;
        }
        if (!places.TryAdd(node.Id, (node.Longitude, node.Latitude)))
        {
            problems.Warning(file, node.Line, node.Column, $"The {node.Name} stands here a second time{(places[node.Id] == (node.Longitude, node.Latitude) ? "" : ", at another place")}; the first counts.");
            return;
        }
        if (node["highway"] == "traffic_signals") Signals[node.Id] = (node["traffic_signals:direction"] ?? node["direction"]) is "forward" or "backward" ? node["traffic_signals:direction"] ?? node["direction"] : null;
        if (isParking) ParkingNodes.Add(node);
        if (isEntrance) Entrances.Add(node);
    }

    private static bool IsWanted(OsmElement way) => way["highway"] is not null || IsParking(way);

    private static bool IsParking(OsmElement element) => element["amenity"] == "parking";

    private static bool IsRestriction(OsmElement relation) => relation["type"] is { } type && (type == "restriction" || type.StartsWith("restriction:", StringComparison.Ordinal));

    private void AddWay(OsmElement way)
    {
        var isParking = IsParking(way);
        if (isParking)
        {
            ParkingAreas.Add(way);
            tally.Keep("ways that are places to park");
        }
        if (way["highway"] is null || (isParking ? ofParking : tags).Read(way) is not { } road) return;
        if (way.References.TrueForAll(node => node == way.References[0]))
        {
            if (!isParking) tally.Ignore("ways of fewer than two nodes");
            if (!way.HasLostPart) problems.Warning(file, way.Line, way.Column, $"The {way.Name} has {(way.References.Count == 0 ? "0 nodes" : "1 node")}, where a road has two or more; it is left out.");
        }
        else Roads.Add(road);
    }

    private void AddRelation(OsmElement relation)
    {
        if (IsParking(relation))
        {
            ParkingAreas.Add(relation);
            foreach (var member in relation.Members)
                if (member.Kind == OsmKind.Way) wantedWays.Add(member.Reference);
        }
        else if (relation["type"] == "site") Sites.Add(relation);
        else Restrictions.Add(relation);
    }
}
