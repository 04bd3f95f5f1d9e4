using DigitalTwin.Mobility.Assignment.Paths;

namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>
/// Makes a bush reach every node that can be reached: from nothing it becomes the tree of shortest paths; where links were closed, what hangs on them is hung on the cheapest links from
/// what is left. Workspace of one thread.
/// </summary>
internal sealed class BushPlanting(PathGraph graph, BushSort sort)
{
    private readonly ShortestPaths paths = new(graph);
    private readonly bool[] alive = new bool[graph.NodeCount];
    private readonly int[] opened = new int[graph.NodeCount];
    private readonly double[] label = new double[graph.NodeCount];
    private readonly double[] reach = new double[graph.NodeCount];

    /// <summary>Plants a bush in the whole network.</summary>
    /// <param name="bush">Empty bush.</param>
    /// <param name="root">Node of its origin.</param>
    /// <param name="cost">Costs; infinite where its class may not drive.</param>
    public void Plant(Bush bush, int root, double[] cost)
    {
        paths.Begin();
        paths.Offer(root, 0, -1);
        paths.Run(cost);
        sort.Begin();
        AddReached();
        sort.Write(bush);
    }

    /// <summary>Makes a bush from before a change of the network whole.</summary>
    /// <param name="bush">Bush.</param>
    /// <param name="cost">Costs; infinite where its class may not drive.</param>
    public void Mend(Bush bush, double[] cost)
    {
        var lost = MarkAlive(bush, cost);
        paths.Begin();
        reach.AsSpan().Fill(double.PositiveInfinity);
        for (var position = 0; position < bush.Count; position++)
        {
            if (!alive[position]) continue;
            var node = bush.Node[position];
            reach[node] = label[position];
            paths.Settle(node);
        }
        if (!OfferToTheRest(cost) && !lost) return;
        paths.Run(cost);
        sort.Begin();
        AddAlive(bush, cost);
        AddReached();
        sort.Write(bush);
    }

    /// <summary>Whether a bush uses a link that its class may not.</summary>
    public static bool HoldsBarred(Bush bush, double[] cost)
    {
        foreach (ref readonly var link in bush.In.AsSpan(0, bush.LinkCount))
            if (double.IsPositiveInfinity(cost[link.Link])) return true;
        return false;
    }

    /// <summary>Finds which positions still hang on the origin.</summary>
    /// <returns>Whether any link is lost.</returns>
    private bool MarkAlive(Bush bush, double[] cost)
    {
        var lost = false;
        (alive[0], label[0]) = (true, 0);
        for (var position = 1; position < bush.Count; position++)
        {
            (alive[position], label[position]) = (false, double.PositiveInfinity);
            for (var at = bush.First[position]; at < bush.First[position + 1]; at++)
            {
                var link = bush.In[at];
                if (Keeps(link, cost)) (alive[position], label[position]) = (true, Math.Min(label[position], label[link.Tail] + cost[link.Link]));
                else lost = true;
            }
        }
        return lost;
    }

    private bool Keeps(in BushLink link, double[] cost) => alive[link.Tail] && double.IsFinite(cost[link.Link]);

    /// <summary>Offers each node that does not hang on the origin the links by which it can: those that come from a node that does.</summary>
    private bool OfferToTheRest(double[] cost)
    {
        var offered = false;
        for (var node = 0; node < reach.Length; node++)
        {
            if (reach[node] < double.PositiveInfinity) continue;
            for (var at = graph.FirstIn[node]; at < graph.FirstIn[node + 1]; at++)
                offered |= paths.Offer(node, reach[graph.Tail[graph.In[at]]] + cost[graph.In[at]], graph.In[at]);
        }
        return offered;
    }

    private void AddAlive(Bush bush, double[] cost)
    {
        for (var position = 0; position < bush.Count; position++)
        {
            if (!alive[position]) continue;
            opened[bush.Node[position]] = sort.Open(bush.Node[position]);
            for (var at = bush.First[position]; at < bush.First[position + 1]; at++)
                if (Keeps(bush.In[at], cost)) sort.Add(bush.In[at] with { Tail = opened[bush.Node[bush.In[at].Tail]] });
        }
    }

    private void AddReached()
    {
        for (var i = 0; i < paths.ReachedCount; i++)
        {
            var (node, last) = (paths.Reached[i], paths.Last[paths.Reached[i]]);
            opened[node] = sort.Open(node);
            if (last >= 0) sort.Add(new(last, opened[graph.Tail[last]], 0));
        }
    }
}
