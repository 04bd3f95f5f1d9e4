using System.Globalization;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// Places being collected: each is joined to the nearest node of the largest part of the road network in which every node reaches every other. A place that is named by the id of a node, or by a longitude and a latitude, is
/// added when it is first met.
/// </summary>
public sealed class PlaceBook
{
    /// <summary>How far from a road a place may lie unless the map says otherwise, m.</summary>
    public const double UsualFarthest = 500;

    private readonly RoadNetwork roads;
    private readonly bool[] joined, sends, receives;
    private readonly NodeIndex index, everyNode;
    private readonly List<string> ids = [];
    private readonly List<double> longitude = [], latitude = [];
    private readonly List<int> nodes = [], facilities = [];
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

    /// <summary>An empty book.</summary>
    /// <param name="roads">Roads.</param>
    /// <param name="farthest">How far from a road a place may lie, m.</param>
    public PlaceBook(RoadNetwork roads, double farthest = UsualFarthest)
    {
        ArgumentNullException.ThrowIfNull(roads);
        (this.roads, Farthest) = (roads, farthest);
        (joined, sends, receives) = Reach(new RoadConnectivity(roads));
        index = new(roads.Nodes.Longitude, roads.Nodes.Latitude, n => joined[n] && roads.Nodes.IsThrough[n]);
        everyNode = new(roads.Nodes.Longitude, roads.Nodes.Latitude, _ => true);
    }

    /// <summary>Roads that places are joined to.</summary>
    public RoadNetwork Roads => roads;

    /// <summary>How far from a road a place may lie, m.</summary>
    public double Farthest { get; }

    /// <summary>Lots and kerbs that can be named; each is added when it is first met. Null where one cannot park.</summary>
    public FacilityNames? Facilities { get; init; }

    /// <summary>What was refused where it is made.</summary>
    public ToldNames Told { get; init; } = new();

    /// <summary>Whether streets were refused: whether ways lead from and to a place cannot be judged then.</summary>
    public bool AreRoadsTorn { get; init; }

    /// <summary>Number of places so far.</summary>
    public int Count => ids.Count;

    /// <summary>Ids so far, in the order in which they came.</summary>
    public IReadOnlyList<string> Ids => ids;

    /// <summary>Whether every node can be reached from a node and the other way round.</summary>
    public bool IsJoined(int node) => joined[node];

    /// <summary>Whether a car that starts at a node gets anywhere: to the part of the network in which every node reaches every other.</summary>
    public bool Sends(int node) => sends[node];

    /// <summary>Whether cars from that part of the network get to a node.</summary>
    public bool Receives(int node) => receives[node];

    /// <summary>Lets a second name stand for a place; a name that is taken stays what it is.</summary>
    public void Alias(string name, int place) => rows.TryAdd(name, place);

    /// <summary>Row of a place's id, or -1.</summary>
    public int Find(string id) => rows.GetValueOrDefault(id, -1);

    /// <summary>Node of a place.</summary>
    public int NodeOf(int place) => nodes[place];

    /// <summary>The node of the main network that is nearest to a point, and its distance, m; -1 when no node has a place.</summary>
    public (int Node, double Distance) Nearest(double atLongitude, double atLatitude) => index.Nearest(atLongitude, atLatitude);

    /// <summary>The nearest of all nodes, be it one that only leads in or out of the map.</summary>
    public (int Node, double Distance) NearestOfAll(double atLongitude, double atLatitude) => everyNode.Nearest(atLongitude, atLatitude);

    /// <summary>Adds a place at a node. A second place with one id is the first.</summary>
    public int Add(string id, double atLongitude, double atLatitude, int node) => Add(id, atLongitude, atLatitude, node, -1);

    private int Add(string id, double atLongitude, double atLatitude, int node, int facility)
    {
        if (!rows.TryAdd(id, ids.Count)) return rows[id];
        ids.Add(id);
        longitude.Add(atLongitude);
        latitude.Add(atLatitude);
        nodes.Add(node);
        facilities.Add(facility);
        return ids.Count - 1;
    }

