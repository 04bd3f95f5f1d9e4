namespace DigitalTwin.Simulation.Experiments;

/// <summary>What an experiment reports while it runs.</summary>
/// <param name="StepsDone">Steps simulated or found done.</param>
/// <param name="StepsInAll">Steps in all, shared stretches counted once.</param>
/// <param name="Doing">The branch and replication that just advanced.</param>
public readonly record struct ExperimentProgress(long StepsDone, long StepsInAll, string Doing);

/// <summary>
/// Walks the tree of a scenario's variants for every replication: each shared stretch once, each tail once, at most so many at a time. Who carries
/// the stretches out, and where, is the carrier's affair; what was kept of a stopped or killed experiment is gone on from, to the same bits.
/// </summary>
/// <param name="root">The tree.</param>
/// <param name="carrier">Carries stretches out.</param>
/// <param name="parallel">Most stretches at a time.</param>
public sealed class Experiment(Branch root, IStretchCarrier carrier, int parallel)
{
    private long stepsDone;
    private long stepsSimulated;

    /// <summary>How many steps were really simulated: the cost of the experiment.</summary>
    public long StepsSimulated => Interlocked.Read(ref stepsSimulated);

    /// <summary>Runs every variant and replication that is not done yet.</summary>
    /// <param name="replications">Which replications.</param>
    /// <param name="isDone">Whether a variant's replication needs no run.</param>
    /// <param name="progress">Told of what has advanced.</param>
    /// <param name="cancellation">Stops the stretches under way and begins no other; what is kept is good.</param>
    public async Task RunAsync(
        IReadOnlyList<int> replications, Func<string, int, bool> isDone, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(replications);
        using var slots = new SemaphoreSlim(parallel);
        var session = new Session(isDone, progress, replications.Count * Steps(root, 0), slots, cancellation);
        await Task.WhenAll([.. replications.Select(r => BranchAsync(new Stretch(root, r, 0, null), session))]).ConfigureAwait(false);
    }

    private sealed record Session(
        Func<string, int, bool> IsDone, IProgress<ExperimentProgress>? Progress, long Steps, SemaphoreSlim Slots, CancellationToken Cancellation);

    private async Task BranchAsync(Stretch stretch, Session session)
    {
        var branch = stretch.Branch;
        if (branch.Variants.All(v => session.IsDone(v, stretch.Replication)))
        {
            Interlocked.Add(ref stepsDone, Steps(branch, stretch.FromStep));
            return;
        }
        Stretch[] next = [.. branch.Children.Select(c => new Stretch(c, stretch.Replication, branch.UntilStep, stretch.Name))];
        if (!await CanGoOnAsync(next, session).ConfigureAwait(false)) await StretchAsync(stretch, session).ConfigureAwait(false);
        else Interlocked.Add(ref stepsDone, branch.UntilStep - stretch.FromStep);
        await Task.WhenAll([.. next.Select(child => BranchAsync(child, session))]).ConfigureAwait(false);
        await carrier.ForgetAsync(stretch).ConfigureAwait(false);
    }

    /// <summary>True when a shared stretch need not be carried out again because each that continues it is done or has a state of its own.</summary>
    private async Task<bool> CanGoOnAsync(Stretch[] next, Session session)
    {
        foreach (var child in next)
            if (!child.Branch.Variants.All(v => session.IsDone(v, child.Replication)) && !await carrier.IsKeptAsync(child).ConfigureAwait(false)) return false;
        return next.Length > 0;
    }

    private async Task StretchAsync(Stretch stretch, Session session)
    {
        await session.Slots.WaitAsync(session.Cancellation).ConfigureAwait(false);
        try
        {
            var last = new StretchProgress(stretch.FromStep, 0);
            await carrier.CarryOutAsync(stretch, Reached, session.Cancellation).ConfigureAwait(false);

            void Reached(StretchProgress now)
            {
                var done = Interlocked.Add(ref stepsDone, now.NextStep - last.NextStep);
                Interlocked.Add(ref stepsSimulated, now.StepsSimulated - last.StepsSimulated);
                var advanced = now.StepsSimulated > last.StepsSimulated;
                last = now;
                if (advanced) session.Progress?.Report(new(done, session.Steps, stretch.Name));
            }
        }
        finally
        {
            session.Slots.Release();
        }
    }

    private static long Steps(Branch branch, int fromStep) =>
        branch.UntilStep - fromStep + branch.Children.Sum(c => Steps(c, branch.UntilStep));
}
