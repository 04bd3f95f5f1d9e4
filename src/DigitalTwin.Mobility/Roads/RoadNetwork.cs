namespace DigitalTwin.Mobility.Roads;

/// <summary>
/// Roads as a directed graph: nodes, links, banned turns and sequences. Immutable; what is closed, slowed or re-timed for a while is in a state. It knows neither traffic nor demand.
/// </summary>
public sealed class RoadNetwork
{
    private readonly Lazy<Dictionary<string, int>> linkRows, nodeRows;
    private readonly HashSet<(int From, int To)> banned;

    /// <summary>Joins nodes and links.</summary>
    /// <param name="nodes">Nodes.</param>
    /// <param name="links">Links; <see cref="RoadLinks.From"/> and <see cref="RoadLinks.To"/> are rows of <paramref name="nodes"/>.</param>
    /// <param name="bannedTurns">Pairs of links: from the end of the first no vehicle may go on to the second.</param>
    /// <param name="bannedSequences">Three and more links that no vehicle may drive one after the other; those that do not join are left out.</param>
    public RoadNetwork(RoadNodes nodes, RoadLinks links, IEnumerable<(int From, int To)> bannedTurns, IEnumerable<int[]>? bannedSequences = null)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(links);
        (Nodes, Links) = (nodes, links);
        banned = [.. bannedTurns];
        BannedTurns = [.. banned.Order()];
        BannedSequences = [.. (bannedSequences ?? []).Where(Joins).OrderBy(s => s, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))];
        (OutStart, OutLinks) = Incidence(links.From, nodes.Count);
        (InStart, InLinks) = Incidence(links.To, nodes.Count);
        linkRows = new(() => RowsOf(links.Ids));
        nodeRows = new(() => RowsOf(nodes.Ids));
    }

    /// <summary>Nodes.</summary>
    public RoadNodes Nodes { get; }

    /// <summary>Links.</summary>
    public RoadLinks Links { get; }

    /// <summary>Banned turns, pairs of links, ascending.</summary>
    public IReadOnlyList<(int From, int To)> BannedTurns { get; }

    /// <summary>Three and more links that no vehicle may drive one after the other (a turn banned for who came a certain way), ascending.</summary>
    public IReadOnlyList<int[]> BannedSequences { get; }

    /// <summary>Node to its first place in <see cref="OutLinks"/>; one more entry than nodes.</summary>
    public int[] OutStart { get; }

    /// <summary>Links that begin at a node, node by node, ascending.</summary>
    public int[] OutLinks { get; }

    /// <summary>Node to its first place in <see cref="InLinks"/>; one more entry than nodes.</summary>
    public int[] InStart { get; }

    /// <summary>Links that end at a node, node by node, ascending.</summary>
    public int[] InLinks { get; }

    /// <summary>Links that begin at a node.</summary>
    public ReadOnlySpan<int> Out(int node) => OutLinks.AsSpan(OutStart[node]..OutStart[node + 1]);

    /// <summary>Links that end at a node.</summary>
    public ReadOnlySpan<int> In(int node) => InLinks.AsSpan(InStart[node]..InStart[node + 1]);

    /// <summary>Row of a link's id, or -1.</summary>
    public int FindLink(string id) => linkRows.Value.GetValueOrDefault(id, -1);

    /// <summary>Row of a node's id, or -1.</summary>
    public int FindNode(string id) => nodeRows.Value.GetValueOrDefault(id, -1);

    /// <summary>Whether a vehicle may go from the end of one link on to another, wherever it came from before.</summary>
    public bool Allows(int from, int to) => Links.To[from] == Links.From[to] && !banned.Contains((from, to));

    private bool Joins(int[] sequence)
    {
        for (var i = 1; i < sequence.Length; i++)
            if (Links.To[sequence[i - 1]] != Links.From[sequence[i]]) return false;
        return sequence.Length > 2;
    }

    /// <summary>Time to drive a link without other traffic and without waiting at its signal, s.</summary>
    public double FreeTime(int link) => Links.Length[link] / Links.FreeSpeed[link];

    private static (int[] Start, int[] Links) Incidence(int[] node, int nodes)
    {
        var start = new int[nodes + 1];
        foreach (var n in node) start[n + 1]++;
        for (var n = 0; n < nodes; n++) start[n + 1] += start[n];
        var (links, next) = (new int[node.Length], start[..nodes]);
        for (var link = 0; link < node.Length; link++) links[next[node[link]]++] = link;
        return (start, links);
    }

    private static Dictionary<string, int> RowsOf(string[] ids)
    {
        var rows = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++) rows.TryAdd(ids[i], i);
        return rows;
    }
}
