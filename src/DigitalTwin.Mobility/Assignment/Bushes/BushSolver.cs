using DigitalTwin.Mobility.Assignment.Costs;
using DigitalTwin.Mobility.Assignment.Paths;

namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>
/// Dial's Algorithm B (2006): a bush for each class and origin, renewed at fixed costs, then equilibrated one after another while costs follow every shift. Workspace of one thread;
/// bushes are visited in the order of classes and zones, so that the same input gives the same bits.
/// </summary>
internal sealed class BushSolver
{
    // Rounds of equilibration between two looks, and the share of the gap that a bush may be off to rest: measured on the networks of TransportationNetworks, as all that follow.
    private const int Rounds = 20;
    private const double RestsBelow = 0.02;

    // Bushes with this share of the gap are among the worst; it is worth going on with them alone while the gap falls to this share of what it was.
    private const double IsAmongWorst = 0.3;
    private const double WorthGoingOn = 0.2;

    // While the gap falls to this share, bushes that are off by a small share of it, and shortcuts that save as little, can wait.
    private const double IsFalling = 0.5;
    private const double BushCanWait = 0.05;
    private const double ShortcutCanWait = 0.2;

    // What a bush is off by that nobody has looked at is infinite, and so above this.
    private const double IsUnknown = 1e100;

    // After a closure, in the first iterations and while the gap is not near what is asked for, a bush shifts as soon as it is renewed. A look in which any did so proves no gap: costs moved on the way.
    private const int HastyIterations = 2;
    private const double IsNear = 100;

    // A bush that is off by less than this share of the gap that is asked for need not be renewed, and off by less than the other it rests.
    private const double IsGoodEnough = 0.5;
    private const double IsVeryGood = 0.1;

    // Where the gap is that small, or what is asked for, volumes are summed anew, so that rounding does not grow.
    private const double IsFine = 1e-8;

    private readonly PathGraph graph;
    private readonly IReadOnlyList<TravellerClass> classes;
    private readonly BushLabels labels;
    private readonly BushRenewal renewal;
    private readonly BushStart start;
    private readonly FlowShift shift;
    private readonly double[] sums;
    private readonly int zones;
    private long seen;
    private bool isHasty, hasShifted;

    public BushSolver(PathGraph graph, IReadOnlyList<TravellerClass> classes)
    {
        (this.graph, this.classes, zones) = (graph, classes, classes[0].Demand.ZoneCount);
        var sort = new BushSort(graph.NodeCount, graph.LinkCount);
        labels = new(graph.NodeCount);
        renewal = new(graph, labels, sort);
        start = new(graph, classes, new(graph, sort), new(graph));
        shift = new(graph.NodeCount);
        sums = new double[graph.LinkCount];
    }

    public Outcome Solve(AssignmentState state, LinkCosts costs, AssignmentOptions options, Action<AssignmentProgress>? progress, CancellationToken cancellation)
    {
        if (Array.Exists(state.Bushes, b => b is { IsStirred: true })) SumVolumes(state);
        else graph.Gather(state.Volume, sums);
        costs.Take(sums);
        var isNew = start.Make(state, costs, cancellation);
        seen = start.LinksSeen;
        // After a closure those whom it displaced are looked at first, alone: what the others have to gain shows when those are near equilibrium again.
        var displacedFirst = !isNew && start.DisplacedCount > 0;
        var (gap, before, isFalling) = (double.PositiveInfinity, displacedFirst ? double.PositiveInfinity : 0.0, false);
        for (var iteration = 0; ; iteration++)
        {
            // Between two looks at all bushes only the worst are looked at, as long as that alone brings the gap down.
            var isLast = iteration >= options.MostIterations;
            var (canWait, last) = (isFalling ? Math.Min(gap, 0.01) : 0, gap);
            (isHasty, hasShifted) = (displacedFirst && !isLast && iteration < HastyIterations && gap > IsNear * options.Gap, false);
            var wait = new Waiting(Math.Max(BushCanWait * canWait, IsGoodEnough * options.Gap), ShortcutCanWait * canWait, options.Gap);
            if (iteration > 0) gap = Look(Math.Max(IsAmongWorst * gap, 0.5 * options.Gap), wait, iteration, state, costs, cancellation);
            else if (displacedFirst) gap = Look(IsUnknown, wait, iteration, state, costs, cancellation);
            var isWhole = isLast || gap > WorthGoingOn * before || gap <= options.Gap;
            if (isWhole) gap = Look(double.NegativeInfinity, wait, iteration, state, costs, cancellation);
            (before, isFalling) = (isWhole ? double.PositiveInfinity : iteration == 0 ? 0 : gap, gap < IsFalling * last && iteration > 0);
            if (isWhole && (isLast || gap <= Math.Max(options.Gap, IsFine)))
            {
                SumVolumes(state);
                costs.Take(sums);
            }
            graph.Scatter(costs.Volume, state.Volume);
            progress?.Invoke(new(iteration, gap));
            if (isWhole && !hasShifted && (gap <= options.Gap || isLast))
            {
                var shortest = state.Bushes.Sum(b => b?.Shortest ?? 0);
                return new(gap * shortest, shortest, iteration, UnservedByBushes.Of(state, classes, graph.NodeCount)) { LinksSeen = seen };
            }
            Equilibrate(state, costs, Math.Max(Math.Min(RestsBelow * gap, 0.01), IsVeryGood * options.Gap), iteration == 0 && isNew ? 1 : Rounds, cancellation);
        }
    }