    /// <summary>Adds a place at the node that is nearest to it.</summary>
    /// <returns>Its row, or -1 with a sentence when no road is near.</returns>
    public int Add(string id, double atLongitude, double atLatitude, out string? sentence)
    {
        var (node, distance) = index.Nearest(atLongitude, atLatitude);
        sentence = node < 0 ? $"The place '{id}' cannot be joined to a road: no node of the network has coordinates."
            : distance > Farthest ? string.Create(CultureInfo.InvariantCulture, $"The place '{id}' lies {distance:N0} m from the nearest road (node '{roads.Nodes.Ids[node]}'); at most {Farthest:N0} m are accepted.")
            : null;
        return sentence is null ? Add(id, atLongitude, atLatitude, node) : -1;
    }

    /// <summary>Finds what a text names: a place by its id, a node of the roads by its id, a facility, or a longitude and a latitude in degrees (<c>114.405 30.502</c>).</summary>
    /// <param name="text">What a file says.</param>
    /// <param name="suggests">Whether the sentence looks for the nearest name, which takes a while among very many.</param>
    /// <param name="sentence">What is wrong, or null; empty when that was told with what is named.</param>
    /// <returns>Row of the place, or -1 with a sentence.</returns>
    public int Find(string text, bool suggests, out string? sentence)
    {
        ArgumentNullException.ThrowIfNull(text);
        sentence = null;
        if (rows.TryGetValue(text, out var row)) return row;
        if (roads.FindNode(text) is var node and >= 0) return Add(text, roads.Nodes.Longitude[node], roads.Nodes.Latitude[node], node);
        if (Facilities?.Find(text) is { } facility and >= 0) return Add(text, Facilities[facility].Longitude, Facilities[facility].Latitude, Facilities[facility].ExitNode, facility);
        if (TryPoint(text, out var x, out var y)) return Add(text, x, y, out sentence);
        sentence = Told.Has(text) ? "" : $"'{text}' is neither a place nor a node of the roads, nor a longitude and a latitude.{(suggests ? Hint(text) : "")}";
        return -1;
    }

    /// <summary>A lot may be called by its owner's id alone; whose name ends so is meant then.</summary>
    private string Hint(string text) => Facilities?.Names.FirstOrDefault(name => name.EndsWith("/" + text, StringComparison.Ordinal)) is { } facility
        ? $" Did you mean '{facility}'?" : NearestName.Hint(text, ids.Concat(roads.Nodes.Ids).Concat(Facilities?.Names ?? []));

    /// <summary>The places so far.</summary>
    public Places ToPlaces() => new() { Ids = [.. ids], Longitude = [.. longitude], Latitude = [.. latitude], Node = [.. nodes], Facility = facilities.Exists(f => f >= 0) ? [.. facilities] : null };

    /// <summary>What links lead from and to the largest part of the network says of the nodes at which they begin and end; banned turns are obeyed.</summary>
    private (bool[] Joined, bool[] Sends, bool[] Receives) Reach(RoadConnectivity connectivity)
    {
        var (links, n) = (roads.Links, roads.Nodes.Count);
        var (leads, isLedTo, sending, receiving) = (new bool[n], new bool[n], new bool[n], new bool[n]);
        for (var link = 0; link < links.Count; link++)
        {
            var isInside = connectivity.PartOf[link] == connectivity.Largest;
            leads[links.From[link]] |= isInside;
            isLedTo[links.To[link]] |= isInside;
            sending[links.From[link]] |= connectivity.Reaches[link];
            receiving[links.To[link]] |= connectivity.IsReached[link];
        }
        return ([.. leads.Zip(isLedTo, (a, b) => a && b)], sending, receiving);
    }

    private static bool TryPoint(string text, out double x, out double y)
    {
        (x, y) = (0, 0);
        var parts = text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out x) && Math.Abs(x) <= 180
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out y) && Math.Abs(y) <= 90;
    }
}
