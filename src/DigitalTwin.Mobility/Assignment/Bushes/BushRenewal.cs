using DigitalTwin.Mobility.Assignment.Paths;

namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>
/// Renews a bush at fixed costs: links that nobody uses go, links that are a shortcut come, and the order is found again. On the way it measures how far the bush is from equilibrium.
/// Workspace of one thread.
/// </summary>
/// <remarks>
/// A link (i, j) comes when it makes j cheaper, and i's dearest used path is cheaper than j's: along every link that stays that label does not fall, along every link that comes it rises, so no
/// circle can close. Once all used paths to each node cost the same, a link that makes j cheaper always meets both, so nothing is missed (Dial 2006; Nie 2010).
/// </remarks>
internal sealed class BushRenewal(PathGraph graph, BushLabels labels, BushSort sort)
{
    private const double Noise = 1e-14;

    private readonly double[] least = new double[graph.NodeCount];
    private readonly double[] most = new double[graph.NodeCount];
    private readonly int[] place = new int[graph.NodeCount];
    private readonly int[] newFirst = new int[graph.NodeCount];
    private readonly int[] queue = new int[graph.NodeCount];
    private readonly bool[] queued = new bool[graph.NodeCount];
    private int[] newLinks = new int[64], newNext = new int[64];
    private int newCount, violated;

    /// <summary>Least costs of all paths from the origin of the bush that was renewed last, by node.</summary>
    public double[] Least => least;

    /// <summary>Renews a bush.</summary>
    /// <returns>What its travellers pay above the cheapest paths, together.</returns>
    public double Renew(Bush bush, double[] cost)
    {
        labels.Scan(bush, cost, bush.Count);
        Spread(bush);
        FindShortcuts(cost);
        var idle = HasIdleLinks(bush);
        if (newCount > 0 || idle) Rebuild(bush);
        if (violated > 0) Correct(cost);
        return Excess(bush, cost);
    }

    private void Spread(Bush bush)
    {
        least.AsSpan().Fill(double.PositiveInfinity);
        for (var position = 0; position < bush.Count; position++)
        {
            var node = bush.Node[position];
            (least[node], most[node], place[node]) = (labels.Least[position], labels.Most[position], position);
        }
    }

    private void FindShortcuts(double[] cost)
    {
        (newCount, violated) = (0, 0);
        newFirst.AsSpan().Fill(-1);
        var (tail, head) = (graph.Tail, graph.Head);
        for (var link = 0; link < tail.Length; link++)
        {
            var (i, j) = (tail[link], head[link]);
            var there = least[j];
            if (!(least[i] + cost[link] < there * (1 - Noise)) || double.IsPositiveInfinity(there)) continue;
            violated++;
            if (!(most[i] < most[j])) continue;
            if (newCount == newLinks.Length)
            {
                Array.Resize(ref newLinks, 2 * newCount);
                Array.Resize(ref newNext, 2 * newCount);
            }
            (newLinks[newCount], newNext[newCount]) = (link, newFirst[j]);
            newFirst[j] = newCount++;
        }
    }

    private static bool HasIdleLinks(Bush bush)
    {
        for (var merge = 0; merge < bush.MergeCount; merge++)
            for (var at = bush.First[bush.Merges[merge]]; at < bush.First[bush.Merges[merge] + 1]; at++)
                if (bush.In[at].Flow <= 0) return true;
        return false;
    }

    private void Rebuild(Bush bush)
    {
        sort.Begin();
        for (var position = 0; position < bush.Count; position++)
        {
            sort.Open(bush.Node[position]);
            var (from, to) = (bush.First[position], bush.First[position + 1]);
            if (to - from == 1)
            {
                sort.Add(bush.In[from]);
            }
            else if (to > from)
            {
                var any = false;
                for (var at = from; at < to; at++)
                {
                    if (bush.In[at].Flow <= 0) continue;
                    sort.Add(bush.In[at]);
                    any = true;
                }
                if (!any) sort.Add(bush.In[labels.LeastIn[position]]);
            }
            for (var at = newFirst[bush.Node[position]]; at >= 0; at = newNext[at])
                sort.Add(new(newLinks[at], place[graph.Tail[newLinks[at]]], 0));
        }
        sort.Write(bush);
    }

    /// <summary>Bellman and Ford from the labels of the bush to those of the whole network.</summary>
    private void Correct(double[] cost)
    {
        var (from, waiting, capacity) = (0, 0, queue.Length);
        for (var link = 0; link < graph.LinkCount; link++) Relax(link, graph.Tail[link], graph.Head[link]);
        while (waiting > 0)
        {
            var node = queue[from];
            from = from + 1 == capacity ? 0 : from + 1;
            waiting--;
            queued[node] = false;
            for (var at = graph.OutStart[node]; at < graph.OutStart[node + 1]; at++) Relax(graph.OutLinks[at], node, graph.OutHeads[at]);
        }

        void Relax(int link, int i, int j)
        {
            var there = least[i] + cost[link];
            if (!(there < least[j] * (1 - Noise))) return;
            least[j] = there;
            if (queued[j]) return;
            queued[j] = true;
            var end = from + waiting++;
            queue[end >= capacity ? end - capacity : end] = j;
        }
    }

    private double Excess(Bush bush, double[] cost)
    {
        var sum = 0.0;
        for (var position = 1; position < bush.Count; position++)
        {
            var there = least[bush.Node[position]];
            for (var at = bush.First[position]; at < bush.First[position + 1]; at++)
            {
                ref readonly var link = ref bush.In[at];
                if (link.Flow > 0) sum += link.Flow * Math.Max(least[bush.Node[link.Tail]] + cost[link.Link] - there, 0);
            }
        }
        return sum;
    }
}