    /// <summary>Looks at the bushes that were farther from equilibrium than a limit when they were looked at last, and renews them.</summary>
    /// <returns>Relative gap, as far as it is known.</returns>
    private double Look(double limit, Waiting wait, int iteration, AssignmentState state, LinkCosts costs, CancellationToken cancellation)
    {
        double excess = 0, total = 0;
        for (var i = 0; i < state.Bushes.Length; i++)
        {
            if (state.Bushes[i] is not { } bush) continue;
            if (bush.SeenAt != iteration && (limit < 0 || bush.Excess > limit * bush.Shortest))
            {
                cancellation.ThrowIfCancellationRequested();
                Look(state, costs, bush, i, wait);
                bush.SeenAt = iteration;
            }
            excess += bush.Excess;
            total += bush.Shortest;
        }
        return total > 0 ? excess / total : 0;
    }

    private void Look(AssignmentState state, LinkCosts costs, Bush bush, int i, Waiting wait)
    {
        var (c, origin) = (i / zones, i % zones);
        costs.See(c);
        seen += bush.LinkCount + graph.LinkCount;
        var (demand, factor) = (classes[c].Demand, classes[c].CarUnits * state.DemandFactor[c]);
        var above = renewal.Look(bush, costs.Cost, wait.Shortcut);
        var total = 0.0;
        for (var at = demand.Start[origin]; at < demand.Start[origin + 1]; at++)
        {
            var (destination, trips) = (demand.Destination[at], factor * demand.Trips[at]);
            if (destination == origin || !(renewal.Least[destination] < double.PositiveInfinity)) continue;
            total += trips * renewal.Least[destination];
            above += trips * renewal.Gain(destination);
        }
        (bush.Excess, bush.Shortest) = (above, total);
        if (!(above > wait.Bush * total)) return;
        seen += bush.LinkCount;
        renewal.Renew(bush);
        if (isHasty && above > wait.Wanted * total && bush.MergeCount > 0) hasShifted |= Shift(bush, i, costs, 0);
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
                bush.Rests = !Shift(bush, i, costs, tolerance);
                moved |= !bush.Rests;
            }
        }
    }

    /// <summary>Shifts flow within a bush, unless it is off by no more than a share of cost.</summary>
    /// <returns>Whether it was off by more.</returns>
    private bool Shift(Bush bush, int i, LinkCosts costs, double tolerance)
    {
        costs.See(i / zones);
        seen += bush.First[bush.CoreCount];
        labels.Scan(bush, costs.Cost, bush.CoreCount);
        if (labels.Excess(bush, costs.Cost) <= tolerance * bush.Shortest) return false;
        shift.Pass(bush, labels, costs);
        return bush.IsStirred = true;
    }

    /// <summary>Sums the flows of all bushes. Where flow was shifted the demand is loaded anew before.</summary>
    private void SumVolumes(AssignmentState state)
    {
        sums.AsSpan().Clear();
        for (var i = 0; i < state.Bushes.Length; i++)
        {
            if (state.Bushes[i] is not { } bush) continue;
            if (bush.IsStirred) start.Load(state, bush, i);
            BushLoading.Add(bush, sums);
        }
    }

    /// <summary>What can wait for a later look, as shares of cost: how far a bush may be off, and what a shortcut may save; and the gap that is wanted.</summary>
    private readonly record struct Waiting(double Bush, double Shortcut, double Wanted);
}
