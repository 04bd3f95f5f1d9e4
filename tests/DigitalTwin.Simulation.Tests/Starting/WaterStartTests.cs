using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Starting;
using DigitalTwin.Simulation.Water;
using static DigitalTwin.Simulation.Tests.Starting.StartedVillages;

namespace DigitalTwin.Simulation.Tests.Starting;

public class WaterStartTests
{
    [Fact]
    public async Task A_run_from_a_world_that_knows_nothing_is_the_run_from_the_files() =>
        Assert.Equal((await RunAsync(null)).ResultHash, (await RunAsync(Point())).ResultHash);

    [Fact]
    public async Task The_same_starting_point_gives_the_same_bits_and_another_one_gives_others()
    {
        var one = await RunAsync(Point(Reading("water/tank/1-T", "level", 2.5)));
        Assert.Equal(one.ResultHash, (await RunAsync(StartingPoint.FromBytes(Point(Reading("water/tank/1-T", "level", 2.5)).ToBytes()))).ResultHash);
        Assert.NotEqual(one.ResultHash, (await RunAsync(Point(Reading("water/tank/1-T", "level", 2.6)))).ResultHash);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(8, 2)]
    public async Task The_bits_do_not_depend_on_the_split_with_a_zone_across_partitions(int partitions, int threads)
    {
        var point = Point(
            Reading("water/tank/2-T", "level", 1.2), Reading("water/pump/3-PU", "status", double.NaN, text: "closed"), Reading("city/district/west", "inflow", 0.02),
            Reading("water/junction/1-J2", "demand", 0.004));
        var noisy = new WaterSettings { DemandNoise = 0.3, DemandDayNoise = 0.1, HeatSlope = 0.02 };
        var alone = await RunAsync(point, noisy, air: 33, emitter: 1e-5);
        var split = await RunAsync(point, noisy, partitions, threads, air: 33, emitter: 1e-5);
        Assert.Equal(alone.ResultHash, split.ResultHash);
        Assert.Equal(alone.States.Select(s => (s.Time, s.Property, s.Values[0])), split.States.Select(s => (s.Time, s.Property, s.Values[0])));
    }

    [Fact]
    public async Task A_tank_starts_at_its_measured_level_and_moves_on_from_there()
    {
        // 6 junctions of 2 L/s at multiplier 0.4 and the pump decide; two tanks with one meter between their levels keep it for a step.
        var (low, high) = (await RunAsync(Point(Reading("water/tank/1-T", "level", 2)), steps: 1), await RunAsync(Point(Reading("water/tank/1-T", "level", 3)), steps: 1));
        Assert.Equal(1, State(high, "water/tank/1-T", "level") - State(low, "water/tank/1-T", "level"), 0.02);
        Assert.InRange(State(low, "water/tank/1-T", "level"), 1.9, 2.3);
    }

    [Fact]
    public void A_level_outside_the_tank_is_put_on_its_brim_and_the_report_says_so()
    {
        var report = Report(Point(Reading("water/tank/1-T", "level", 6.2), Reading("water/tank/2-T", "level", 4)));
        Assert.Equal("The level of water/tank/1-T is 6.2 m, outside its range of 0 to 5 m; the run starts at 5 m.", Assert.Single(report.Remarks).En);
        Assert.Equal(2, Assert.Single(report.Lines, l => l.Property == "level").Taken);
    }

    [Fact]
    public async Task A_pump_that_was_off_starts_off_and_its_controls_may_start_it()
    {
        var off = Point(Reading("water/pump/1-PU", "status", 0));
        var first = await RunAsync(off, steps: 1);
        Assert.Equal(0, Layer(first, "water_pump", "flow", "water/pump/1-PU", 0));
        Assert.True(Layer(first, "water_pump", "flow", "water/pump/2-PU", 0) > 0.001);
        // The control of the file opens it below 1 m.
        var empty = await RunAsync(Point(Reading("water/pump/1-PU", "status", 0), Reading("water/tank/1-T", "level", 0.9)), steps: 1);
        Assert.True(Layer(empty, "water_pump", "flow", "water/pump/1-PU", 0) > 0.001);
    }

