namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>Cheapest path, and dearest path that is used, from a bush's origin to each of its positions. Workspace of one thread.</summary>
internal sealed class BushLabels(int nodes)
{
    /// <summary>Least cost by position.</summary>
    public double[] Least { get; } = new double[nodes];

    /// <summary>Greatest cost of a used path by position; where nothing is used that of the cheapest.</summary>
    public double[] Most { get; } = new double[nodes];

    /// <summary>Place in <see cref="Bush.In"/> of the last link of the cheapest path.</summary>
    public int[] LeastIn { get; } = new int[nodes];

    /// <summary>Place in <see cref="Bush.In"/> of the last link of the dearest path.</summary>
    public int[] MostIn { get; } = new int[nodes];

    /// <summary>Labels the first positions of a bush.</summary>
    public void Scan(Bush bush, double[] cost, int positions)
    {
        var (first, links) = (bush.First, bush.In);
        var (least, most, leastIn, mostIn) = (Least, Most, LeastIn, MostIn);
        (least[0], most[0]) = (0, 0);
        var (at, merge) = (first[Math.Min(1, positions)], 0);
        var nextMerge = bush.MergeCount > 0 ? bush.Merges[0] : int.MaxValue;
        for (var position = 1; position < positions; position++)
        {
            ref readonly var link = ref links[at];
            var c = cost[link.Link];
            var (low, high, lowIn, highIn) = (least[link.Tail] + c, most[link.Tail] + c, at, at);
            at++;
            if (position == nextMerge)
            {
                var end = first[position + 1];
                if (links[at - 1].Flow <= 0) highIn = -1;
                for (; at < end; at++)
                {
                    link = ref links[at];
                    c = cost[link.Link];
                    if (least[link.Tail] + c is var l && l < low) (low, lowIn) = (l, at);
                    if (link.Flow > 0 && most[link.Tail] + c is var m && (highIn < 0 || m > high)) (high, highIn) = (m, at);
                }
                if (highIn < 0) (high, highIn) = (most[links[lowIn].Tail] + cost[links[lowIn].Link], lowIn);
                nextMerge = ++merge < bush.MergeCount ? bush.Merges[merge] : int.MaxValue;
            }
            (least[position], most[position], leastIn[position], mostIn[position]) = (low, high, lowIn, highIn);
        }
    }

    /// <summary>What travellers pay above the cheapest paths of their bush, together: against those only merges can cost more.</summary>
    public double Excess(Bush bush, double[] cost)
    {
        var sum = 0.0;
        foreach (var position in bush.Merges.AsSpan(0, bush.MergeCount))
            for (var at = bush.First[position]; at < bush.First[position + 1]; at++)
            {
                ref readonly var link = ref bush.In[at];
                if (link.Flow > 0) sum += link.Flow * (Least[link.Tail] + cost[link.Link] - Least[position]);
            }
        return sum;
    }
}
