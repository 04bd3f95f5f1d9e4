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
    // So few closed links are faster looked for one by one.
    private const int Few = 8;

    private readonly List<int> closed = [];
    private readonly int zones = classes[0].Demand.ZoneCount;

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
        var isWider = false;
        for (var i = 0; i < state.Bushes.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (c, origin) = (i / zones, i % zones);
            if (origin == 0) isWider = FindBarriers(state, costs, c);
            if (classes[c].Demand.Start[origin] == classes[c].Demand.Start[origin + 1])
            {
                state.Bushes[i] = null;
                continue;
            }
            costs.See(c);
            if (state.Bushes[i] is { } known)
            {
                known.SeenAt = -1;
                var isDisplaced = isWider || HoldsClosed(known, costs.Cost);
                var carries = state.Carries(c, classes[c]);
                if (isDisplaced || !carries) Mend(state, costs, known, i);
                if (isDisplaced && carries) DisplacedCount++;
                continue;
            }
            isNew = true;
            Plant(state, costs, i);
        }
        for (var c = 0; c < classes.Count; c++)
        {
            state.Carry(c, classes[c]);
            for (var link = 0; link < graph.LinkCount; link++) state.Barred[c][link] = double.IsInfinity(costs.FixedCosts[c][link]);
        }
        return isNew;
    }

    /// <summary>Loads the demand of a bush's origin.</summary>
    /// <param name="state">State.</param>
    /// <param name="bush">Bush.</param>
    /// <param name="i">Its number.</param>
    /// <param name="costs">Volumes that follow; null when they do not.</param>
    public void Load(AssignmentState state, Bush bush, int i, LinkCosts? costs = null)
    {
        var traveller = classes[i / zones];
        loading.Load(bush, i % zones, traveller.Demand, traveller.CarUnits * state.DemandFactor[i / zones], costs);
        bush.IsStirred = false;
    }

    private void Plant(AssignmentState state, LinkCosts costs, int i)
    {
        var bush = state.Bushes[i] = new() { Excess = double.PositiveInfinity, SeenAt = -1 };
        LinksSeen += graph.LinkCount;
        planting.Plant(bush, graph.Sender[i % zones], costs.Cost);
        Load(state, bush, i, costs);
    }

    private void Mend(AssignmentState state, LinkCosts costs, Bush bush, int i)
    {
        LinksSeen += bush.LinkCount + graph.LinkCount;
        planting.Mend(bush, costs.Cost);
        foreach (ref readonly var link in planting.Lost)
            if (link.Flow > 0) costs.Add(link.Link, -link.Flow);
        Load(state, bush, i, costs);
        bush.Excess = double.PositiveInfinity;
    }

    /// <summary>Finds what is barred to a class and was not at the last solution; and whether anything is barred no longer.</summary>
    private bool FindBarriers(AssignmentState state, LinkCosts costs, int c)
    {
        var (barred, fixedCosts, isWider) = (state.Barred[c], costs.FixedCosts[c], false);
        closed.Clear();
        for (var link = 0; link < barred.Length; link++)
        {
            var now = double.IsInfinity(fixedCosts[link]);
            if (now == barred[link]) continue;
            if (now) closed.Add(link);
            else isWider = true;
        }
        return isWider;
    }

    /// <summary>Whether a bush holds a link that was closed. A few are looked for where they end, of many all links of the bush are asked.</summary>
    private bool HoldsClosed(Bush bush, double[] cost)
    {
        if (closed.Count > Few)
        {
            LinksSeen += bush.LinkCount;
            return bush.HoldsBarred(cost);
        }
        foreach (var link in closed)
            if (bush.Holds(link, graph.Head[link])) return true;
        return false;
    }
}
