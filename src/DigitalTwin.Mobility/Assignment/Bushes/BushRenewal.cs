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
    private readonly double[] limit = new double[graph.NodeCount];
    private readonly double[] most = new double[graph.NodeCount];
    private readonly int[] place = new int[graph.NodeCount];
    private readonly int[] newFirst = new int[graph.NodeCount];
    private readonly int[] queue = new int[graph.NodeCount];
    private readonly bool[] queued = new bool[graph.NodeCount];
    private readonly int[] shortcuts = new int[graph.LinkCount];
    private readonly int[] newLinks = new int[graph.LinkCount];
    private readonly int[] newNext = new int[graph.LinkCount];
    private int newCount, shortcutCount;

    /// <summary>Least costs of all paths from the origin of the bush that was renewed last, by node.</summary>
    public double[] Least => least;

    /// <summary>How much cheaper than all paths of that bush the cheapest path to a node is.</summary>
    public double Gain(int node) => shortcutCount == 0 ? 0 : labels.Least[place[node]] - least[node];

    /// <summary>Looks at a bush as it is.</summary>
    /// <param name="bush">Bush.</param>
    /// <param name="cost">Costs.</param>
    /// <param name="smallest">Shortcuts that save less than this share are not worth a place in it.</param>
    /// <returns>What its travellers pay above the cheapest paths of the bush, together.</returns>
    public double Look(Bush bush, double[] cost, double smallest)
    {
        labels.Scan(bush, cost, bush.CoreCount);
        Spread(bush, cost);
        FindShortcuts(cost, smallest);
        var excess = labels.Excess(bush, cost);
        if (shortcutCount > 0) Correct(cost);
        return excess;
    }

    /// <summary>Renews the bush that was looked at last, at the same costs.</summary>
    public void Renew(Bush bush)
    {
        if (newCount > 0) Rebuild(bush);
    }

    /// <summary>Hands the labels out to the nodes, and follows the tree behind the merges. What can not be reached is offered nothing and offers nothing.</summary>
    private void Spread(Bush bush, double[] cost)
    {
        least.AsSpan().Fill(double.PositiveInfinity);
        limit.AsSpan().Fill(double.NegativeInfinity);
        var (low, high) = (labels.Least, labels.Most);
        (low[0], high[0]) = (0, 0);
        var core = Math.Max(bush.CoreCount, 1);
        for (var position = 0; position < core; position++) Set(bush.Node[position], position, low[position], high[position]);
        var at = bush.First[core];
        for (var position = core; position < bush.Count; position++)
        {
            ref readonly var link = ref bush.In[at++];
            var c = cost[link.Link];
            Set(bush.Node[position], position, low[position] = low[link.Tail] + c, high[position] = high[link.Tail] + c);
        }
    }

    private void Set(int node, int position, double low, double high) => (least[node], limit[node], most[node], place[node]) = (low, low * (1 - Noise), high, position);

    private void FindShortcuts(double[] cost, double smallest)
    {
        (newCount, shortcutCount) = (0, 0);
        var (tail, head) = (graph.Tail, graph.Head);
        var (from, to) = (least, limit);
        for (var link = 0; link < tail.Length && link < head.Length && link < cost.Length; link++)
            if (from[tail[link]] + cost[link] < to[head[link]]) shortcuts[shortcutCount++] = link;
        if (shortcutCount == 0) return;
        newFirst.AsSpan().Fill(-1);
        for (var k = 0; k < shortcutCount; k++)
        {
            var link = shortcuts[k];
            var (i, j) = (tail[link], head[link]);
            if (!(most[i] < most[j]) || least[i] + cost[link] > least[j] * (1 - smallest)) continue;
            (newLinks[newCount], newNext[newCount]) = (link, newFirst[j]);
            newFirst[j] = newCount++;
        }
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
        for (var k = 0; k < shortcutCount; k++) Relax(shortcuts[k], graph.Tail[shortcuts[k]], graph.Head[shortcuts[k]]);
        while (waiting > 0)
        {
            var node = queue[from];
            from = from + 1 == capacity ? 0 : from + 1;
            waiting--;
            queued[node] = false;
            for (var link = graph.First[node]; link < graph.First[node + 1]; link++) Relax(link, node, graph.Head[link]);
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
}
