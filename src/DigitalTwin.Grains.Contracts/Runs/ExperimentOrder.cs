using System.Collections.Immutable;

namespace DigitalTwin.Grains.Contracts.Runs;

/// <summary>What an experiment is to do. None but its study and its variants touches a bit of the results.</summary>
/// <param name="Study">The scenario with its city.</param>
/// <param name="Variants">Names of the variants wanted; all when empty.</param>
/// <param name="Done">Runs that whoever starts it has already.</param>
/// <param name="Parallel">Most runs at a time on the whole cluster.</param>
/// <param name="Partitions">Most partitions per domain.</param>
/// <param name="CheckpointInterval">How often an unfinished run is saved: what a silo costs at most when it dies.</param>
[GenerateSerializer, Immutable, Alias("dt.experiment-order")]
public sealed record ExperimentOrder(
    [property: Id(0)] StudyReference Study,
    [property: Id(1)] ImmutableArray<string> Variants,
    [property: Id(2)] ImmutableArray<RunName> Done,
    [property: Id(3)] int Parallel,
    [property: Id(4)] int Partitions,
    [property: Id(5)] TimeSpan CheckpointInterval);

/// <summary>Where a silo finds a study.</summary>
/// <param name="Identity">Hash of all that the bits of its runs depend on; a silo that comes to another one refuses the experiment.</param>
/// <param name="Bundle">Hash of the content in the store that lists its files; null when the process that starts the experiment is the silo and has the study in memory.</param>
[GenerateSerializer, Immutable, Alias("dt.study-reference")]
public sealed record StudyReference([property: Id(0)] string Identity, [property: Id(1)] string? Bundle);

/// <summary>A run of an experiment.</summary>
/// <param name="Variant">Which variant.</param>
/// <param name="Replication">Which replication, from 1.</param>
[GenerateSerializer, Immutable, Alias("dt.run-name")]
public readonly record struct RunName([property: Id(0)] string Variant, [property: Id(1)] int Replication)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Variant}-r{Replication:00}";
}
