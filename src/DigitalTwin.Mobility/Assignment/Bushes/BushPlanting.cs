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

    /// <summary>Makes a bush whole.</summary>
    /// <param name="bush">Bush, empty or from before a change of the network.</param>
    /// <param name="root">Node of its origin.</param>
    /// <param name="cost">Costs; infinite where its class may not drive.</param>
    public void Plant(Bush bush, int root, double[] cost)
    {
        if (bush.Count == 0) StartAt(root, bush);
        var lost = MarkAlive(bush, cost);
        paths.Begin();
        for (var position = 0; position < bush.Count; position++)
            if (alive[position]) paths.Settle(bush.Node[position]);
        var offered = OfferFrom(bush, cost);
        if (!lost && !offered) return;
        paths.Run(cost);
        Write(bush, cost);
    }

    private static void StartAt(int root, Bush bush)
    {
        bush.Reserve(1, 0, 0);
        (bush.Count, bush.Node[0], bush.First[0], bush.First[1]) = (1, root, 0, 0);
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

    private bool OfferFrom(Bush bush, double[] cost)
    {
        var offered = false;
        for (var position = 0; position < bush.Count; position++)
        {
            if (!alive[position]) continue;
            var node = bush.Node[position];
            for (var at = graph.OutStart[node]; at < graph.OutStart[node + 1]; at++)
                offered |= paths.Offer(graph.OutHeads[at], label[position] + cost[graph.OutLinks[at]], graph.OutLinks[at]);
        }
        return offered;
    }

    private void Write(Bush bush, double[] cost)
    {
        sort.Begin();
        for (var position = 0; position < bush.Count; position++)
        {
            if (!alive[position]) continue;
            opened[bush.Node[position]] = sort.Open(bush.Node[position]);
            for (var at = bush.First[position]; at < bush.First[position + 1]; at++)
                if (Keeps(bush.In[at], cost)) sort.Add(bush.In[at] with { Tail = opened[bush.Node[bush.In[at].Tail]] });
        }
        for (var i = 0; i < paths.ReachedCount; i++)
        {
            var node = paths.Reached[i];
            opened[node] = sort.Open(node);
            sort.Add(new(paths.Last[node], opened[graph.Tail[paths.Last[node]]], 0));
        }
        sort.Write(bush);
    }
}
