using System.Collections.Concurrent;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Experiments;

/// <summary>
/// Where the stretches of an experiment are worked on in this process, whoever made their runs: takes a run up from what is kept, advances it with
/// checkpoints, and keeps its end in memory as long as others go on from it.
/// </summary>
/// <param name="options">Checkpoints and how often.</param>
public sealed class Workbench(ExperimentOptions options)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<string, RunState> ends = new(StringComparer.Ordinal);

    /// <summary>Whether a state of the stretch is kept so that it survives the process.</summary>
    public async ValueTask<bool> IsKeptAsync(Stretch stretch)
    {
        ArgumentNullException.ThrowIfNull(stretch);
        return options.Checkpoints is { } saved && await saved.LoadAsync(stretch.Name).ConfigureAwait(false) is not null;
    }

    /// <summary>
    /// Works on a stretch with a run at time 0 that nobody else uses, until the run is at the stretch's end. That of a shared one is kept; with that of a tail the caller
    /// does what it likes.
    /// </summary>
    /// <inheritdoc cref="IStretchCarrier.CarryOutAsync"/>
    public async Task WorkAsync(CityRun run, Stretch stretch, Action<StretchProgress> reached, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(stretch);
        ArgumentNullException.ThrowIfNull(reached);
        stop.ThrowIfCancellationRequested();
        using var hard = new CancellationTokenSource();
        using var stopThenBreak = stop.Register(() => hard.CancelAfter(Grace));
        if (await BeginningAsync(stretch).ConfigureAwait(false) is { } state) await run.RestoreAsync(state).ConfigureAwait(false);
        reached(new(run.NextStep, 0));
        var (simulated, saved) = (0, options.Clock.GetTimestamp());
        await run.AdvanceAsync(stretch.Branch.UntilStep, SteppedAsync, hard.Token).ConfigureAwait(false);

        if (stretch.IsTail) return;
        var end = await run.CaptureAsync().ConfigureAwait(false);
        if (options.Checkpoints is not null) await options.Checkpoints.SaveAsync(stretch.Name, end, CancellationToken.None).ConfigureAwait(false);
        ends[stretch.Name] = end;

        async ValueTask SteppedAsync()
        {
            reached(new(run.NextStep, ++simulated));
            var due = options.Clock.GetElapsedTime(saved) >= options.CheckpointInterval;
            if ((due || stop.IsCancellationRequested) && options.Checkpoints is { } checkpoints)
            {
                await checkpoints.SaveAsync(stretch.Name, await run.CaptureAsync().ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
                saved = options.Clock.GetTimestamp();
            }
            stop.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Forgets what is kept of a stretch.</summary>
    public ValueTask ForgetAsync(Stretch stretch)
    {
        ArgumentNullException.ThrowIfNull(stretch);
        ends.TryRemove(stretch.Name, out _);
        return options.Checkpoints?.RemoveAsync(stretch.Name) ?? default;
    }

    /// <summary>The state in which a stretch begins or goes on; null at the beginning of time.</summary>
    private async ValueTask<RunState?> BeginningAsync(Stretch stretch)
    {
        if (options.Checkpoints is { } checkpoints && await checkpoints.LoadAsync(stretch.Name).ConfigureAwait(false) is { } own) return own;
        if (stretch.After is not { } before) return null;
        if (ends.TryGetValue(before, out var end)) return end;
        return options.Checkpoints is { } elsewhere && await elsewhere.LoadAsync(before).ConfigureAwait(false) is { } kept ? kept
            : throw new InvalidOperationException($"The end of '{before}' is not kept, so '{stretch.Name}' cannot go on from it.");
    }
}