    [Fact]
    public async Task A_slower_pump_lifts_less()
    {
        var slow = await RunAsync(Point(Reading("water/pump/1-PU", "speed", 0.95)), steps: 1);
        Assert.InRange(Layer(slow, "water_pump", "flow", "water/pump/1-PU", 0) / Layer(slow, "water_pump", "flow", "water/pump/2-PU", 0), 0.5, 0.97);
        Assert.Equal(0.95, State(slow, "water/pump/1-PU", "speed"), 1e-6);
    }

    [Theory]
    [InlineData("open", 0, 0)]
    [InlineData("closed", 1, 0)]
    [InlineData("open", 1, 1)]
    public async Task A_pump_runs_when_it_is_open_and_turns(string status, double speed, double runs)
    {
        var record = await RunAsync(Point(Reading("water/pump/1-PU", "status", double.NaN, text: status), Reading("water/pump/1-PU", "speed", speed)), steps: 1);
        Assert.Equal(runs, State(record, "water/pump/1-PU", "status"));
    }

    [Fact]
    public async Task A_pipe_that_was_closed_carries_no_water()
    {
        var record = await RunAsync(Point(Reading("water/pipe/1-P2", "status", double.NaN, text: "Closed")));
        Assert.All(Enumerable.Range(0, 12), row => Assert.Equal(0, Layer(record, "water_pipe", "flow", "water/pipe/1-P2", row), 1e-9));
        Assert.Equal(0, State(record, "water/pipe/1-P2", "status"));
    }

    [Theory]
    [InlineData(0, 0, 20)]
    [InlineData(0.25, 0, 20)]
    [InlineData(0.25, 0.02, 34)]
    public async Task In_the_first_step_a_metered_zone_draws_what_its_meter_says(double noise, double slope, double air)
    {
        // The file has 12 × 2 L/s × 0.4 = 9.6 L/s in the west and 4.8 L/s in the east at midnight, before chance and heat.
        var settings = new WaterSettings { DemandNoise = noise, DemandDayNoise = noise, HeatSlope = slope };
        var record = await RunAsync(Point(Reading("city/district/west", "demand", 0.0150), Reading("city/district/east", "demand", 0.0061)), settings, steps: 1, air: air);
        // The curve by which demand follows pressure is met to some millionths.
        Assert.Equal(0.0211, Total(record), 1e-5 * 0.0211);
        Assert.NotEqual(0.0211, Total(await RunAsync(null, settings, steps: 1, air: air)), 1e-4);
    }

    [Fact]
    public async Task The_losses_of_a_zone_are_part_of_its_inflow()
    {
        const double Emitter = 4e-5;
        var record = await RunAsync(Point(Reading("city/district/west", "inflow", 0.0150), Reading("city/district/east", "inflow", 0.006)), steps: 1, emitter: Emitter);
        var leak = record.Series.Single(s => s.Name == "water.leakage").Values[0] / 3600;
        Assert.InRange(leak, 0.002, 0.006);
        Assert.Equal(0.0150 + 0.006, Total(record) + leak, 0.005 * 0.021);
    }

    [Fact]
    public async Task A_metered_junction_draws_what_its_meter_says_and_the_others_of_the_zone_the_rest()
    {
        var factors = await FactorsAsync(Reading("city/district/east", "demand", 0.0058), Reading("water/junction/3-J1", "demand", 0.0018));
        // Without meters each has 0.8 L/s: J1 gets 1.8, the other five share 4.0.
        Assert.Equal([1, 2.25, 1, 1, 1, 1], factors);
    }

