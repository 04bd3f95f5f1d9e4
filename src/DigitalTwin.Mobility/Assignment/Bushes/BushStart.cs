using DigitalTwin.Mobility.Assignment.Costs;
using DigitalTwin.Mobility.Assignment.Paths;

namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>
/// From where solving starts: a bush for each class and origin that reaches all it can and carries its demand. Bushes are planted, or mended after a change of the network, one after
/// another, and each sees what those before it have loaded: those whom a closure displaces spread over several ways round it, and the gap begins small. Bushes that nothing has
/// happened to stay as they are. Workspace of one thread.
/// </summary>
internal sealed class BushStart(PathGraph graph, IReadOnlyList<TravellerClass> classes, BushPlanting planting, BushLoading loading)
{
    // Changes of volume below this share are rounding.
    private const double Rounding = 1e-13;

    private readonly int zones = classes[0].Demand.ZoneCount;
    private readonly double[] change = new double[graph.LinkCount];
    private readonly int[] held = new int[graph.LinkCount];

    /// <summary>Links looked at by the last start.</summary>
    public long LinksSeen { get; private set; }

    /// <summary>Bushes that the last start mended because links were closed or opened, not because other trips are asked for.</summary>
    public int DisplacedCount { get; private set; }

    /// <summary>Makes every bush whole. The costs are those of the volumes that the bushes carry, and stay so.</summary>
    /// <returns>Whether any bush was planted.</returns>
    public bool Make(AssignmentState state, LinkCosts costs, CancellationToken cancellation)
    {
        (LinksSeen, DisplacedCount) = (0, 0);
        var isNew = false;
        var isWider = TakeBarriers(state, costs);
        for (var i = 0; i < state.Bushes.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (c, origin) = (i / zones, i % zones);
            if (classes[c].Demand.Start[origin] == classes[c].Demand.Start[origin + 1])
            {
                state.Bushes[i] = null;
                continue;
            }
            costs.See(c);
            if (state.Bushes[i] is { } known)
            {
                known.SeenAt = -1;
                LinksSeen += known.LinkCount;
                var isDisplaced = isWider[c] || BushPlanting.HoldsBarred(known, costs.Cost);
                var carries = state.Carries(c, classes[c]);
                if (isDisplaced || !carries) Mend(state, costs, known, i);
                if (isDisplaced && carries) DisplacedCount++;
                continue;
            }
            isNew = true;
            Plant(state, costs, i);
        }
        for (var c = 0; c < classes.Count; c++) state.Carry(c, classes[c]);
        return isNew;
    }

    /// <summary>Loads the demand of a bush's origin.</summary>
    public void Load(AssignmentState state, Bush bush, int i)
    {
        var traveller = classes[i / zones];
        loading.Load(bush, i % zones, traveller.Demand, traveller.CarUnits * state.DemandFactor[i / zones]);
        bush.IsStirred = false;
    }

    private void Plant(AssignmentState state, LinkCosts costs, int i)
    {
        var bush = state.Bushes[i] = new() { Excess = double.PositiveInfinity, SeenAt = -1 };
        LinksSeen += graph.LinkCount;
        planting.Plant(bush, graph.Sender[i % zones], costs.Cost);
        Load(state, bush, i);
        foreach (ref readonly var link in bush.In.AsSpan(0, bush.LinkCount))
            if (link.Flow > 0) costs.Add(link.Link, link.Flow);
    }

    private void Mend(AssignmentState state, LinkCosts costs, Bush bush, int i)
    {
        var count = 0;
        foreach (ref readonly var link in bush.In.AsSpan(0, bush.LinkCount))
        {
            change[link.Link] = -link.Flow;
            held[count++] = link.Link;
        }
        LinksSeen += graph.LinkCount;
        planting.Mend(bush, costs.Cost);
        Load(state, bush, i);
        bush.Excess = double.PositiveInfinity;
        foreach (ref readonly var link in bush.In.AsSpan(0, bush.LinkCount)) change[link.Link] += link.Flow;
        foreach (var link in held.AsSpan(0, count)) Settle(link, costs);
        foreach (ref readonly var link in bush.In.AsSpan(0, bush.LinkCount)) Settle(link.Link, costs);
    }

    private void Settle(int link, LinkCosts costs)
    {
        if (Math.Abs(change[link]) > Rounding * costs.Volume[link]) costs.Add(link, change[link]);
        change[link] = 0;
    }

    /// <summary>Remembers which links are barred to which class.</summary>
    /// <returns>By class, whether any may be used that might not at the last solution.</returns>
    private static bool[] TakeBarriers(AssignmentState state, LinkCosts costs)
    {
        var isWider = new bool[state.ClassCount];
        for (var c = 0; c < isWider.Length; c++)
        {
            var barred = state.Barred[c];
            for (var link = 0; link < barred.Length; link++)
            {
                var now = double.IsInfinity(costs.FixedCosts[c][link]);
                isWider[c] |= barred[link] && !now;
                barred[link] = now;
            }
        }
        return isWider;
    }
}
