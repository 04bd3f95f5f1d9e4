namespace DigitalTwin.Mobility.Assignment.Analysis;

/// <summary>
/// Closes one after another what is to be looked at, or takes a share of its capacity, each time from the same base, and says what that costs: a table of criticality. Closures are shared
/// by threads, each with a model of its own; what is found does not depend on how.
/// </summary>
public static class ClosureScan
{
    /// <summary>Looks at closures.</summary>
    /// <param name="model">Makes a model; called once on each thread.</param>
    /// <param name="before">Solved base. It stays as it is.</param>
    /// <param name="closures">What is closed.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="left">Share of the capacity that is left, below 1; with 0 the links are closed.</param>
    /// <param name="known">What is known already, by closure; null to look at all.</param>
    /// <param name="found">Told of each that is found, one at a time, in no certain order.</param>
    /// <param name="cancellation">Looked at between origins.</param>
    /// <returns>What each closure costs, in their order.</returns>
    public static ClosureCost[] Run(
        Func<AssignmentModel> model, AssignmentState before, IReadOnlyList<Closure> closures, int threads = 1, double left = 0, IReadOnlyDictionary<int, ClosureCost>? known = null, Action<int, ClosureCost>? found = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(closures);
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(left, 1);
        var first = model();
        var trips = BaseTrips.Of(first, before, cancellation);
        var costs = new ClosureCost[closures.Count];
        var waiting = Enumerable.Range(0, closures.Count).Where(i => known is null || !known.ContainsKey(i)).ToArray();
        if (known is not null)
            foreach (var (i, cost) in known) costs[i] = cost;
        var (next, telling) = (-1, new Lock());
        Parallel.For(0, Math.Clamp(threads, 1, Math.Max(waiting.Length, 1)), new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, thread =>
        {
            var own = thread == 0 ? first : model();
            var state = own.InitialState();
            while (Interlocked.Increment(ref next) is var place && place < waiting.Length)
            {
                cancellation.ThrowIfCancellationRequested();
                var cost = costs[waiting[place]] = Look(own, state, before, trips, closures[waiting[place]], left, cancellation);
                lock (telling) found?.Invoke(waiting[place], cost);
            }
        });
        return costs;
    }

    private static ClosureCost Look(AssignmentModel model, AssignmentState state, AssignmentState before, BaseTrips trips, Closure closure, double left, CancellationToken cancellation)
    {
        var volume = 0.0;
        foreach (var link in closure.Links) volume += before.Volume[link];
        // Nobody who does not use a link has to go another way when it is closed or narrowed.
        if (volume == 0) return new(0, 0, 0, 0, 0, trips.Totals.Gap, 0, true);
        state.Take(before);
        foreach (var link in closure.Links)
        {
            if (left > 0) state.CapacityFactor[link] *= left;
            else state.Closed[link] = true;
        }
        var report = model.Solve(state, cancellation: cancellation);
        var cut = trips.CutOff(report.Unserved);
        return new(
            report.TotalTime - (trips.Totals.Time - cut.Time), report.TotalCost - (trips.Totals.Cost - cut.Cost), report.TotalDistance - (trips.Totals.Distance - cut.Distance),
            cut.Trips, volume, report.Gap, report.Iterations, report.Converged);
    }
}
