namespace DigitalTwin.Mobility.Roads;

/// <summary>
/// Which links a car can drive from which, banned turns obeyed (those over other links are not looked at): the strongly connected parts of the links (Tarjan, SIAM J. Comput. 1, 1972, without recursion), and what lies before and behind the largest.
/// A node through which nobody drives joins here what ends there to what begins there, since other trips begin where some end.
/// </summary>
public sealed class RoadConnectivity
{
    private readonly RoadNetwork network;

    /// <summary>Looks at a network.</summary>
    public RoadConnectivity(RoadNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        this.network = network;
        PartOf = new int[network.Links.Count];
        Parts = FindParts();
        var sizes = new int[Parts];
        foreach (var part in PartOf) sizes[part]++;
        Largest = sizes.Length == 0 ? -1 : Array.IndexOf(sizes, sizes.Max());
        LargestLinks = sizes.Length == 0 ? 0 : sizes[Largest];
        IsReached = Spread(forward: true);
        Reaches = Spread(forward: false);
    }

    /// <summary>Number of parts in which every link can be driven from every other.</summary>
    public int Parts { get; }

    /// <summary>Part of each link.</summary>
    public int[] PartOf { get; }

    /// <summary>The largest part, the first found of equal ones; -1 without links.</summary>
    public int Largest { get; }

    /// <summary>Links of the largest part.</summary>
    public int LargestLinks { get; }

    /// <summary>Whether each link can be driven from the largest part.</summary>
    public bool[] IsReached { get; }

    /// <summary>Whether the largest part can be driven from each link.</summary>
    public bool[] Reaches { get; }

    private int FindParts()
    {
        var n = PartOf.Length;
        // number: order of discovery from 1; low: the earliest that is reached without leaving what is open; next: place in the links that follow.
        var (number, low, next) = (new int[n], new int[n], new int[n]);
        var (open, path) = (new Stack<int>(), new Stack<int>());
        Array.Fill(PartOf, -1);
        var (count, parts) = (0, 0);
        for (var root = 0; root < n; root++)
        {
            if (number[root] != 0) continue;
            path.Push(root);
            while (path.TryPeek(out var link))
            {
                if (number[link] == 0)
                {
                    number[link] = low[link] = ++count;
                    open.Push(link);
                }
                var follow = network.Out(network.Links.To[link]);
                if (next[link] < follow.Length)
                {
                    var to = follow[next[link]++];
                    if (!network.Allows(link, to)) continue;
                    if (number[to] == 0) path.Push(to);
                    else if (PartOf[to] < 0) low[link] = Math.Min(low[link], number[to]);
                    continue;
                }
                path.Pop();
                if (path.TryPeek(out var before)) low[before] = Math.Min(low[before], low[link]);
                if (low[link] != number[link]) continue;
                int member;
                do PartOf[member = open.Pop()] = parts;
                while (member != link);
                parts++;
            }
        }
        return parts;
    }

    private bool[] Spread(bool forward)
    {
        var seen = new bool[PartOf.Length];
        var queue = new Queue<int>();
        for (var link = 0; link < seen.Length; link++)
            if (seen[link] = PartOf[link] == Largest) queue.Enqueue(link);
        while (queue.TryDequeue(out var link))
            foreach (var other in forward ? network.Out(network.Links.To[link]) : network.In(network.Links.From[link]))
            {
                if (seen[other] || !(forward ? network.Allows(link, other) : network.Allows(other, link))) continue;
                seen[other] = true;
                queue.Enqueue(other);
            }
        return seen;
    }
}
