using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Studies;

/// <summary>How and where a study is run; none of it changes a bit of the results.</summary>
public sealed record StudyOptions
{
    /// <summary>The folder under which the scenario gets its own.</summary>
    public required string Out { get; init; }

    /// <summary>Most threads.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Most partitions per domain.</summary>
    public int Partitions { get; init; } = 1;

    /// <summary>Names of the variants wanted; all when empty.</summary>
    public IReadOnlyCollection<string> Variants { get; init; } = [];

    /// <summary>Whether to go on with what is in the folder.</summary>
    public bool Resume { get; init; }

    /// <summary>How often unfinished runs are saved.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How much is written.</summary>
    public ResultOptions Results { get; init; } = new();

    /// <summary>Given the manifest and the record of every finished run before its folder says so; null for nobody. A run whose record could not be kept is not finished.</summary>
    public Func<RunManifest, RunRecord, CancellationToken, Task>? Keep { get; init; }

    /// <summary>The wall clock, for manifests and checkpoints.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The program, for manifests.</summary>
    public required ProgramStamp Program { get; init; }

    /// <summary>The command that runs it again, for manifests.</summary>
    public required string Command { get; init; }
}
