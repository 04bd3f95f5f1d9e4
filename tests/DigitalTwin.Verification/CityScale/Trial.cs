using System.Text.RegularExpressions;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Studies;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Verification.CityScale;

/// <summary>A folder in which scenarios are run from end to end; gone when disposed.</summary>
internal sealed class Trial : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("twin-trial-").FullName;

    /// <summary>Writes a burst scenario of three variants for a map folder beside it.</summary>
    public string Burst(string map, string pipe, int replications, string step = "5 min")
    {
        var path = Path.Combine(Folder, "burst.yaml");
        File.WriteAllText(path, $$"""
            scenario: burst
            title: A main bursts
            map: {{map}}
            period: { start: 2025-07-08T00:00+08:00, duration: 24 h, step: {{step}} }
            seed: 7
            water: { demand-noise: 10 % }
            events:
              - { at: "08:00", burst: water/pipe/{{pipe}}, opening: 150 mm }
            variants:
              left: {}
              isolated: { events: [ { at: "09:00", isolate: water/pipe/{{pipe}} } ] }
              quick: { events: [ { at: "08:30", isolate: water/pipe/{{pipe}} } ] }
            replications: {{replications}}
            kpis: [ water.* ]
            """);
        return path;
    }

    /// <summary>A scenario that comes with the project, with fewer replications.</summary>
    public string Shipped(string scenario, int replications)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "scenarios", scenario));
        var path = Path.Combine(Folder, scenario);
        var root = Repository.Root.Replace('\\', '/');
        text = text.Replace("map: ../maps", $"map: {root}/maps", StringComparison.Ordinal).Replace("from: ", $"from: {root}/scenarios/", StringComparison.Ordinal);
        File.WriteAllText(path, Regex.Replace(text, "^replications: .*$", $"replications: {replications}", RegexOptions.Multiline));
        return path;
    }

    /// <summary>Runs a scenario and gives the result hash of every run by variant and replication.</summary>
    public async Task<SortedDictionary<string, string>> RunAsync(string scenario, string into, int threads = 1, int partitions = 1, IReadOnlyCollection<string>? variants = null, IExperimentRunner? runner = null)
    {
        var problems = new ProblemList();
        var study = Study.Open(scenario, problems);
        Assert.False(problems.HasErrors, string.Join('\n', problems));
        var run = new StudyRun(study!, new StudyOptions
        {
            Out = Path.Combine(Folder, into), Threads = threads, Partitions = partitions, Variants = variants ?? [],
            Program = new ProgramStamp("verification", "0", "", ""), Command = "verification",
            Results = new ResultOptions { WritePackage = false, WriteReport = false },
        }, NullLogger.Instance, runner);
        await run.RunAsync();
        return new(Runs(into).ToDictionary(r => $"{r.Manifest.Variant} {r.Manifest.ReplicationLabel}", r => r.Manifest.ResultHash!), StringComparer.Ordinal);
    }

    /// <summary>The mean of a KPI in a variant.</summary>
    public double Kpi(string into, string variant, string kpi) =>
        Runs(into).Where(r => r.Manifest.Variant == variant).Average(r => r.Kpis.Single(k => k.Kpi.Name == kpi).Value);

    /// <summary>The runs of a folder, compared.</summary>
    public Comparison Compare(string into) => Comparison.Of(Runs(into), new ProblemList())!;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private IReadOnlyList<RunSummary> Runs(string into) => RunReader.Read([Path.Combine(Folder, into)], new ProblemList());
}
