using DigitalTwin.Mobility.Assignment.Bushes;

namespace DigitalTwin.Mobility.Assignment.Analysis;

/// <summary>
/// The flows of one class from one origin, as a solution holds them: positions in an order in which every link comes after all links that lead to it, the origin first. All that analysis
/// knows of bushes is here.
/// </summary>
internal readonly struct OriginFlows(Bush bush)
{
    /// <summary>Number of positions.</summary>
    public int Count => bush.Count;

    /// <summary>Node of paths at a position.</summary>
    public int Node(int position) => bush.Node[position];

    /// <summary>Links that end at a position.</summary>
    public ReadOnlySpan<BushLink> Into(int position) => bush.In.AsSpan(bush.First[position], bush.First[position + 1] - bush.First[position]);

    /// <summary>All links.</summary>
    public ReadOnlySpan<BushLink> Links => bush.In.AsSpan(0, bush.LinkCount);

    /// <summary>What arrives at a position over all links, passenger-car units.</summary>
    public double Arriving(int position)
    {
        var sum = 0.0;
        foreach (ref readonly var link in Into(position)) sum += link.Flow;
        return sum;
    }

    /// <summary>What leaves the origin, passenger-car units.</summary>
    public double Departing()
    {
        var sum = 0.0;
        foreach (ref readonly var link in Links)
            if (link.Tail == 0) sum += link.Flow;
        return sum;
    }

    /// <summary>The flows of a class from an origin; null where nobody starts, and where a solution keeps flows by link only.</summary>
    public static OriginFlows? Of(AssignmentState state, int traveller, int origin) =>
        state.Bushes[traveller * state.Network.ZoneCount + origin] is { } bush ? new(bush) : null;

    /// <summary>Whether a solution knows flows by origin.</summary>
    public static bool AreKnown(AssignmentState state) => Array.Exists(state.Bushes, b => b is not null);
}
