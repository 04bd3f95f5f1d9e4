using System.Collections.Immutable;

namespace DigitalTwin.Grains.Contracts.Runs;

/// <summary>An experiment: the variants and replications of a study, carried out by <see cref="IRunGrain"/>s across the cluster, so many at a time. Key: the experiment's id.</summary>
[Alias("dt.experiment-grain")]
public interface IExperimentGrain : IGrainWithStringKey
{
    /// <summary>Starts it; nothing happens when it runs or is finished already. One that was stopped, failed or lost its silo goes on from what is kept.</summary>
    /// <exception cref="ArgumentException">The experiment was started with another study.</exception>
    [Alias("start")]
    Task StartAsync(ExperimentOrder order, CancellationToken cancellation);

    /// <summary>
    /// How it is getting on, first all that is known and then what is new, until it has ended. News may be left out between two that follow each other, outcomes
    /// never are. Leaving stops nothing.
    /// </summary>
    [Alias("follow")]
    IAsyncEnumerable<ExperimentNews> FollowAsync(CancellationToken cancellation);

    /// <summary>How it is getting on now, with every outcome.</summary>
    [Alias("status")]
    Task<ExperimentNews> StatusAsync(CancellationToken cancellation);

    /// <summary>What a run came to, or null while it has not ended.</summary>
    [Alias("outcome")]
    Task<RunOutcome?> OutcomeAsync(RunName run, CancellationToken cancellation);

    /// <summary>Stops it: runs under way are saved within a second, and no other is begun. Returns when all have stopped.</summary>
    [Alias("cancel")]
    Task CancelAsync(CancellationToken cancellation);
}

/// <summary>Where work has got to.</summary>
[GenerateSerializer, Alias("dt.work-phase")]
public enum WorkPhase
{
    /// <summary>Nobody has started it.</summary>
    Waiting = 0,

    /// <summary>Under way.</summary>
    Running = 1,

    /// <summary>Done.</summary>
    Finished = 2,

    /// <summary>Stopped by somebody; what is kept is good.</summary>
    Stopped = 3,

    /// <summary>Ended with an error; what was kept before is good.</summary>
    Failed = 4,
}

/// <summary>How an experiment is getting on.</summary>
/// <param name="Phase">Where it is.</param>
/// <param name="StepsDone">Steps simulated or found done.</param>
/// <param name="StepsInAll">Steps in all, shared stretches counted once.</param>
/// <param name="StepsSimulated">Steps really simulated since it was last started.</param>
/// <param name="Doing">What just advanced.</param>
/// <param name="Outcomes">Runs that have ended, each told once to whoever follows.</param>
/// <param name="Failure">Why it failed, one sentence; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("dt.experiment-news")]
public sealed record ExperimentNews(
    [property: Id(0)] WorkPhase Phase,
    [property: Id(1)] long StepsDone,
    [property: Id(2)] long StepsInAll,
    [property: Id(3)] long StepsSimulated,
    [property: Id(4)] string Doing,
    [property: Id(5)] ImmutableArray<RunOutcome> Outcomes,
    [property: Id(6)] string? Failure = null)
{
    /// <summary>Nothing yet.</summary>
    public static ExperimentNews None { get; } = new(WorkPhase.Waiting, 0, 0, 0, "", []);
}

/// <summary>What a run came to.</summary>
/// <param name="Run">The run.</param>
/// <param name="ResultHash">Hash of its whole trajectory and of every KPI.</param>
/// <param name="Contents">
/// Hashes of the contents in the store that make up its final state, in their order, from which whoever has the study makes its record; empty when it was
/// handed over in memory.
/// </param>
[GenerateSerializer, Immutable, Alias("dt.run-outcome")]
public sealed record RunOutcome([property: Id(0)] RunName Run, [property: Id(1)] string ResultHash, [property: Id(2)] ImmutableArray<string> Contents);
