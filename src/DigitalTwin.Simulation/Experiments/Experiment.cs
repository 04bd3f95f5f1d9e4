using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Experiments;

/// <summary>What an experiment reports while it runs.</summary>
/// <param name="StepsDone">Steps simulated or found done.</param>
/// <param name="StepsInAll">Steps in all, shared stretches counted once.</param>
/// <param name="Doing">The branch and replication that just advanced.</param>
public readonly record struct ExperimentProgress(long StepsDone, long StepsInAll, string Doing);

/// <summary>
/// Runs the tree of a scenario's variants for every replication: each shared stretch once, each tail once, at most so many runs at a time, with
/// checkpoints from which a killed experiment goes on to the same bits.
/// </summary>
/// <param name="root">The tree.</param>
/// <param name="random">The scenario's chance.</param>
/// <param name="options">Threads, partitions, checkpoints.</param>
public sealed class Experiment(Branch root, KeyedRandom random, ExperimentOptions options)
{
    private readonly Workers workers = new(options.Threads);
    private long stepsDone;
    private long stepsSimulated;

    /// <summary>How many steps were really simulated: the cost of the experiment.</summary>
    public long StepsSimulated => Interlocked.Read(ref stepsSimulated);

    /// <summary>Runs every variant and replication that is not done yet.</summary>
    /// <param name="replications">Which replications.</param>
    /// <param name="isDone">Whether a variant's replication needs no run.</param>
    /// <param name="finished">Called with every tail's run when it has reached its end, by as many threads as there are.</param>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellation">
    /// Ends the experiment at the end of the steps under way, or half a second later within them; either way the checkpoints are good.
    /// </param>
    public async Task RunAsync(
        IReadOnlyList<int> replications, Func<string, int, bool> isDone, Func<CityRun, string, int, Task> finished,
        IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(replications);
        var all = replications.Count * Steps(root, 0);
        using var hard = new CancellationTokenSource();
        using var softThenHard = cancellation.Register(() => hard.CancelAfter(TimeSpan.FromSeconds(0.5)));
        using var slots = new SemaphoreSlim(options.Threads);
        var session = new Session(isDone, finished, progress, all, slots, cancellation, hard.Token);
        await Task.WhenAll([.. replications.Select(r => workers.Start(() => BranchAsync(root, 0, null, r, session)))]).ConfigureAwait(false);
    }

    private sealed record Session(
        Func<string, int, bool> IsDone, Func<CityRun, string, int, Task> Finished, IProgress<ExperimentProgress>? Progress, long Steps,
        SemaphoreSlim Slots, CancellationToken Soft, CancellationToken Hard);

    private async Task BranchAsync(Branch branch, int fromStep, RunState? start, int replication, Session session)
    {
        if (branch.Variants.All(v => session.IsDone(v, replication)))
        {
            Interlocked.Add(ref stepsDone, Steps(branch, fromStep));
            return;
        }
        var name = $"{branch.Name}-r{replication:00}";
        var end = start;
        if (!ChildrenCanGoOn(branch, replication, session)) end = await StretchAsync(branch, name, fromStep, start, replication, session).ConfigureAwait(false);
        else Interlocked.Add(ref stepsDone, branch.UntilStep - fromStep);
        await Task.WhenAll([.. branch.Children.Select(c => workers.Start(() => BranchAsync(c, branch.UntilStep, end, replication, session)))]).ConfigureAwait(false);
        options.Checkpoints?.Remove(name);
    }

    /// <summary>True when a shared stretch need not be run again because every child is done or has a state of its own.</summary>
    private bool ChildrenCanGoOn(Branch branch, int replication, Session session) =>
        branch.Children.Count > 0 && options.Checkpoints is { } saved
        && branch.Children.All(c => c.Variants.All(v => session.IsDone(v, replication)) || saved.Load($"{c.Name}-r{replication:00}") is not null);

    private async Task<RunState?> StretchAsync(Branch branch, string name, int fromStep, RunState? start, int replication, Session session)
    {
        await session.Slots.WaitAsync(session.Soft).ConfigureAwait(false);
        try
        {
            session.Soft.ThrowIfCancellationRequested();
            var run = new CityRun(branch.Plan, options.Partitions, random.ForReplication(replication), workers);
            if ((options.Checkpoints?.Load(name) ?? start) is { } state) await run.RestoreAsync(state).ConfigureAwait(false);
            Interlocked.Add(ref stepsDone, run.NextStep - fromStep);
            var saved = options.Clock.GetTimestamp();
            await run.AdvanceAsync(branch.UntilStep, SteppedAsync, session.Hard).ConfigureAwait(false);

            if (branch.Children.Count > 0)
            {
                var end = await run.CaptureAsync().ConfigureAwait(false);
                options.Checkpoints?.Save(name, end);
                return end;
            }
            await session.Finished(run, branch.Variants[0], replication).ConfigureAwait(false);
            return null;

            async ValueTask SteppedAsync()
            {
                Interlocked.Increment(ref stepsSimulated);
                session.Progress?.Report(new(Interlocked.Increment(ref stepsDone), session.Steps, name));
                var due = options.Clock.GetElapsedTime(saved) >= options.CheckpointInterval;
                if ((due || session.Soft.IsCancellationRequested) && options.Checkpoints is { } folder)
                {
                    folder.Save(name, await run.CaptureAsync().ConfigureAwait(false));
                    saved = options.Clock.GetTimestamp();
                }
                session.Soft.ThrowIfCancellationRequested();
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
