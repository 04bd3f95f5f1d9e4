using DigitalTwin.Mobility.Assignment.Costs;
using DigitalTwin.Mobility.Assignment.Paths;

namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>
/// Dial's Algorithm B (2006): a bush for each class and origin, renewed at fixed costs, then equilibrated one after another while costs follow every shift. Workspace of one thread;
/// bushes are visited in the order of classes and zones, so that the same input gives the same bits.
/// </summary>
internal sealed class BushSolver
{
    // Rounds of equilibration between two renewals, and how much of the gap a bush may differ to rest: measured on the networks of TransportationNetworks.
    private const int Rounds = 20;
    private const double RestsBelow = 0.25;

    // Bushes with this share of the gap are among the worst; it is worth going on with them alone while the gap falls to this share of what it was.
    private const double IsAmongWorst = 0.3;
    private const double WorthGoingOn = 0.2;

    private readonly PathGraph graph;
    private readonly IReadOnlyList<TravellerClass> classes;
    private readonly BushLabels labels;
    private readonly BushPlanting planting;
    private readonly BushRenewal renewal;
    private readonly BushLoading loading;
    private readonly FlowShift shift;
    private readonly double[] sums;

    // By bush, when it was renewed last: what its travellers pay above the cheapest paths, and what they would pay on those.
    private readonly double[] excess, shortest;
    private readonly int zones;

    public BushSolver(PathGraph graph, IReadOnlyList<TravellerClass> classes)
    {
        (this.graph, this.classes, zones) = (graph, classes, classes[0].Demand.ZoneCount);
        var sort = new BushSort(graph.NodeCount, graph.LinkCount);
        labels = new(graph.NodeCount);
        planting = new(graph, sort);
        renewal = new(graph, labels, sort);
        loading = new(graph);
        shift = new(graph.NodeCount);
        sums = new double[graph.LinkCount];
        (excess, shortest) = (new double[classes.Count * zones], new double[classes.Count * zones]);
    }

    public Outcome Solve(AssignmentState state, LinkCosts costs, AssignmentOptions options, Action<AssignmentProgress>? progress, CancellationToken cancellation)
    {
        excess.AsSpan().Clear();
        shortest.AsSpan().Clear();
        Plant(state, costs, cancellation);
        SumVolumes(state);
        costs.Take(sums);
        var (gap, before) = (double.PositiveInfinity, 0.0);
        for (var iteration = 0; ; iteration++)
        {
            // Between two looks at all bushes only the worst are renewed, as long as that alone brings the gap down.
            var isLast = iteration >= options.MostIterations;
            var isWhole = isLast || !(gap > options.Gap) || gap > WorthGoingOn * before;
            before = isWhole ? double.PositiveInfinity : gap;
            RenewAbove(isWhole ? double.NegativeInfinity : Math.Max(IsAmongWorst * gap, 0.5 * options.Gap), state, costs, cancellation);
            gap = shortest.Sum() is var total && total > 0 ? excess.Sum() / total : 0;
            if (isWhole)
            {
                SumVolumes(state);
                costs.Take(sums);
            }
            graph.Scatter(costs.Volume, state.Volume);
            progress?.Invoke(new(iteration, gap));
            if (isWhole && (gap <= options.Gap || isLast)) return new(excess.Sum(), total, iteration, Unserved(state));
            Equilibrate(state, costs, Math.Min(RestsBelow * gap, 0.01), iteration == 0 ? 1 : Rounds, cancellation);
        }
    }

