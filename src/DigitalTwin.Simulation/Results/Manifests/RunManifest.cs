using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Starting;

namespace DigitalTwin.Simulation.Results.Manifests;

/// <summary>
/// What a run is and where it stands: the content of <c>run.json</c>. It names every input by its hash, the program and the command, which is
/// enough to run it again to the same bits; and it describes the KPIs, series and layers that lie beside it, so that a folder explains itself.
/// </summary>
public sealed record RunManifest
{
    /// <summary>Name and version of the format, the first thing in the file.</summary>
    public const string Format = "digitaltwin-run/1";

    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>The scenario's title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The question it answers, if the scenario asks one.</summary>
    public LocalizedText? Question { get; init; }

    /// <summary>Which variant.</summary>
    public required string Variant { get; init; }

    /// <summary>The variant's title; its name when null.</summary>
    public LocalizedText? VariantTitle { get; init; }

    /// <summary>Place of the variant in the scenario, from 0. The others are compared with the first.</summary>
    public int VariantOrder { get; init; }

    /// <summary>Which replication, from 1.</summary>
    public required int Replication { get; init; }

    /// <summary>The scenario's seed, the same for all of its variants.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The map it ran on.</summary>
    public required MapStamp Map { get; init; }

    /// <summary>The simulated period.</summary>
    public required SimulatedPeriod Period { get; init; }

    /// <summary>Every file that was read.</summary>
    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>What it took from the world from which it started; null when it started from the files of its map.</summary>
    public StartReport? Start { get; init; }

    /// <summary>The program that ran it.</summary>
    public required ProgramStamp Program { get; init; }

    /// <summary>How it was spread over the machine; the result does not depend on it.</summary>
    public required RunSpread Spread { get; init; }

    /// <summary>The command that runs it again.</summary>
    public required string Command { get; init; }

    /// <summary>When the run began, on the wall clock.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended, whichever way; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Where it stands.</summary>
    public RunStatus Status { get; init; } = RunStatus.Running;

    /// <summary>Why it stopped or failed; null otherwise.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>Hash of the whole state trajectory and of every KPI; null until finished.</summary>
    public string? ResultHash { get; init; }

    /// <summary>What was assumed because the input did not say.</summary>
    public IReadOnlyList<LocalizedText> Assumptions { get; init; } = [];

    /// <summary>The KPIs in <c>kpi.csv</c>, in its order.</summary>
    public IReadOnlyList<KpiDeclaration> Kpis { get; init; } = [];

    /// <summary>The series in <c>series.csv</c>, in its order.</summary>
    public IReadOnlyList<SeriesLabel> Series { get; init; } = [];

    /// <summary>The layers of <c>results.gpkg</c>.</summary>
    public IReadOnlyList<LayerLabel> Layers { get; init; } = [];

    /// <summary>The manifest when the run is finished, but for the layers of its package.</summary>
    public RunManifest With(RunRecord record, DateTimeOffset ended)
    {
        ArgumentNullException.ThrowIfNull(record);
        return this with
        {
            Status = RunStatus.Finished,
            Ended = ended,
            ResultHash = record.ResultHash,
            Assumptions = record.Assumptions,
            Kpis = [.. record.Kpis.Select(k => k.Kpi)],
            Series = [.. record.Series.Select(s => new SeriesLabel(s.Name, s.Unit, s.Title))],
        };
    }

    /// <summary>The replication's label: <c>r01</c>.</summary>
    public string ReplicationLabel => $"r{Replication:00}";
}

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>It runs, or was killed before it could say otherwise.</summary>
    Running,

    /// <summary>It was stopped and can be resumed.</summary>
    Stopped,

    /// <summary>It ran to its end.</summary>
    Finished,

    /// <summary>It could not go on.</summary>
    Failed,
}

/// <summary>A map by name and content.</summary>
/// <param name="Name">The city's name.</param>
/// <param name="ContentHash">Hash of everything in it.</param>
public sealed record MapStamp(string Name, string ContentHash);

/// <summary>The simulated period. Times in a run are seconds since <paramref name="Start"/>.</summary>
/// <param name="Start">Its first instant, with the offset in which local times are shown.</param>
/// <param name="Duration">Its length.</param>
/// <param name="Step">The coupling interval.</param>
public sealed record SimulatedPeriod(DateTimeOffset Start, TimeSpan Duration, TimeSpan Step)
{
    /// <summary>The furthest that any time of a run may lie from its start, s: three thousand years.</summary>
    public const double Furthest = 1e11;

    /// <summary>The instant <paramref name="seconds"/> after the start, rounded to a millisecond and kept within the calendar.</summary>
    public DateTimeOffset At(double seconds)
    {
        var ticks = Start.UtcTicks + ((long)Math.Round(Math.Clamp(seconds, -Furthest, Furthest) * 1000) * TimeSpan.TicksPerMillisecond);
        var within = Math.Clamp(ticks, TimeSpan.TicksPerDay, DateTimeOffset.MaxValue.UtcTicks - TimeSpan.TicksPerDay);
        return new DateTimeOffset(within, TimeSpan.Zero).ToOffset(Start.Offset);
    }
}

/// <summary>The program that made a run.</summary>
/// <param name="Name">Its name: <c>twin</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="OperatingSystem">The operating system and the processor's architecture.</param>
public sealed record ProgramStamp(string Name, string Version, string Runtime, string OperatingSystem);

/// <summary>How a run was spread.</summary>
/// <param name="Threads">Threads it may use.</param>
/// <param name="Partitions">Parts per domain; 0 when each domain chose.</param>
public sealed record RunSpread(int Threads, int Partitions);

/// <summary>What a series of <c>series.csv</c> is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Title">Its title.</param>
public sealed record SeriesLabel(string Name, string Unit, LocalizedText Title);
