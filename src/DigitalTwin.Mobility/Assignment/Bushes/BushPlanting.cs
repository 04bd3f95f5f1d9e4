using DigitalTwin.Mobility.Assignment.Paths;

namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>
/// Makes a bush reach every node that can be reached: from nothing it becomes the tree of shortest paths; where links were closed, what hangs on them is hung on the cheapest links from
/// what is left. Workspace of one thread.
/// </summary>
internal sealed class BushPlanting(PathGraph graph, BushSort sort)
{
    private readonly ShortestPaths paths = new(graph);
    private readonly double[] label = new double[graph.NodeCount];
    private readonly int[] place = new int[graph.NodeCount];
    private readonly int[] moved = new int[graph.NodeCount];
    private readonly BushLink[] lost = new BushLink[graph.LinkCount];
    private int lostCount;

    // What place and moved hold for what does not hang on the origin.
    private const int Nowhere = -1;

    /// <summary>Links that the last mending took out, with the flows that they had.</summary>
    public ReadOnlySpan<BushLink> Lost => lost.AsSpan(0, lostCount);

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
        for (var i = 0; i < paths.ReachedCount; i++)
        {
            var (node, last) = (paths.Reached[i], paths.Last[paths.Reached[i]]);
            place[node] = sort.Open(node);
            if (last >= 0) sort.Add(new(last, place[graph.Tail[last]], 0));
        }
        sort.Write(bush);
    }

    /// <summary>Makes a bush from before a change of the network whole.</summary>
    /// <param name="bush">Bush.</param>
    /// <param name="cost">Costs; infinite where its class may not drive.</param>
    /// <remarks>What still hangs on the origin keeps its order. What does not is hung on it as a tree behind all else: nothing in it leads to a merge.</remarks>
    public void Mend(Bush bush, double[] cost)
    {
        paths.Begin();
        place.AsSpan().Fill(Nowhere);
        Cut(bush, cost);
        if (bush.Count == graph.NodeCount || !OfferToTheRest(cost)) return;
        paths.Run(cost);
        bush.Reserve(bush.Count + paths.ReachedCount, bush.LinkCount + paths.ReachedCount, bush.MergeCount);
        for (var i = 0; i < paths.ReachedCount; i++)
        {
            var (node, last) = (paths.Reached[i], paths.Last[paths.Reached[i]]);
            var (position, at) = (bush.Count, bush.LinkCount);
            place[node] = position;
            bush.Node[position] = node;
            bush.In[at] = new(last, place[graph.Tail[last]], 0);
            bush.First[++bush.Count] = at + 1;
        }
    }

    /// <summary>Takes out of a bush what does not hang on the origin any more, and labels the rest.</summary>
    private void Cut(Bush bush, double[] cost)
    {
        var (links, first, oldFirst) = (bush.In, bush.First, 0);
        var (nodes, kept, merges) = (0, 0, 0);
        lostCount = 0;
        for (var position = 0; position < bush.Count; position++)
        {
            var (from, to, begin, least) = (oldFirst, first[position + 1], kept, position == 0 ? 0 : double.PositiveInfinity);
            oldFirst = to;
            for (var at = from; at < to; at++)
            {
                var link = links[at];
                var tail = moved[link.Tail];
                if (tail == Nowhere || !(label[tail] + cost[link.Link] < double.PositiveInfinity))
                {
                    lost[lostCount++] = link;
                    continue;
                }
                least = Math.Min(least, label[tail] + cost[link.Link]);
                links[kept++] = link with { Tail = tail };
            }
            if (kept == begin && position > 0)
            {
                moved[position] = Nowhere;
                continue;
            }
            if (kept - begin > 1) bush.Merges[merges++] = nodes;
            var node = bush.Node[position];
            (bush.Node[nodes], label[nodes], moved[position], place[node]) = (node, least, nodes, nodes);
            paths.Settle(node);
            first[nodes++] = begin;
        }
        first[nodes] = kept;
        (bush.Count, bush.MergeCount) = (nodes, merges);
        bush.CoreCount = merges > 0 ? bush.Merges[merges - 1] + 1 : 0;
    }

    /// <summary>Offers each node that does not hang on the origin the links by which it can: those that come from a node that does.</summary>
    private bool OfferToTheRest(double[] cost)
    {
        var offered = false;
        for (var node = 0; node < place.Length; node++)
        {
            if (place[node] != Nowhere) continue;
            for (var at = graph.FirstIn[node]; at < graph.FirstIn[node + 1]; at++)
                if (place[graph.Tail[graph.In[at]]] is var tail && tail != Nowhere) offered |= paths.Offer(node, label[tail] + cost[graph.In[at]], graph.In[at]);
        }
        return offered;
    }
}
