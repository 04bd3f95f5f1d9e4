using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Grains.Worlds;

namespace DigitalTwin.Grains.Tests.Starting;

/// <summary>Runs that start from the live world and leave a world behind.</summary>
public class RunWorldTests
{
    private const string Tank = "water/tank/T-1", Junction = "water/junction/J-0800";

    [Fact]
    public async Task A_run_is_seen_through_the_same_calls_as_live_at_any_simulated_time()
    {
        await using var city = await LivedCity.StartAsync();
        var study = await city.RunAsync("live", "next-hour", "{ duration: 1 h }");
        var begin = study.Recording.Start;
        var world = (await city.Twins.Store.Worlds.FindAsync("next-hour", default))!;
        Assert.Equal((WorldKind.Run, "live", LivedCity.City.ContentHash), (world.Kind, world.Parent, world.Map));

        var tank = city.Twins.Twin(Tank, "next-hour");
        // At the fork it knows what live knew; later also what was simulated, the newest frame not after the instant.
        Assert.Empty((await tank.StateAsync(begin, default)).Simulated);
        var half = await tank.StateAsync(begin.AddMinutes(35), default);
        var end = await tank.StateAsync(begin.AddHours(1), default);
        Assert.Equal(begin.AddMinutes(30), Level(half).ObservedAt);
        Assert.Equal(begin.AddHours(1), Level(end).ObservedAt);
        Assert.NotEqual(Level(half).Value, Level(end).Value);
        Assert.Equal(2.75, half.Observed.Single(r => r.Property == "level").Value);
        Assert.Equal(4, (await tank.HistoryAsync(new HistoryQuery("volume", begin, begin.AddHours(2)), default)).Length);
        Assert.Contains((await city.Twins.Twin(Junction, "next-hour").StateAsync(null, default)).Simulated, r => r.Property == "head");
        // Live knows nothing of it.
        Assert.Empty((await city.Twins.Twin(Tank).StateAsync(null, default)).Simulated);
    }

    [Fact]
    public async Task The_report_names_what_the_sensors_said_and_the_manifest_has_it()
    {
        await using var city = await LivedCity.StartAsync();
        var study = await city.RunAsync("live", "next-hour", "{ duration: 30 min }");
        var report = LivedCity.Report(study);
        Assert.Equal([("water/tank", "level", 1), ("water/pump", "status", 3), ("water/valve", "status", 0), ("city/district", "demand", 1), ("parking/lot", "occupancy", 1), ("weather/station", "air-temperature", 1), ("weather/station", "precipitation", 0)],
            report.Lines.Select(l => (l.AssetType, l.Property, l.Taken)));
        var world = (await city.Twins.Store.Worlds.FindAsync("next-hour", default))!;
        var run = (await RunDocument.ReadAsync(city.Twins.Store.Documents, world, [], default))!;
        Assert.Equal((report.World, report.Hash), (run.Manifest.Start!.World, run.Manifest.Start.Hash));
        Assert.Equal(12, run.Kpis.Count(k => k.Kpi.Name.StartsWith("water.", StringComparison.Ordinal) && double.IsFinite(k.Value)));
    }

    [Fact]
    public async Task A_run_goes_on_from_the_end_of_another_as_one_long_run_would()
    {
        await using var city = await LivedCity.StartAsync();
        await city.RunAsync("live", "whole", "{ duration: 2 h }");
        var study = await city.RunAsync("live", "first", "{ duration: 1 h }");
        var middle = study.Recording.Start.AddHours(1);
        var second = await city.RunAsync("first", "second", "{ duration: 1 h }");
        Assert.Equal(middle, second.Recording.Start);
        Assert.Equal("first", (await city.Twins.Store.Worlds.FindAsync("second", default))!.Parent);
        var (one, two) = (await Simulated(city, "whole"), await Simulated(city, "second"));
        // Walks, searches and stays are told only where somebody has just parked or left, and the cars that stand there at the start are not those of the long run.
        static bool IsAlwaysTold(KeyValuePair<(string Asset, string Property), double> v) => v.Key.Property is not ("walk" or "search-share" or "search-time" or "dwell");
        Assert.Equal(one.Count(IsAlwaysTold), two.Count(IsAlwaysTold));
        foreach (var (key, value) in one.Where(v => v.Key.Property is "level" or "head")) Assert.Equal(value, two[key], 2e-3);
        foreach (var (key, value) in one.Where(v => v.Key.Property is "status")) Assert.Equal(value, two[key]);
        foreach (var (key, value) in one.Where(v => v.Key.Property is "demand-factor")) Assert.Equal(value, two[key], 1e-6);
    }

