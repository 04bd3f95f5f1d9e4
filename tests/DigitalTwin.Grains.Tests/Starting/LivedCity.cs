using DigitalTwin.Cities;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Grains.Worlds;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Starting;
using DigitalTwin.Simulation.Studies;
using DigitalTwin.Storage.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Grains.Tests.Starting;

/// <summary>The map that comes with the project, with a live world that a few sensors feed, and runs that start from it.</summary>
internal sealed class LivedCity : IAsyncDisposable
{
    private static readonly Lazy<City> Loaded = new(() => Cities.City.Load(Path.Combine(Repository.Root, "maps", "optics-valley")));

    private LivedCity(TestCity twins) => Twins = twins;

    public static City City => Loaded.Value;

    public TestCity Twins { get; }

    public static async Task<LivedCity> StartAsync()
    {
        var twins = await TestCity.StartAsync(new LoadedCity(City));
        var now = twins.Clock.Now;
        var receptions = await twins.SendAsync(
            TestCity.Seen("water/tank/T-1", "level", 2.75, now.AddMinutes(-4)), new("water/pump/PU-1C", "status", double.NaN, now.AddHours(-30), "scada", Text: "closed"),
            TestCity.Seen("water/pump/PU-1A", "status", 1, now.AddMinutes(-1)), TestCity.Seen("water/pump/PU-1B", "status", 1, now.AddMinutes(-1)),
            TestCity.Seen("city/district/D-1", "demand", 0.09, now.AddMinutes(-3)), TestCity.Seen("parking/lot/P-79", "occupancy", 120, now.AddMinutes(-5)));
        Assert.All(receptions, r => Assert.Equal(ReceptionKind.Accepted, r.Kind));
        await twins.Store.Journal.AppendAsync(new TwinEntry("live", "weather/station/WS-1", now, [TestCity.Seen("weather/station/WS-1", "air-temperature", 31, now.AddMinutes(-2))]), default);
        return new(twins);
    }

    /// <summary>Runs a scenario from a world, leaves worlds behind, and gives the study's run.</summary>
    public async Task<Study> RunAsync(string? from, string prefix, string period, string rest = "", DateTimeOffset? instant = null, bool resume = false, Func<RunManifest, bool>? dies = null)
    {
        var store = Twins.Store;
        var now = Twins.Clock.Now;
        var origin = from is null ? null : await RunOrigin.TakeAsync(store, from, instant, prefix, resume, now, default);
        var file = Path.Combine(Twins.Folder, $"{prefix}.yaml");
        await File.WriteAllTextAsync(file, $"scenario: {prefix}\nmap: {City.Folder.Replace('\\', '/')}\nperiod: {period}\n{rest}");
        var problems = new ProblemList();
        var study = Study.Open(file, problems, origin?.Start);
        Assert.Equal([], problems.Where(p => p.Severity == Severity.Error).Select(p => p.ToString()));
        var worlds = await RunWorlds.BeginAsync(
            store, new() { Prefix = prefix, Map = City.ContentHash, From = origin?.Fork, Resume = resume, Requester = "test", Clock = Twins.Clock },
            [.. study!.Scenario.Variants.Select(v => v.Name)], study.Scenario.Replications, default);
        var run = new StudyRun(study, new StudyOptions
        {
            Out = Path.Combine(Twins.Folder, "runs"), Clock = Twins.Clock, Command = "twin run", Program = new("twin", "1", ".NET", "test"), Resume = resume,
            Results = new() { WritePackage = false, WriteReport = false },
            Keep = (manifest, record, cancellation) => dies?.Invoke(manifest) == true ? throw new IOException("The plug was pulled.") : worlds.KeepAsync(manifest, record, cancellation),
        }, NullLogger.Instance);
        await run.RunAsync();
        await worlds.EndAsync(default);
        return study;
    }

    public static StartReport Report(Study study) => study.StartReport(Scenarios.Variants.EffectiveScenario.All(study.Scenario)[0])!;

    public ValueTask DisposeAsync() => Twins.DisposeAsync();
}
