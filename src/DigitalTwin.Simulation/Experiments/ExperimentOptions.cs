namespace DigitalTwin.Simulation.Experiments;

/// <summary>How an experiment is carried out; none of it changes a bit of the results.</summary>
public sealed record ExperimentOptions
{
    /// <summary>Most threads, and most runs in progress, at a time.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Most partitions per domain.</summary>
    public int Partitions { get; init; } = 1;

    /// <summary>Where unfinished stretches are saved, or null for nowhere.</summary>
    public ICheckpoints? Checkpoints { get; init; }

    /// <summary>How often a stretch in progress is saved.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock of that interval.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
