using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>What follows from the network alone: each link's triangular diagram, where its ring of vehicles lies, and the turns at each node.</summary>
internal sealed class TrafficPlan
{
    /// <summary>No link's ring is longer than this; what more a link could store waits at its upstream end.</summary>
    public const int LargestStorage = 16384;

    /// <summary>What is added to a slice, as a share, so that no rounding brings an effect into the slice of its cause.</summary>
    public const double Hair = 1e-6;

    public TrafficPlan(RoadNetwork network, double slice)
    {
        (Network, Slice) = (network, slice);
        var links = network.Links;
        var count = links.Count;
        (FreeTime, BackTime, Storage) = (new double[count], new double[count], new int[count]);
        (RingStart, OutRank) = (new int[count + 1], new int[count]);
        for (var link = 0; link < count; link++)
        {
            Diagram(link);
            RingStart[link + 1] = RingStart[link] + Storage[link];
        }
        for (var node = 0; node < network.Nodes.Count; node++)
        {
            var @out = network.Out(node);
            for (var rank = 0; rank < @out.Length; rank++) OutRank[@out[rank]] = rank;
        }
        TurnStart = new int[count + 1];
        for (var link = 0; link < count; link++) TurnStart[link + 1] = TurnStart[link] + network.Out(links.To[link]).Length;
    }

    public RoadNetwork Network { get; }

    public double Slice { get; }

    /// <summary>Time to drive a link without other traffic, s; a slice at the least.</summary>
    public double[] FreeTime { get; }

    /// <summary>Time in which a gap travels up a link, s; a slice at the least.</summary>
    public double[] BackTime { get; }

    /// <summary>Least time that anything takes along a link, s: a hair more than a slice.</summary>
    public double LeastTime => Slice * (1 + Hair);

    /// <summary>Most vehicles on a link.</summary>
    public int[] Storage { get; }

    /// <summary>Link to the first place of its ring; one more entry than links.</summary>
    public int[] RingStart { get; }

    /// <summary>The place of a link among those that leave its first node.</summary>
    public int[] OutRank { get; }

    /// <summary>Link to its first turn; one more entry than links.</summary>
    public int[] TurnStart { get; }

    /// <summary>Number of turns.</summary>
    public int Turns => TurnStart[^1];

    /// <summary>Number of the turn from one link on to another that begins where the first ends.</summary>
    public int Turn(int from, int to) => TurnStart[from] + OutRank[to];

    // (T2), (T3): with capacity C, free time τ and storage K, a gap needs K/C - τ; a link that could not carry its capacity in slices stores what it takes to.
    private void Diagram(int link)
    {
        var links = Network.Links;
        var least = LeastTime;
        var capacity = links.Capacity[link];
        FreeTime[link] = Math.Max(Network.FreeTime(link), least);
        var needed = Math.Ceiling(capacity * (FreeTime[link] + least) - 1e-9);
        Storage[link] = (int)Math.Clamp(Math.Floor(links.Storage[link] + 1e-9), Math.Max(1, Math.Min(needed, LargestStorage)), LargestStorage);
        BackTime[link] = Math.Max(Storage[link] / capacity - FreeTime[link], least);
    }
}
