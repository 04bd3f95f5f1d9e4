using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Starting;
using DigitalTwin.Simulation.Studies;
using DigitalTwin.Simulation.Tests.Results;

namespace DigitalTwin.Simulation.Tests.Starting;

/// <summary>A study on the map that comes with the project, run from a world.</summary>
public sealed class StudyFromAWorldTests : IDisposable
{
    private static readonly DateTimeOffset Evening = new(2025, 11, 22, 18, 3, 20, TimeSpan.FromHours(8));

    private static readonly StartingReading[] Known =
    [
        Reading("water/tank/T-1", "level", 2.75), Reading("water/pump/PU-1C", "status", double.NaN, 60 * 24) with { Text = "closed" }, Reading("water/valve/V-1", "setting", 25),
        Reading("city/district/D-1", "inflow", 0.05), Reading("weather/station/WS-1", "air-temperature", 17), Reading("weather/station/WS-2", "air-temperature", 17.5, 300),
        Reading("weather/station/WS-1", "precipitation", 9), Reading("parking/lot/Z-1", "occupancy", 88),
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_next_day_from_now_begins_with_the_step_in_which_the_world_is()
    {
        var study = Open("{ duration: 24 h }", Point(Known));
        Assert.Equal(new DateTimeOffset(2025, 11, 22, 18, 0, 0, TimeSpan.FromHours(8)), study.Recording.Start);
    }

    [Fact]
    public void A_scenario_with_a_start_keeps_it_and_says_by_how_much_the_state_was_moved()
    {
        var study = Open("{ start: 2025-07-08T06:00+08:00, duration: 1 h }", Point(Known));
        Assert.Equal(7, study.Recording.Start.Month);
        Assert.Equal("The scenario keeps its own start; the state of the world is put there, 137.5 d before its own instant.", Report(study).Remarks[0].En);
    }

    [Fact]
    public void The_report_tells_what_was_observed_what_was_assumed_and_how_old_each_is()
    {
        var report = Report(Open("{ duration: 1 h }", Point(Known)));
        using var text = new StringWriter();
        StartText.Write(report, text);
        Assert.Equal(
            $"""
            The run begins at 2025-11-22 18:00:00 with the state of the world 'live' at 2025-11-22 18:03:20 (content {report.Hash[..12]}).
              what                             taken   age: newest, median, oldest  otherwise
              ───────────────────────────────  ──────  ───────────────────────────  ────────────────────────────────────────────────
              water/tank level                 1 of 1  5 min
              water/pump status                1 of 3  24 h                         2: the network file's initial value
              water/valve status               0 of 2                               2: the network file's initial value
              water/valve setting              1 of 2  5 min                        1: the network file's initial value
              city/district inflow             1 of 4  5 min                        3: the network file's demand at that time of day
              weather/station air-temperature  1 of 3  5 min                        2: the climate's value at that time (1 too old)
              weather/station precipitation    1 of 3  5 min                        2: the climate's value at that time
              · The meter of city/district/D-1 says 0.05 m³/s where the network file has 0.16159 m³/s: its demand is scaled by about 0.309.
              · The map has no 'parking/lot/Z-1'; what the world knows of it is not used.
              · 1 value of 'air-temperature' (weather/station) is older than 2 h and not used.

            """.ReplaceLineEndings("\n"), text.ToString().ReplaceLineEndings("\n"));
        using var chinese = new StringWriter();
        StartText.Write(report, chinese, "zh");
        Assert.Contains("采用世界“live”在 2025-11-22 18:03:20 的状态", chinese.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_weather_begins_as_the_stations_measured_it_and_its_rain_fades()
    {
        var (plain, from) = (await RunAsync(null), await RunAsync(Point(Known)));
        var (without, with) = (Series(plain, "weather.precipitation"), Series(from, "weather.precipitation"));
        Assert.All(without, v => Assert.Equal(0, v));
        Assert.True(with[0] > 1 && with[^1] > 0 && with.Zip(with.Skip(1)).All(p => p.Second < p.First), string.Join(' ', with));
        Assert.NotEqual(plain.ResultHash, from.ResultHash);
    }

    [Fact]
    public async Task A_world_in_which_nothing_was_observed_changes_no_bit_of_the_results() =>
        Assert.Equal((await RunAsync(null)).ResultHash, (await RunAsync(Point())).ResultHash);

    [Fact]
    public void The_starting_point_is_part_of_the_identity_and_stands_in_the_manifest()
    {
        var (one, other) = (Open("{ duration: 1 h }", Point(Known)), Open("{ duration: 1 h }", Point(Known[1..])));
        Assert.NotEqual(one.Identity("1"), other.Identity("1"));
        Assert.Equal(one.Identity("1"), Open("{ duration: 1 h }", StartingPoint.FromBytes(one.Start!.ToBytes())).Identity("1"));

        var manifest = MadeUpRun.Manifest() with { Start = Report(one) };
        using var json = new MemoryStream();
        RunManifestWriter.Write(manifest, json);
        var problems = new ProblemList();
        var back = RunManifestReader.Read(json.ToArray(), "run.json", problems);
        Assert.Empty(problems);
        Assert.Equal(StartText.Fingerprint(manifest.Start), StartText.Fingerprint(back!.Start!));
        Assert.Contains($"\"sha256\": \"{one.Start!.Hash}\"", Encoding.UTF8.GetString(json.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_warm_up_is_left_out_and_a_foreign_map_is_warned_about()
    {
        var problems = new ProblemList();
        var study = Study.Open(Scenario("{ duration: 1 h, warm-up: 2 h }"), problems, StartingPoint.Of("live", "another", Evening, Known));
        Assert.Equal(0, study!.Recording.First);
        Assert.Equal(
        [
            "The world 'live' is of another map, or of another version of 'optics-valley'; the run starts with what it knows of assets that both have.",
            "The warm-up (7200 s) is left out: the run starts from the world 'live'.",
        ], problems.Where(p => p.Severity == Severity.Warning).Select(p => p.Sentence));
    }

    private static StartingReading Reading(string asset, string property, double value, double minutesOld = 5) =>
        new(asset, property, value, null, Evening.AddMinutes(-minutesOld), ReadingQuality.Good, "scada", ReadingOrigin.Observed);

    private static StartingPoint Point(params StartingReading[] readings) => StartingPoint.Of("live", "", Evening, readings);

    private static StartReport Report(Study study) => study.StartReport(EffectiveScenario.All(study.Scenario)[0])!;

    private static double[] Series(RunRecord record, string name) => record.Series.Single(s => s.Name == name).Values;

    private string Scenario(string period)
    {
        var file = folder["now.yaml"];
        File.WriteAllText(file, $"scenario: now\nmap: {Path.Combine(Repository.Root, "maps", "optics-valley").Replace('\\', '/')}\nperiod: {period}\nkpis: [ water.*, weather.* ]\n");
        return file;
    }

    private Study Open(string period, StartingPoint? start)
    {
        var problems = new ProblemList();
        var study = Study.Open(Scenario(period), problems, start);
        Assert.Equal([], problems.Where(p => p.Severity == Severity.Error).Select(p => p.ToString()));
        return study!;
    }

    private async Task<RunRecord> RunAsync(StartingPoint? start)
    {
        var study = Open("{ start: 2025-07-08T06:00+08:00, duration: 30 min }", start);
        var variant = study.Scenario.Variants[0].Name;
        var run = new CityRun(study.Plan(variant), 1, new KeyedRandom(1), new Workers(1));
        await run.AdvanceAsync(int.MaxValue);
        return run.Record(variant, 1, [], []);
    }
}
