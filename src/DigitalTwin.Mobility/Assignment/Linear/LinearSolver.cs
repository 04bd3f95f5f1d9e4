using DigitalTwin.Mobility.Assignment.Costs;
using DigitalTwin.Mobility.Assignment.Paths;

namespace DigitalTwin.Mobility.Assignment.Linear;

/// <summary>
/// Frank and Wolfe 1956, and its conjugate and bi-conjugate forms (Mitradjieva and Lindberg 2013, "The stiff is moving"): from the flows of now towards a corner of their set, or towards a
/// point between corners whose direction is conjugate to one or two before it, as far as the objective falls. They keep flows by link only, need little memory, and
/// reach gaps of 1e-4 quickly and of 1e-6 hardly: here for comparison. Workspace of one thread.
/// </summary>
internal sealed class LinearSolver(PathGraph graph, IReadOnlyList<TravellerClass> classes)
{
    // A conjugate point may lie at most so far towards the points before it: the corner always counts.
    private const double MostOfBefore = 0.99;

    private readonly AllOrNothing corners = new(graph, classes);
    private readonly LinkFlows flows = new(classes.Count, graph.LinkCount);
    private readonly LinkFlows corner = new(classes.Count, graph.LinkCount);
    private LinkFlows target = new(classes.Count, graph.LinkCount);
    private LinkFlows before = new(classes.Count, graph.LinkCount);
    private LinkFlows beforeThat = new(classes.Count, graph.LinkCount);

    public Outcome Solve(AssignmentState state, LinkCosts costs, AssignmentOptions options, Action<AssignmentProgress>? progress, CancellationToken cancellation)
    {
        state.ForgetBushes();
        costs.Take(flows.Total);
        corners.Load(state, costs, flows, cancellation);
        costs.Take(flows.Total);
        var (usable, step, stepBefore) = (0, 1.0, 1.0);
        for (var iteration = 0; ; iteration++)
        {
            var shortest = corners.Load(state, costs, corner, cancellation);
            var excess = Math.Max(Spent(costs) - shortest, 0);
            graph.Scatter(flows.Total, state.Volume);
            var outcome = new Outcome(excess, shortest, iteration, [.. corners.Unserved]);
            progress?.Invoke(new(iteration, outcome.Gap));
            if (outcome.Gap <= options.Gap || iteration >= options.MostIterations)
            {
                for (var c = 0; c < classes.Count; c++) graph.Scatter(flows.ByClass[c], state.Vehicles[c]);
                return outcome;
            }
            var wanted = options.Method switch { AssignmentMethod.BiconjugateFrankWolfe => 2, AssignmentMethod.ConjugateFrankWolfe => 1, _ => 0 };
            Aim(costs, Math.Min(wanted, usable), step, stepBefore);
            (stepBefore, step) = (step, LineSearch(costs));
            // A full step forgets: the point is then the target itself, and no direction is left to be conjugate to.
            usable = step > 1 - 1e-9 ? 0 : Math.Min(usable + 1, 2);
            flows.MoveTowards(target, step);
            costs.Take(flows.Total);
            (before, beforeThat, target) = (target, before, beforeThat);
        }
    }

    private double Spent(LinkCosts costs)
    {
        var sum = 0.0;
        for (var c = 0; c < classes.Count; c++)
        {
            costs.See(c);
            for (var link = 0; link < flows.Total.Length; link++)
                if (flows.ByClass[c][link] is var flow && flow > 0) sum += flow * costs.Cost[link];
        }
        return sum;
    }

    /// <summary>Chooses the point to go to, of the corner and up to two targets before.</summary>
    private void Aim(LinkCosts costs, int usable, double step, double stepBefore)
    {
        var share = usable > 0 ? OneConjugate(costs) : 0;
        if (usable < 2 || share == 0)
        {
            target.Blend(corner, 1 - share, before, share, before, 0);
            return;
        }
        // Mitradjieva and Lindberg's equations 15 to 17: μ undoes the last direction but one, ν the last.
        var hold = step;
        double muUp = 0, muDown = 0, nuUp = 0, nuDown = 0;
        for (var link = 0; link < corner.Total.Length; link++)
        {
            var (x, h) = (flows.Total[link], costs.Slope[link]);
            var last = before.Total[link] - x;
            var lastButOne = hold * before.Total[link] - x + (1 - hold) * beforeThat.Total[link];
            var down = corner.Total[link] - x;
            muUp += h * lastButOne * down;
            muDown += h * lastButOne * (beforeThat.Total[link] - before.Total[link]);
            nuUp += h * last * down;
            nuDown += h * last * last;
        }
        var mu = muDown != 0 ? Math.Max(0, -muUp / muDown) : 0;
        var nu = nuDown > 0 ? Math.Max(0, -nuUp / nuDown + mu * hold / (1 - hold)) : 0;
        var whole = 1 + mu + nu;
        if (!double.IsFinite(whole) || stepBefore >= 1) target.Blend(corner, 1 - share, before, share, before, 0);
        else target.Blend(corner, 1 / whole, before, nu / whole, beforeThat, mu / whole);
    }

    private double OneConjugate(LinkCosts costs)
    {
        double up = 0, down = 0;
        for (var link = 0; link < corner.Total.Length; link++)
        {
            var (x, h) = (flows.Total[link], costs.Slope[link]);
            var last = before.Total[link] - x;
            up += h * last * (corner.Total[link] - x);
            down += h * last * (corner.Total[link] - before.Total[link]);
        }
        return down == 0 ? 0 : Math.Clamp(up / down, 0, MostOfBefore);
    }

    /// <summary>How far to go: where the objective's slope along the way is 0, by bisection.</summary>
    private double LineSearch(LinkCosts costs)
    {
        var (low, high) = (0.0, 1.0);
        if (Slope(1) <= 0) return 1;
        for (var i = 0; i < 50 && high - low > 1e-15; i++)
        {
            var middle = (low + high) / 2;
            if (Slope(middle) < 0) low = middle;
            else high = middle;
        }
        return (low + high) / 2;

        double Slope(double share)
        {
            var sum = 0.0;
            for (var link = 0; link < flows.Total.Length; link++)
            {
                if (target.Total[link] - flows.Total[link] is var way && way != 0) sum += way * costs.Time(link, flows.Total[link] + share * way);
            }
            for (var c = 0; c < classes.Count; c++)
                for (var link = 0; link < flows.Total.Length; link++)
                    if (target.ByClass[c][link] - flows.ByClass[c][link] is var way && way != 0) sum += way * costs.FixedCosts[c][link];
            return sum;
        }
    }
}
