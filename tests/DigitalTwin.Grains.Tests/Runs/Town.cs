using System.Collections.Concurrent;
using DigitalTwin.Cities.Synthesis;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Studies;

namespace DigitalTwin.Grains.Tests.Runs;

/// <summary>A small district with weather and water, and a scenario of three variants that part at different hours. Gone when disposed.</summary>
internal sealed class Town : IDisposable
{
    public const string Version = "1.2.3";

    public Town(int replications = 2, string duration = "12 h")
    {
        MapSynthesis.Write(new SynthesisOptions { Seed = 7, Junctions = 60, Name = "town" }, At("maps/town"));
        Directory.CreateDirectory(At("scenarios"));
        File.WriteAllText(At("scenarios/burst.yaml"), $$"""
            scenario: burst
            title: A main bursts
            map: ../maps/town
            period: { start: 2025-07-08T00:00+08:00, duration: {{duration}}, step: 15 min }
            seed: 7
            water: { demand-noise: 10 % }
            events:
              - { at: "05:00", burst: water/pipe/P-0011, opening: 50 mm }
              # Windows that overlap and say the same: each end must find its own beginning, in a grain too.
              - { at: "01:00", until: "04:00", demand: water/junction/*, factor: 1.5 }
              - { at: "02:00", until: "10:00", demand: water/junction/*, factor: 0.7 }
              - { at: "03:00", until: "08:00", demand: water/junction/*, factor: 1.5 }
            variants:
              left: {}
              isolated: { events: [ { at: "06:00", isolate: water/pipe/P-0011 } ] }
              late: { events: [ { at: "09:00", isolate: water/pipe/P-0011 } ] }
            replications: {{replications}}
            kpis: [ water.* ]
            """);
        Study = Open();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("twin-town-").FullName;

    public Study Study { get; }

    public ConcurrentDictionary<string, RunRecord> Records { get; } = new();

    public string At(string path) => Path.Combine(Folder, path);

    public Study Open()
    {
        var problems = new ProblemList();
        var study = Study.Open(At("scenarios/burst.yaml"), problems);
        Assert.False(problems.HasErrors, string.Join('\n', problems));
        return study!;
    }

    /// <summary>The experiment, with records gathered in <see cref="Records"/>; what is there counts as done.</summary>
    public StudyExperiment Experiment(int threads = 1, int partitions = 1, TimeSpan? interval = null, ICheckpoints? checkpoints = null, Func<RunRecord, Task>? finished = null) => new(
        Study, Study.Identity(Version), [],
        new ExperimentOptions { Threads = threads, Partitions = partitions, Checkpoints = checkpoints, CheckpointInterval = interval ?? TimeSpan.FromMinutes(10) },
        (variant, replication) => Records.ContainsKey($"{variant} {replication}"),
        finished ?? (record =>
        {
            Assert.True(Records.TryAdd($"{record.Variant} {record.Replication}", record));
            return Task.CompletedTask;
        }));

    public ICheckpoints Checkpoints(int partitions = 1) => new CheckpointFolder(At("checkpoint"), $"{Study.Identity(Version)} {partitions}");

    /// <summary>The result hashes, which are taken away, so that the next experiment begins anew.</summary>
    public SortedDictionary<string, string> TakeHashes()
    {
        var hashes = new SortedDictionary<string, string>(Records.ToDictionary(r => r.Key, r => r.Value.ResultHash), StringComparer.Ordinal);
        Records.Clear();
        return hashes;
    }

    /// <summary>The hashes of the plain loop, and what it costs in steps.</summary>
    public async Task<(SortedDictionary<string, string> Hashes, long Steps)> PlainAsync()
    {
        var steps = await new LocalRunner().RunAsync(Experiment(), null, default);
        return (TakeHashes(), steps);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
