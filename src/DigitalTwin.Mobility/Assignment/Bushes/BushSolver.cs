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

    private readonly PathGraph graph;
    private readonly IReadOnlyList<TravellerClass> classes;
    private readonly BushLabels labels;
    private readonly BushPlanting planting;
    private readonly BushRenewal renewal;
    private readonly BushLoading loading;
    private readonly FlowShift shift;
    private readonly double[] sums;
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
    }

    public Outcome Solve(AssignmentState state, LinkCosts costs, AssignmentOptions options, Action<AssignmentProgress>? progress, CancellationToken cancellation)
    {
        costs.Take(state.Volume);
        Plant(state, costs, cancellation);
        Load(state);
        costs.Take(sums);
        for (var iteration = 0; ; iteration++)
        {
            var (excess, total) = Renew(state, costs, cancellation);
            costs.Take(sums);
            var gap = total > 0 ? excess / total : 0;
            progress?.Invoke(new(iteration, gap));
            if (gap <= options.Gap || iteration == options.MostIterations)
            {
                sums.AsSpan().CopyTo(state.Volume);
                return new(excess, total, iteration, Unserved(state));
            }
            Equilibrate(state, costs, Math.Min(RestsBelow * gap, 0.01), iteration == 0 ? 1 : Rounds, cancellation);
            costs.Volume.AsSpan().CopyTo(state.Volume);
        }
    }

    /// <summary>Makes every bush whole. In an empty network each sees what those before it have loaded; in one that was solved all see the volumes of then.</summary>
    private void Plant(AssignmentState state, LinkCosts costs, CancellationToken cancellation)
    {
        for (var i = 0; i < state.Bushes.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (c, origin) = (i / zones, i % zones);
            var demand = classes[c].Demand;
            if (demand.Start[origin] == demand.Start[origin + 1])
            {
                state.Bushes[i] = null;
                continue;
            }
            costs.See(c);
            if (state.Bushes[i] is { } known)
            {
                planting.Plant(known, graph.Sender[origin], costs.Cost);
                continue;
            }
            var bush = state.Bushes[i] = new();
            planting.Plant(bush, graph.Sender[origin], costs.Cost);
            loading.Load(bush, origin, demand, classes[c].CarUnits * state.DemandFactor[c], costs.Volume);
            for (var at = 0; at < bush.LinkCount; at++)
                if (bush.In[at].Flow > 0) costs.Refresh(bush.In[at].Link);
        }
    }

    private void Load(AssignmentState state)
    {
        sums.AsSpan().Clear();
        for (var i = 0; i < state.Bushes.Length; i++)
            if (state.Bushes[i] is { } bush) Load(state, bush, i);
    }

    private void Load(AssignmentState state, Bush bush, int i) =>
        loading.Load(bush, i % zones, classes[i / zones].Demand, classes[i / zones].CarUnits * state.DemandFactor[i / zones], sums);

    private (double Excess, double Total) Renew(AssignmentState state, LinkCosts costs, CancellationToken cancellation)
    {
        var (excess, total) = (0.0, 0.0);
        sums.AsSpan().Clear();
        for (var i = 0; i < state.Bushes.Length; i++)
        {
            if (state.Bushes[i] is not { } bush) continue;
            cancellation.ThrowIfCancellationRequested();
            var (c, origin) = (i / zones, i % zones);
            costs.See(c);
            excess += renewal.Renew(bush, costs.Cost);
            total += ShortestTotal(classes[c].Demand, origin) * classes[c].CarUnits * state.DemandFactor[c];
            Load(state, bush, i);
        }
        return (excess, total);
    }

    private double ShortestTotal(DemandTable demand, int origin)
    {
        var sum = 0.0;
        for (var i = demand.Start[origin]; i < demand.Start[origin + 1]; i++)
            if (demand.Destination[i] != origin && renewal.Least[demand.Destination[i]] is var least && double.IsFinite(least)) sum += demand.Trips[i] * least;
        return sum;
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