    [Fact]
    public async Task What_arrives_late_in_the_parent_changes_neither_the_start_nor_the_world()
    {
        await using var city = await LivedCity.StartAsync();
        var store = city.Twins.Store;
        var origin = await RunOrigin.TakeAsync(store, "live", null, "run", resume: false, city.Twins.Clock.Now, default);
        await city.Twins.SendAsync(TestCity.Seen(Tank, "level", 5, city.Twins.Clock.Now.AddMinutes(-2)));
        var again = await RunOrigin.TakeAsync(store, "live", null, "run", resume: true, city.Twins.Clock.Now, default);
        Assert.Equal(origin.Start.Hash, again.Start.Hash);
        Assert.Equal(origin.Fork, again.Fork);
        Assert.NotEqual(origin.Start.Hash, (await RunOrigin.TakeAsync(store, "live", null, null, resume: false, city.Twins.Clock.Now, default)).Start.Hash);
    }

    [Fact]
    public async Task Every_variant_and_replication_has_its_world_and_names_that_are_taken_are_told_before_anything_runs()
    {
        await using var city = await LivedCity.StartAsync();
        const string Variants = "variants:\n  As_Is: {}\n  closed: { events: [ { at: start, close: water/pump/PU-1A } ] }\nreplications: 2\n";
        await city.RunAsync("live", "trial", "{ duration: 15 min }", Variants);
        Assert.Equal(["live", "trial.as-is.r01", "trial.as-is.r02", "trial.closed.r01", "trial.closed.r02"], (await city.Twins.Store.Worlds.ListAsync(default)).Select(w => w.Name));
        Assert.Null(await city.Twins.Store.Worlds.FindDraftAsync("trial", default));
        var refusal = await Assert.ThrowsAsync<WorldException>(() => city.RunAsync("live", "trial", "{ duration: 15 min }", Variants));
        Assert.Equal(4, refusal.Message.Split(Environment.NewLine).Length);
        Assert.StartsWith("There is a world 'trial.as-is.r01' already; give the runs' worlds another name, or delete it (twin world delete trial.as-is.r01).", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_that_dies_between_two_worlds_leaves_whole_ones_and_goes_on_to_the_same_result()
    {
        await using var city = await LivedCity.StartAsync();
        const string Two = "replications: 2\nwater: { demand-noise: 20 % }\n";
        await Assert.ThrowsAsync<IOException>(() => city.RunAsync("live", "night", "{ duration: 15 min }", Two, dies: m => m.Replication == 2));
        Assert.Equal(["live", "night.r01"], (await city.Twins.Store.Worlds.ListAsync(default)).Select(w => w.Name));
        await city.Twins.SendAsync(TestCity.Seen(Tank, "level", 5, city.Twins.Clock.Now.AddMinutes(-2)));
        await city.RunAsync("live", "night", "{ duration: 15 min }", Two, resume: true);
        Assert.Equal(["live", "night.r01", "night.r02"], (await city.Twins.Store.Worlds.ListAsync(default)).Select(w => w.Name));
        Assert.Equal(2.75, (await city.Twins.Twin(Tank, "night.r02").StateAsync(null, default)).Observed.Single(r => r.Property == "level").Value);
    }

    [Fact]
    public async Task A_run_from_the_files_of_its_map_leaves_a_world_without_a_parent()
    {
        await using var city = await LivedCity.StartAsync();
        await city.RunAsync(null, "plain", "{ start: 2025-07-08T06:00+08:00, duration: 15 min }");
        var world = (await city.Twins.Store.Worlds.FindAsync("plain", default))!;
        Assert.Equal((WorldKind.Run, null), (world.Kind, world.Parent));
        Assert.Empty((await city.Twins.Twin(Tank, "plain").StateAsync(null, default)).Observed);
    }

    private static Reading Level(TwinState state) => state.Simulated.Single(r => r.Property == "level");

    private static async Task<Dictionary<(string Asset, string Property), double>> Simulated(LivedCity city, string world)
    {
        var found = new Dictionary<(string, string), double>();
        await foreach (var twin in city.Twins.Store.History.NewestAsync(world, null, default))
            foreach (var reading in twin.Readings)
                if (reading.Origin == Contracts.Telemetry.Origin.Simulated) found[(twin.Asset, reading.Property)] = reading.Value;
        return found;
    }
}
