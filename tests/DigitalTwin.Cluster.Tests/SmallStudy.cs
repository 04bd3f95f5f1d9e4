using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Studies;

namespace DigitalTwin.Cluster.Tests;

/// <summary>A study on the shipped map: three variants that share prefixes, in a folder of its own.</summary>
internal sealed class SmallStudy : IDisposable
{
    /// <summary>The version that silos and whoever submits must share.</summary>
    public const string Version = "test";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("twin-cluster-");

    /// <summary>Writes and opens it.</summary>
    /// <param name="hours">How long a run lasts, simulated.</param>
    /// <param name="replications">How many replications of each variant.</param>
    public SmallStudy(int hours, int replications)
    {
        var file = Path.Combine(folder.FullName, "burst.yaml");
        var map = Path.Combine(Repository.Root, "maps", "optics-valley");
        File.WriteAllText(file, $$"""
            scenario: burst
            title: { en: A main bursts, zh: 主管爆裂 }
            map: {{map}}
            period: { start: 2025-07-08T06:00+08:00, duration: {{hours}} h, step: 5 min }
            seed: 20250708
            water: { demand-noise: 15 %, demand-day-noise: 5 % }
            events:
              - { name: burst, at: "06:30", burst: water/pipe/P-0745, opening: 200 mm }
            variants:
              no-burst:
                title: { en: No burst, zh: 无爆管 }
                without: [ burst ]
              isolated:
                title: { en: Isolated, zh: 隔离 }
                events: [ { at: "07:00", isolate: water/pipe/P-0745 } ]
              never:
                title: { en: Not isolated, zh: 不隔离 }
            replications: {{replications}}
            kpis: [ water.burst-loss, water.unserved, water.tank-end-volume ]
            """);
        var problems = new ProblemList();
        Study = Study.Open(file, problems) ?? throw new InputException([.. problems]);
    }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>A folder for the files that a silo gets from the store.</summary>
    public string Cache(string silo) => Path.Combine(folder.FullName, silo);

    /// <summary>Has somebody carry it out; returns the result hash of every run.</summary>
    public async Task<SortedDictionary<string, string>> HashesAsync(IExperimentRunner runner, int partitions, TimeSpan? checkpoints = null, IProgress<ExperimentProgress>? progress = null)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var experiment = new StudyExperiment(
            Study, Study.Identity(Version), [],
            new ExperimentOptions { Threads = 2, Partitions = partitions, CheckpointInterval = checkpoints ?? TimeSpan.FromSeconds(10) },
            (_, _) => false, Keep);
        await runner.RunAsync(experiment, progress, default);
        return hashes;

        Task Keep(RunRecord record)
        {
            lock (hashes) hashes.Add($"{record.Variant} {record.Replication}", record.ResultHash);
            return Task.CompletedTask;
        }
    }

    public void Dispose() => folder.Delete(recursive: true);
}
