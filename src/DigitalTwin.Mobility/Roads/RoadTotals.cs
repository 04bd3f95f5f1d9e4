namespace DigitalTwin.Mobility.Roads;

/// <summary>Sums over a road network, SI.</summary>
public sealed record RoadTotals
{
    /// <summary>Nodes.</summary>
    public required int Nodes { get; init; }

    /// <summary>Links.</summary>
    public required int Links { get; init; }

    /// <summary>Links and their length by class, in the order of the classes: m.</summary>
    public required IReadOnlyList<ClassTotal> Classes { get; init; }

    /// <summary>Length of all links, m; a two-way street counts twice.</summary>
    public required double Length { get; init; }

    /// <summary>Length times lanes, m.</summary>
    public required double LaneLength { get; init; }

    /// <summary>Vehicles that can stand on all links.</summary>
    public required double Storage { get; init; }

    /// <summary>Nodes at which a link has a signal.</summary>
    public required int Signals { get; init; }

    /// <summary>Banned turns, those over other links included.</summary>
    public required int BannedTurns { get; init; }

    /// <summary>Nodes that only one other node is joined to.</summary>
    public required int DeadEnds { get; init; }

    /// <summary>Parts in which every link can be driven from every other.</summary>
    public required int Parts { get; init; }

    /// <summary>Links that cannot be driven from the largest part.</summary>
    public required int NotReached { get; init; }

    /// <summary>Links from which the largest part cannot be driven.</summary>
    public required int NoReturn { get; init; }

    /// <summary>Counts and measures a network.</summary>
    public static RoadTotals Of(RoadNetwork network) => Of(network, new RoadConnectivity(network));

    /// <summary>Counts and measures a network whose connectivity is known.</summary>
    public static RoadTotals Of(RoadNetwork network, RoadConnectivity connectivity)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(connectivity);
        var links = network.Links;
        var classes = new ClassTotal[Enum.GetValues<RoadClass>().Length];
        double lanes = 0, length = 0, storage = 0;
        var signals = new bool[network.Nodes.Count];
        for (var link = 0; link < links.Count; link++)
        {
            var of = (int)links.Class[link];
            classes[of] = new(links.Class[link], classes[of].Length + links.Length[link], classes[of].Links + 1);
            length += links.Length[link];
            lanes += links.Length[link] * links.Lanes[link];
            storage += links.Storage[link];
            signals[links.To[link]] |= links.GreenShare[link] < 1;
        }
        return new()
        {
            Nodes = network.Nodes.Count,
            Links = links.Count,
            Classes = [.. classes.Where(c => c.Links > 0)],
            Length = length,
            LaneLength = lanes,
            Storage = storage,
            Signals = signals.Count(s => s),
            BannedTurns = network.BannedTurns.Count + network.BannedSequences.Count,
            DeadEnds = Enumerable.Range(0, network.Nodes.Count).Count(node => Neighbours(network, node) == 1),
            Parts = connectivity.Parts,
            NotReached = connectivity.IsReached.Count(r => !r),
            NoReturn = connectivity.Reaches.Count(r => !r),
        };
    }

    /// <summary>0, 1, or 2 for more.</summary>
    private static int Neighbours(RoadNetwork network, int node)
    {
        var first = -1;
        foreach (var link in network.Out(node))
            if (More(network.Links.To[link])) return 2;
        foreach (var link in network.In(node))
            if (More(network.Links.From[link])) return 2;
        return first < 0 ? 0 : 1;

        bool More(int other)
        {
            if (other == node || other == first) return false;
            if (first >= 0) return true;
            first = other;
            return false;
        }
    }
}

/// <summary>Links of a class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Length">m.</param>
/// <param name="Links">Number of links.</param>
public readonly record struct ClassTotal(RoadClass Class, double Length, int Links);