    [Theory]
    [InlineData(0.5, 5)]
    [InlineData(0.0001, 0.2)]
    public async Task A_zone_is_scaled_within_bounds_and_the_report_says_so(double metered, double factor)
    {
        Assert.Equal(factor, (await FactorsAsync(Reading("city/district/east", "demand", metered)))[0], 1e-6);
        Assert.Contains(Report(Point(Reading("city/district/east", "demand", metered))).Remarks, r => r.En.EndsWith("its demand is scaled by no more than 0.2 to 5.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_difference_between_meter_and_file_falls_to_1_over_e_in_its_memory()
    {
        var record = await RunAsync(Point(Reading("city/district/east", "demand", 0.0096)), new WaterSettings { StartDemandMemory = 3600 }, steps: 12);
        Assert.Equal(1 + 1 / Math.E, State(record, "water/junction/3-J0", "demand-factor"), 1e-5);
        Assert.Equal(1, State(record, "water/junction/1-J0", "demand-factor"), 1e-9);
    }

    [Fact]
    public async Task What_is_too_old_or_bad_is_not_used_and_the_report_says_so()
    {
        var old = Reading("water/tank/1-T", "level", 1, minutesOld: 121);
        var bad = Reading("water/tank/2-T", "level", 1) with { Quality = ReadingQuality.Bad };
        Assert.Equal((await RunAsync(null)).ResultHash, (await RunAsync(Point(old, bad))).ResultHash);
        var report = Report(Point(old, bad));
        var line = Assert.Single(report.Lines, l => l.Property == "level");
        Assert.Equal((3, 0, 1, 1, 1), (line.Assets, line.Taken, line.Stale, line.Unusable, line.Unknown));
        Assert.Equal(
        [
            "The newest 'level' of 'water/tank/2-T' is of bad quality and is not used.",
            "1 value of 'level' (water/tank) is older than 2 h and not used.",
        ], report.Remarks.Select(r => r.En));
        Assert.NotEqual((await RunAsync(null)).ResultHash, (await RunAsync(Point(old), new WaterSettings { StartLevelAge = TimeSpan.FromHours(3) })).ResultHash);
    }

    [Theory]
    [InlineData("water/pump/1-PU", "status", double.NaN, "half", "The status of water/pump/1-PU is 'half'; accepted are open (1), closed (0) and, for a valve, active (2). It is not used.")]
    [InlineData("water/pump/1-PU", "speed", 7, null, "The speed of water/pump/1-PU is 7, which makes no sense; it is not used.")]
    [InlineData("water/tank/1-T", "level", double.NaN, "full", "The level of water/tank/1-T is 'full', which is no level in m; it is not used.")]
    [InlineData("city/district/east", "inflow", -1, null, "The inflow of city/district/east is -1; accepted are numbers from 0 to 10000. It is not used.")]
    public async Task What_makes_no_sense_is_told_and_not_used(string asset, string property, double value, string? text, string sentence)
    {
        var point = Point(Reading(asset, property, value, text: text));
        Assert.Equal(sentence, Assert.Single(Report(point).Remarks).En);
        Assert.Equal((await RunAsync(null)).ResultHash, (await RunAsync(point)).ResultHash);
    }

    [Fact]
    public async Task A_run_with_meters_goes_on_from_its_saved_state_to_the_same_bits()
    {
        var point = Point(Reading("city/district/west", "demand", 0.0150), Reading("water/tank/1-T", "level", 4));
        var whole = await RunAsync(point, steps: 12, air: 30);
        var first = Run(point, steps: 12, air: 30);
        await first.AdvanceAsync(5);
        var second = Run(point, steps: 12, air: 30);
        await second.RestoreAsync(RunState.FromBytes((await first.CaptureAsync()).ToBytes("x"), "x")!);
        await second.AdvanceAsync(12);
        Assert.Equal(whole.ResultHash, second.Record("v", 1, [.. WaterKpis.All.Select(k => k.Name)], []).ResultHash);
    }

    private static async Task<double[]> FactorsAsync(params StartingReading[] readings)
    {
        var record = await RunAsync(Point(readings), new WaterSettings { StartDemandMemory = 1e12 }, steps: 1);
        return [.. Enumerable.Range(0, 6).Select(j => Math.Round(State(record, $"water/junction/3-J{j}", "demand-factor"), 5))];
    }

    private static double Total(RunRecord record) => record.Series.Single(s => s.Name == "water.demand").Values[0] / 3600;
}
