namespace DigitalTwin.Mobility.Assignment.Paths;

/// <summary>
/// The network as paths see it. A node that traffic may not pass through is two here: one that only receives and, as an extra node, one that only sends. What begins at a zone
/// begins at the sender, so that no search ever asks whether it may go on.
/// </summary>
internal sealed class PathGraph
{
    public PathGraph(AssignmentNetwork network)
    {
        var (nodes, links) = (network.NodeCount, network.LinkCount);
        var sender = new int[nodes];
        NodeCount = nodes;
        for (var node = 0; node < nodes; node++) sender[node] = network.IsThrough[node] ? node : NodeCount++;
        Sender = sender;
        (Tail, Head) = (new int[links], network.To);
        OutStart = new int[NodeCount + 1];
        for (var link = 0; link < links; link++) OutStart[(Tail[link] = sender[network.From[link]]) + 1]++;
        for (var node = 0; node < NodeCount; node++) OutStart[node + 1] += OutStart[node];
        (OutLinks, OutHeads) = (new int[links], new int[links]);
        var next = OutStart[..NodeCount];
        for (var link = 0; link < links; link++)
        {
            var place = next[Tail[link]]++;
            (OutLinks[place], OutHeads[place]) = (link, Head[link]);
        }
    }

    /// <summary>Nodes, extra ones included.</summary>
    public int NodeCount { get; }

    public int LinkCount => Tail.Length;

    /// <summary>Node of the network to the node here at which its links begin.</summary>
    public int[] Sender { get; }

    public int[] Tail { get; }

    public int[] Head { get; }

    /// <summary>Node to its first place in <see cref="OutLinks"/>.</summary>
    public int[] OutStart { get; }

    public int[] OutLinks { get; }

    /// <summary>Heads of <see cref="OutLinks"/>.</summary>
    public int[] OutHeads { get; }
}
