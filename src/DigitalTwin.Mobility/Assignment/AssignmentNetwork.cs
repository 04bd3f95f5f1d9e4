using DigitalTwin.Numerics.Hashing;

namespace DigitalTwin.Mobility.Assignment;

/// <summary>
/// Nodes and links as static assignment sees them, as columns, in whatever units their source has: minutes, hours, feet and miles differ from file to file, and equilibrium needs
/// only that they agree among themselves. Flows have the unit of capacity, costs that of the free-flow time.
/// </summary>
public sealed class AssignmentNetwork
{
    private readonly Lazy<Dictionary<string, int>> nodeRows;
    private readonly Lazy<Dictionary<string, int>> linkRows;

    /// <summary>An empty shell for the columns.</summary>
    public AssignmentNetwork()
    {
        nodeRows = new(() => RowsOf(NodeIds!));
        linkRows = new(() => RowsOf(LinkIds!));
    }

    /// <summary>The owners' ids of nodes; those of zones come first.</summary>
    public required string[] NodeIds { get; init; }

    /// <summary>Number of zones: nodes 0 to this − 1 are where trips begin and end.</summary>
    public required int ZoneCount { get; init; }

    /// <summary>By node: whether traffic may pass through. From a node where it is false paths only begin, and in it they only end.</summary>
    public required bool[] IsThrough { get; init; }

    /// <summary>Node at which a link begins.</summary>
    public required int[] From { get; init; }

    /// <summary>Node at which it ends.</summary>
    public required int[] To { get; init; }

    /// <summary>Flow to which the travel-time function is scaled.</summary>
    public required double[] Capacity { get; init; }

    /// <summary>Time without other traffic.</summary>
    public required double[] FreeTime { get; init; }

    /// <summary>B of the BPR function, -.</summary>
    public required double[] B { get; init; }

    /// <summary>Power of the BPR function, or α of the conical one, -.</summary>
    public required double[] Power { get; init; }

    /// <summary>Length.</summary>
    public required double[] Length { get; init; }

    /// <summary>Toll.</summary>
    public required double[] Toll { get; init; }

    /// <summary>Type of link, as the source counts them.</summary>
    public required int[] Type { get; init; }

    /// <summary>Names of links: <c>6-8</c>, and <c>6-8#2</c> for the second of parallel ones.</summary>
    public string[] LinkIds => field ??= NamesOf(NodeIds, From, To);

    /// <summary>SHA-256 of all columns: two networks of one hash have the same equilibria.</summary>
    public string ContentHash()
    {
        using var hash = new ContentHash();
        hash.Append(NodeCount);
        foreach (var id in NodeIds) hash.Append(id);
        hash.Append(ZoneCount);
        hash.AppendRaw<bool>(IsThrough);
        hash.Append(LinkCount);
        hash.AppendRaw<int>(From);
        hash.AppendRaw<int>(To);
        foreach (var column in new[] { Capacity, FreeTime, B, Power, Length, Toll }) hash.Append(column);
        return hash.Current();
    }

    /// <summary>Number of nodes.</summary>
    public int NodeCount => NodeIds.Length;

    /// <summary>Number of links.</summary>
    public int LinkCount => From.Length;

    /// <summary>Row of a node's id, or -1.</summary>
    public int FindNode(string id) => nodeRows.Value.GetValueOrDefault(id, -1);

    /// <summary>Row of a link's name, or -1.</summary>
    public int FindLink(string id) => linkRows.Value.GetValueOrDefault(id, -1);

    private static string[] NamesOf(string[] nodes, int[] from, int[] to)
    {
        var names = new string[from.Length];
        var seen = new Dictionary<(int, int), int>();
        for (var link = 0; link < names.Length; link++)
        {
            var count = seen[(from[link], to[link])] = seen.GetValueOrDefault((from[link], to[link])) + 1;
            names[link] = count == 1 ? $"{nodes[from[link]]}-{nodes[to[link]]}" : $"{nodes[from[link]]}-{nodes[to[link]]}#{count}";
        }
        return names;
    }

    private static Dictionary<string, int> RowsOf(string[] ids)
    {
        var rows = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++) rows.TryAdd(ids[i], i);
        return rows;
    }
}