    /// <summary>Makes every bush whole. In an empty network each sees what those before it have loaded; in one that was solved all see the volumes of then.</summary>
    private void Plant(AssignmentState state, LinkCosts costs, CancellationToken cancellation)
    {
        graph.Gather(state.Volume, sums);
        costs.Take(sums);
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
                known.IsStirred |= planting.Mend(known, costs.Cost, isWider[c]) || !state.Carries(c, classes[c]);
                continue;
            }
            var bush = state.Bushes[i] = new();
            planting.Plant(bush, graph.Sender[origin], costs.Cost);
            Load(state, bush, i);
            foreach (ref readonly var link in bush.In.AsSpan(0, bush.LinkCount))
                if (link.Flow > 0) costs.Add(link.Link, link.Flow);
        }
        for (var c = 0; c < classes.Count; c++) state.Carry(c, classes[c]);
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

    /// <summary>Sums the flows of all bushes. Where flow was shifted the demand is loaded anew before, so that rounding does not grow.</summary>
    private void SumVolumes(AssignmentState state)
    {
        sums.AsSpan().Clear();
        for (var i = 0; i < state.Bushes.Length; i++)
        {
            if (state.Bushes[i] is not { } bush) continue;
            if (bush.IsStirred) Load(state, bush, i);
            BushLoading.Add(bush, sums);
        }
    }

    private void Load(AssignmentState state, Bush bush, int i)
    {
        loading.Load(bush, i % zones, classes[i / zones].Demand, classes[i / zones].CarUnits * state.DemandFactor[i / zones]);
        bush.IsStirred = false;
    }

    /// <summary>Renews the bushes that were farther from equilibrium than a limit when they were renewed last.</summary>
    private void RenewAbove(double limit, AssignmentState state, LinkCosts costs, CancellationToken cancellation)
    {
        for (var i = 0; i < state.Bushes.Length; i++)
        {
            if (state.Bushes[i] is not { } bush || !(excess[i] > limit * shortest[i] || limit < 0)) continue;
            cancellation.ThrowIfCancellationRequested();
            Renew(state, costs, bush, i);
        }
    }

    private void Renew(AssignmentState state, LinkCosts costs, Bush bush, int i)
    {
        var (c, origin) = (i / zones, i % zones);
        costs.See(c);
        var (demand, factor) = (classes[c].Demand, classes[c].CarUnits * state.DemandFactor[c]);
        var above = renewal.Renew(bush, costs.Cost);
        var total = 0.0;
        for (var at = demand.Start[origin]; at < demand.Start[origin + 1]; at++)
        {
            var (destination, trips) = (demand.Destination[at], factor * demand.Trips[at]);
            if (destination == origin || !(renewal.Least[destination] < double.PositiveInfinity)) continue;
            total += trips * renewal.Least[destination];
            above += trips * renewal.Gain(destination);
        }
        (excess[i], shortest[i]) = (above, total);
    }

    private void Equilibrate(AssignmentState state, LinkCosts costs, double tolerance, int rounds, CancellationToken cancellation)
    {
        foreach (var bush in state.Bushes)
            if (bush is not null) bush.Rests = bush.MergeCount == 0;
        for (var (round, moved) = (0, true); round < rounds && moved; round++)
        {
            moved = false;
            for (var i = 0; i < state.Bushes.Length; i++)
            {
                if (state.Bushes[i] is not { Rests: false } bush) continue;
                cancellation.ThrowIfCancellationRequested();
                costs.See(i / zones);
                labels.Scan(bush, costs.Cost, bush.CoreCount);
                if (bush.Rests = labels.LargestDifference(bush) <= tolerance) continue;
                shift.Pass(bush, labels, costs);
                bush.IsStirred = true;
                moved = true;
            }
        }
    }

    private List<UnservedTrips> Unserved(AssignmentState state)
    {
        var unserved = new List<UnservedTrips>();
        var reached = new bool[graph.NodeCount];
        for (var i = 0; i < state.Bushes.Length; i++)
        {
            if (state.Bushes[i] is not { } bush || bush.Count == graph.NodeCount) continue;
            reached.AsSpan().Clear();
            foreach (var node in bush.Node.AsSpan(0, bush.Count)) reached[node] = true;
            var (c, origin) = (i / zones, i % zones);
            var demand = classes[c].Demand;
            for (var at = demand.Start[origin]; at < demand.Start[origin + 1]; at++)
            {
                var destination = demand.Destination[at];
                if (destination != origin && !reached[destination]) unserved.Add(new(c, origin, destination, demand.Trips[at] * state.DemandFactor[c]));
            }
        }
        return unserved;
    }
}
