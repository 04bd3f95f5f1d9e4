namespace DigitalTwin.Grains.Contracts.Runs;

/// <summary>
/// One run in progress: a stretch of time that some variants share, or a variant's own tail, in one replication. Drives the loop over
/// <see cref="IPartitionGrain"/>s, saves checkpoints, and goes on from them wherever it wakes up. Key: <c>experiment/stretch</c>.
/// </summary>
[Alias("dt.run-grain")]
public interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Carries the stretch out, or joins when it is under way or done already; tells how far it has come until it has ended. Leaving stops nothing.</summary>
    [Alias("carry-out")]
    IAsyncEnumerable<StretchNews> CarryOutAsync(StretchOrder order, CancellationToken cancellation);

    /// <summary>Asks it to end with the step under way, or half a second later within it. Returns at once.</summary>
    [Alias("stop")]
    Task StopAsync(CancellationToken cancellation);

    /// <summary>Forgets the stretch, kept states included, when nobody goes on from it any more.</summary>
    [Alias("forget")]
    Task ForgetAsync(StretchOrder order, CancellationToken cancellation);
}

/// <summary>A stretch that is to be carried out.</summary>
/// <param name="Experiment">Id of its experiment.</param>
/// <param name="Order">What the experiment does.</param>
/// <param name="Branch">Name of the branch in the tree of the experiment's variants.</param>
/// <param name="Replication">Which replication, from 1.</param>
/// <param name="FromStep">The step with which it begins.</param>
/// <param name="After">Name of the stretch that it continues, or null at the beginning of time.</param>
[GenerateSerializer, Immutable, Alias("dt.stretch-order")]
public sealed record StretchOrder(
    [property: Id(0)] string Experiment,
    [property: Id(1)] ExperimentOrder Order,
    [property: Id(2)] string Branch,
    [property: Id(3)] int Replication,
    [property: Id(4)] int FromStep,
    [property: Id(5)] string? After);

/// <summary>How far a stretch has come.</summary>
/// <param name="Phase">Where it is.</param>
/// <param name="NextStep">The step that comes next.</param>
/// <param name="StepsSimulated">Steps simulated for it since it was begun or taken up.</param>
/// <param name="Outcome">What the run came to, for a finished tail; null otherwise.</param>
/// <param name="Failure">Why it failed, one sentence; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("dt.stretch-news")]
public sealed record StretchNews(
    [property: Id(0)] WorkPhase Phase,
    [property: Id(1)] int NextStep,
    [property: Id(2)] int StepsSimulated,
    [property: Id(3)] RunOutcome? Outcome = null,
    [property: Id(4)] string? Failure = null);
