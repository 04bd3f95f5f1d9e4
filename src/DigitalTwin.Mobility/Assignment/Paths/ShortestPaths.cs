namespace DigitalTwin.Mobility.Assignment.Paths;

/// <summary>
/// Least costs to all nodes (Dijkstra 1959, with a heap of four children). Costs are not negative; a link of infinite cost does not exist. Workspace of one thread.
/// </summary>
internal sealed class ShortestPaths(PathGraph graph)
{
    private readonly double[] key = new double[graph.NodeCount];
    private readonly int[] heap = new int[graph.NodeCount];
    private readonly int[] place = new int[graph.NodeCount];
    private int count;

    /// <summary>Least cost by node; infinite where no path leads.</summary>
    public double[] Cost => key;

    /// <summary>Last link of the least-cost path by node; -1 at the origin and where no path leads.</summary>
    public int[] Last { get; } = new int[graph.NodeCount];

    /// <summary>Nodes in the order in which they were reached: least cost first.</summary>
    public int[] Reached { get; } = new int[graph.NodeCount];

    /// <summary>Number of <see cref="Reached"/>.</summary>
    public int ReachedCount { get; private set; }

    /// <summary>Forgets everything. A search then begins at the nodes that are given to <see cref="Offer"/>.</summary>
    public void Begin()
    {
        key.AsSpan().Fill(double.PositiveInfinity);
        Last.AsSpan().Fill(-1);
        place.AsSpan().Fill(-1);
        (count, ReachedCount) = (0, 0);
    }

    /// <summary>Says that a node needs no path.</summary>
    public void Settle(int node) => key[node] = double.NegativeInfinity;

    /// <summary>Says that a node can be reached at a cost over a link.</summary>
    /// <returns>Whether that is cheaper than all that was offered before.</returns>
    public bool Offer(int node, double cost, int link)
    {
        if (!(cost < key[node])) return false;
        (key[node], Last[node]) = (cost, link);
        if (place[node] < 0) place[node] = count++;
        Rise(node, place[node]);
        return true;
    }

    /// <summary>Settles everything that can be reached from what was offered.</summary>
    public void Run(double[] cost)
    {
        while (count > 0)
        {
            var node = heap[0];
            Reached[ReachedCount++] = node;
            if (--count > 0) Sink(heap[count]);
            var here = key[node];
            for (var out_ = graph.OutStart[node]; out_ < graph.OutStart[node + 1]; out_++)
            {
                var (link, head) = (graph.OutLinks[out_], graph.OutHeads[out_]);
                var there = here + cost[link];
                if (there < key[head]) Offer(head, there, link);
            }
        }
    }

    private void Rise(int node, int at)
    {
        var value = key[node];
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            var other = heap[parent];
            if (key[other] <= value) break;
            heap[at] = other;
            place[other] = at;
            at = parent;
        }
        heap[at] = node;
        place[node] = at;
    }

    private void Sink(int node)
    {
        var (value, at) = (key[node], 0);
        while (true)
        {
            var child = 4 * at + 1;
            if (child >= count) break;
            var (best, least) = (child, key[heap[child]]);
            for (var c = child + 1; c < Math.Min(child + 4, count); c++)
                if (key[heap[c]] < least) (best, least) = (c, key[heap[c]]);
            if (least >= value) break;
            heap[at] = heap[best];
            place[heap[at]] = at;
            at = best;
        }
        heap[at] = node;
        place[node] = at;
    }
}
