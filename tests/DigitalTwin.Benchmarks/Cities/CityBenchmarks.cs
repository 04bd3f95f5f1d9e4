using BenchmarkDotNet.Attributes;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Studies;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Benchmarks.Cities;

/// <summary>A shipped scenario from its file to its folder: every variant and replication, results written.</summary>
[MemoryDiagnoser]
public class CityBenchmarks
{
    private string folder = "";

    /// <summary>Most threads.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup() => folder = Directory.CreateTempSubdirectory("twin-bench-").FullName;

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(folder, recursive: true);

    /// <summary>A main bursts and is isolated.</summary>
    [Benchmark]
    public async Task BurstAndIsolate()
    {
        var problems = new ProblemList();
        var study = Study.Open(Path.Combine(Repository.Root, "scenarios", "burst-and-isolate.yaml"), problems);
        problems.ThrowIfErrors();
        await new StudyRun(study!, new StudyOptions
        {
            Out = folder, Threads = Threads, Program = new ProgramStamp("bench", "0", "", ""), Command = "bench",
        }, NullLogger.Instance).RunAsync().ConfigureAwait(false);
    }
}
