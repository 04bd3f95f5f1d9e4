namespace DigitalTwin.Mobility.Assignment.Paths;

/// <summary>
/// The network as paths see it. A node that traffic may not pass through is two here: one that only receives and, as an extra node, one that only sends. What begins at a zone
/// begins at the sender, so that no search ever asks whether it may go on. Links are numbered anew, by the node at which they begin: those that leave a node stand together.
/// </summary>
internal sealed class PathGraph
{
    public PathGraph(AssignmentNetwork network)
    {
        var (nodes, links) = (network.NodeCount, network.LinkCount);
        Sender = new int[nodes];
        NodeCount = nodes;
        for (var node = 0; node < nodes; node++) Sender[node] = network.IsThrough[node] ? node : NodeCount++;
        First = new int[NodeCount + 1];
        for (var row = 0; row < links; row++) First[Sender[network.From[row]] + 1]++;
        for (var node = 0; node < NodeCount; node++) First[node + 1] += First[node];
        (Row, Tail, Head) = (new int[links], new int[links], new int[links]);
        var next = First[..NodeCount];
        for (var row = 0; row < links; row++)
        {
            var tail = Sender[network.From[row]];
            var link = next[tail]++;
            (Row[link], Tail[link], Head[link]) = (row, tail, network.To[row]);
        }
        (FirstIn, In) = (new int[NodeCount + 1], new int[links]);
        foreach (var head in Head) FirstIn[head + 1]++;
        for (var node = 0; node < NodeCount; node++) FirstIn[node + 1] += FirstIn[node];
        next = FirstIn[..NodeCount];
        for (var link = 0; link < links; link++) In[next[Head[link]]++] = link;
    }

    /// <summary>Nodes, extra ones included.</summary>
    public int NodeCount { get; }

    public int LinkCount => Row.Length;

    /// <summary>Node of the network to the node here at which its links begin.</summary>
    public int[] Sender { get; }

    /// <summary>Link to its row in the network.</summary>
    public int[] Row { get; }

    /// <summary>Node at which a link begins.</summary>
    public int[] Tail { get; }

    /// <summary>Node at which it ends.</summary>
    public int[] Head { get; }

    /// <summary>Node to the first of the links that leave it; one more entry than nodes.</summary>
    public int[] First { get; }

    /// <summary>Node to the first place in <see cref="In"/> of the links that enter it; one more entry than nodes.</summary>
    public int[] FirstIn { get; }

    /// <summary>Links by the node at which they end.</summary>
    public int[] In { get; }

    /// <summary>Values by row of the network, in the order of links here.</summary>
    public void Gather(ReadOnlySpan<double> byRow, Span<double> byLink)
    {
        for (var link = 0; link < byLink.Length; link++) byLink[link] = byRow[Row[link]];
    }

    /// <summary>Values by link here, in the order of the network's rows.</summary>
    public void Scatter(ReadOnlySpan<double> byLink, Span<double> byRow)
    {
        for (var link = 0; link < byLink.Length; link++) byRow[Row[link]] = byLink[link];
    }
}
