using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Routing;

/// <summary>
/// Lower bounds of driving times from the triangle inequality over a few landmarks far out (RT2; Goldberg and Harrelson 2005, "Computing the shortest path: A* search meets graph theory", SODA'05).
/// Times are free-flow times, each rounded down to whole ticks, and whole numbers add up exactly: so the bounds are consistent to the last bit for any times that are not below free flow.
/// </summary>
internal sealed class Landmarks
{
    /// <summary>Landmarks that serve a city.</summary>
    public const int Usual = 8;

    /// <summary>s in a tick.</summary>
    public const double Tick = 1.0 / 256;

    /// <summary>Ticks of a way that does not exist: far beyond any time, and twice of it still fits.</summary>
    public const int Never = 1 << 29;
    private readonly int[] ticks;

    /// <summary>Chooses landmarks, each farthest from those before it, and measures the way from and to them.</summary>
    public Landmarks(RoadNetwork network, int count)
    {
        var nodes = network.Nodes.Count;
        Count = Math.Min(count, nodes);
        Width = (2 * Count + Vector256<int>.Count - 1) / Vector256<int>.Count * Vector256<int>.Count;
        ticks = new int[nodes * Width];
        if (Count == 0) return;
        var weights = new int[network.Links.Count];
        for (var link = 0; link < weights.Length; link++) weights[link] = (int)Math.Min(network.FreeTime(link) / Tick, Never / 8);
        var (nearest, queue) = (new int[nodes], new SearchQueue(nodes));
        var landmark = Farthest(Ways(network, weights, 0, isBackward: false, queue));
        Array.Fill(nearest, Never);
        for (var i = 0; i < Count; i++)
        {
            var from = Ways(network, weights, landmark, isBackward: false, queue);
            var to = Ways(network, weights, landmark, isBackward: true, queue);
            for (var node = 0; node < nodes; node++)
            {
                ticks[node * Width + i] = to[node];
                ticks[node * Width + Count + i] = -from[node];
                if (Math.Max(from[node], to[node]) < Never) nearest[node] = Math.Min(nearest[node], (from[node] + to[node]) / 2);
            }
            landmark = Farthest(nearest);
        }
    }

    /// <summary>Number of landmarks.</summary>
    public int Count { get; }

    /// <summary>Numbers kept for a node.</summary>
    public int Width { get; }

    /// <summary>Makes a goal of nothing: any node raises it.</summary>
    public static void Clear(Span<int> goal) => goal.Fill(-4 * Never / 3);

    /// <summary>Makes a node one of the goals: each number is the largest of all goals, so that a bound holds for whichever is nearest.</summary>
    public void Join(Span<int> goal, int node)
    {
        if (Count == 0) return;
        ref var own = ref ticks[node * Width];
        ref var theirs = ref MemoryMarshal.GetReference(goal);
        for (nuint i = 0; i < (nuint)Width; i += (nuint)Vector256<int>.Count)
        {
            Vector256.Max(Vector256.LoadUnsafe(ref own, i), Vector256.LoadUnsafe(ref theirs, i)).StoreUnsafe(ref theirs, i);
        }
    }

    /// <summary>RT2: ticks that the way from a node to the nearest of the goals takes at least.</summary>
    public int Bound(int node, ReadOnlySpan<int> goal)
    {
        if (Count == 0) return 0;
        ref var own = ref ticks[node * Width];
        ref var theirs = ref MemoryMarshal.GetReference(goal);
        var most = Vector256<int>.Zero;
        for (var i = 0; i < Width; i += Vector256<int>.Count)
        {
            most = Vector256.Max(most, Vector256.LoadUnsafe(ref own, (nuint)i) - Vector256.LoadUnsafe(ref theirs, (nuint)i));
        }
        var half = Vector128.Max(most.GetLower(), most.GetUpper());
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
        return Math.Max(half[0], half[1]);
    }

    // Nodes that no landmark sees in both directions come last; the lowest index of equals.
    private static int Farthest(int[] ways)
    {
        var (farthest, most) = (0, -1);
        for (var node = 0; node < ways.Length; node++)
        {
            if (ways[node] < Never && ways[node] > most) (farthest, most) = (node, ways[node]);
        }
        return farthest;
    }

    private static int[] Ways(RoadNetwork network, int[] weights, int landmark, bool isBackward, SearchQueue queue)
    {
        var ways = new int[network.Nodes.Count];
        Array.Fill(ways, Never);
        ways[landmark] = 0;
        queue.Clear();
        queue.Add(0, landmark);
        while (queue.Count > 0)
        {
            var entry = queue.Take();
            var node = queue.VertexOf(entry);
            if (entry != queue.Entry(ways[node], node)) continue;
            foreach (var link in isBackward ? network.In(node) : network.Out(node))
            {
                var next = isBackward ? network.Links.From[link] : network.Links.To[link];
                var longer = (int)Math.Min((long)ways[node] + weights[link], Never - 1);
                if (longer >= ways[next]) continue;
                ways[next] = longer;
                queue.Add(longer, next);
            }
        }
        return ways;
    }
}
