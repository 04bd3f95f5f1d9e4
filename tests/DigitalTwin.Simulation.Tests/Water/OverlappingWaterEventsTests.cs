using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Water;
using DigitalTwin.Water.Network;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Tests.Water;

/// <summary>Events on one pipe, pump or junction whose windows overlap: the latest begun that has not ended holds, amounts add up, and when all have ended the network file's value is back.</summary>
public class OverlappingWaterEventsTests
{
    private const int Hours = 12;
    private const string Pipe = "water/pipe/1-P2", Pump = "water/pump/1-PU", Junction = "water/junction/2-J1";

    /// <summary>Half hours at which three events begin and end: overlapping, nested, with the same begin, with the same end, one after the other.</summary>
    public static TheoryData<double[]> Windows => new([1, 5, 3, 7, 6, 9], [1, 9, 2, 4, 3, 8], [2, 4, 2, 6, 2, 8], [1, 8, 3, 8, 6, 8], [1, 3, 3, 5, 5, 7], [5, 8, 1, 6, 3, 4]);

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task A_pipe_is_closed_while_any_of_its_closures_lasts(double[] windows)
    {
        var record = await RunAsync(Three(windows, i => Action(0, i == 1 ? "isolate" : "close", Pipe)));
        var status = Hourly(record, "status", Pipe);
        for (var hour = 1; hour <= Hours; hour++) Assert.Equal(Standing(windows, hour).Any() ? 0 : 1, status[hour]);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task A_pump_does_what_the_latest_that_lasts_says(double[] windows)
    {
        DueAction[] actions = [Action(0, "trip", Pump), Action(0, "set", Pump, ("speed", 0.9)), Action(0, "set", Pump, ("speed", 0.8))];
        var speed = Hourly(await RunAsync(Three(windows, i => actions[i])), "speed", Pump);
        for (var hour = 1; hour <= Hours; hour++)
        {
            if (!Standing(windows, hour).Any()) continue;
            Assert.Equal(new[] { 0, 0.9f, 0.8f }[Standing(windows, hour).OrderBy(i => windows[2 * i]).Last()], speed[hour]);
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task What_is_drawn_at_a_junction_adds_up_and_the_file_s_demand_returns(double[] windows)
    {
        double[] flow = [0.004, 0.001, 0.0003];
        var usual = (await RunAsync([])).Series.Single(s => s.Name == "water.demand");
        var record = await RunAsync(Three(windows, i => i == 0 ? Action(0, "fire", Junction, ("flow", flow[0])) : Action(0, "demand", Junction, ("add", flow[i]))));
        var demand = record.Series.Single(s => s.Name == "water.demand");
        for (var step = 0; step < usual.Values.Length; step++)
        {
            var more = Standing(windows, usual.Times[step] / 3600 - 1 / 24.0).Sum(i => flow[i]) * 3600;
            Assert.Equal(usual.Values[step] + more, demand.Values[step], 1e-6 * demand.Values[step]);
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Of_several_factors_of_a_demand_the_latest_that_lasts_holds(double[] windows)
    {
        double[] factor = [2, 0.5, 3];
        var usual = (await RunAsync([])).Series.Single(s => s.Name == "water.demand").Values;
        var demand = (await RunAsync(Three(windows, i => Action(0, "demand", Junction, ("factor", factor[i]))))).Series.Single(s => s.Name == "water.demand").Values;
        // Eighteen junctions draw the same.
        for (var hour = 1; hour <= Hours; hour++)
        {
            var stand = Standing(windows, hour).ToArray();
            if (stand.Select(i => windows[2 * i]).Distinct().Count() < stand.Length) continue;
            var holds = stand.Length == 0 ? 1 : factor[stand.OrderBy(i => windows[2 * i]).Last()];
            Assert.Equal(usual[12 * hour - 1] * (17 + holds) / 18, demand[12 * hour - 1], 1e-6 * usual[0]);
        }
    }

    [Fact]
    public async Task A_burst_leaks_while_its_pipe_is_not_isolated_until_it_ends_or_is_repaired()
    {
        DueAction burst = Action(3600, "burst", Pipe, ("opening", 0.05)), small = Action(2 * 3600, "burst", Pipe, ("opening", 0.02)), isolated = Action(4 * 3600, "isolate", Pipe);
        var record = await RunAsync([burst, small, End(small, 3), isolated, End(isolated, 6), Action(8 * 3600, "repair", Pipe), End(burst, 10)]);
        var series = record.Series.Single(s => s.Name == "water.burst");
        double At(double hour) => series.Values[(int)(12 * hour) - 1];
        foreach (var dry in (double[])[1, 4.5, 6, 8.5, 10.5]) Assert.Equal(0, At(dry));
        Assert.True(At(2.5) > 0 && At(2.5) < 0.3 * At(2));
        Assert.InRange(At(3.5) / At(2), 0.9, 1.1);
        Assert.InRange(At(7) / At(2), 0.8, 1.2);
        Assert.Equal(1, Hourly(record, "status", Pipe)[12]);
    }

    [Fact]
    public async Task What_is_opened_by_hand_is_open_and_ends_to_come_change_nothing()
    {
        DueAction first = Action(3600, "close", Pipe), second = Action(2 * 3600, "close", Pipe);
        var status = Hourly(await RunAsync([first, second, Action(3 * 3600 + 900, "open", Pipe), End(first, 5), End(second, 7)]), "status", Pipe);
        Assert.Equal([0, 0, 1, 1, 1, 1, 1], [.. Enumerable.Range(2, 7).Select(hour => status[hour])]);
        // A pump that an operator starts in the meantime is not stopped by the end of what was opened.
        DueAction trip = Action(3600, "trip", Pump), run = Action(3 * 3600, "start", Pump);
        var pump = Hourly(await RunAsync([trip, Action(2 * 3600, "open", Pump), run, End(trip, 5), End(run, 10)]), "status", Pump);
        Assert.All(Enumerable.Range(4, 6), hour => Assert.Equal(1, pump[hour]));
    }

    [Fact]
    public async Task A_pipe_that_the_file_closes_stays_closed_when_a_closure_of_all_pipes_ends()
    {
        var closed = Action(3600, "close", Pipe);
        var network = Villages.Network(3);
        network.Links.Status[network.LinkIndex("1-P2")] = InitialStatus.Closed;
        var status = Hourly(await RunAsync([closed, End(closed, 4)], network), "status", Pipe);
        Assert.All(Enumerable.Range(1, Hours), hour => Assert.Equal(0, status[hour]));
    }

    [Fact]
    public async Task The_log_says_that_another_event_still_holds()
    {
        DueAction first = Action(3600, "close", Pipe), second = Action(2 * 3600, "close", Pipe);
        var log = (await RunAsync([first, second, End(first, 3), End(second, 4)])).Log.Where(e => e.Kind == "action.close").Select(e => e.Text.En);
        Assert.Equal(["1-P2 is closed.", "1-P2 is closed.", "1-P2: the end of 'close'; another event still holds.", "1-P2: the end of 'close'."], log);
    }

    [Fact]
    public async Task A_run_goes_on_from_the_middle_of_overlapping_windows_to_the_same_bits_for_any_number_of_partitions()
    {
        DueAction[] much =
        [
            .. Three([1, 5, 3, 7, 6, 9], _ => Action(0, "close", Pipe)), .. Three([1, 9, 2, 4, 3, 8], i => Action(0, i == 1 ? "trip" : "start", Pump)),
            .. Three([2, 4, 2, 6, 2, 8], i => Action(0, "demand", Junction, i == 1 ? ("factor", 2) : ("add", 0.001 * (i + 1)))), .. Three([1, 8, 3, 8, 6, 8], i => Action(0, "burst", "water/pipe/3-P1", ("opening", 0.01 * (i + 1)))),
        ];
        var whole = await RunAsync(much);
        foreach (var (cut, partitions) in (IEnumerable<(int, int)>)[(20, 1), (50, 2), (75, 8), (100, 2)])
        {
            var first = Run(much, null, partitions);
            await first.AdvanceAsync(cut);
            var saved = RunState.FromBytes((await first.CaptureAsync()).ToBytes("x"), "x")!;
            var second = Run(much, null, partitions, threads: 2);
            await second.RestoreAsync(saved);
            await second.AdvanceAsync(int.MaxValue);
            Assert.Equal(whole.ResultHash, second.Record("v", 1, [], []).ResultHash);
        }
    }

    /// <summary>Events half an hour into the hours of their windows.</summary>
    private static DueAction[] Three(double[] windows, Func<int, DueAction> action) =>
        [.. Enumerable.Range(0, 3).SelectMany(i => (DueAction[])[action(i) with { Time = (windows[2 * i] + 0.5) * 3600, Begun = (windows[2 * i] + 0.5) * 3600 }, End(action(i), windows[2 * i + 1] + 0.5) with { Begun = (windows[2 * i] + 0.5) * 3600 }])];

    private static IEnumerable<int> Standing(double[] windows, double hour) => Enumerable.Range(0, 3).Where(i => windows[2 * i] + 0.5 <= hour && hour < windows[2 * i + 1] + 0.5);

    private static DueAction End(DueAction action, double hour) => action with { Time = hour * 3600, Undo = true };

    private static DueAction Action(double time, string name, string target, params (string Name, double Value)[] values) =>
        new(time, "water", name, [target], values.ToDictionary(v => v.Name, v => v.Value), new Dictionary<string, string>(), false);

    /// <summary>A state of an asset at the ends of hours; a frame is told when it has changed.</summary>
    private static float[] Hourly(RunRecord record, string property, string asset)
    {
        var frames = record.States.Where(s => s.Property == property && s.AssetIds.Contains(asset)).ToArray();
        var at = frames[0].AssetIds.ToList().IndexOf(asset);
        return [.. Enumerable.Range(0, Hours + 1).Select(hour => frames.LastOrDefault(f => f.Time <= hour * 3600)?.Values[at] ?? float.NaN)];
    }

    private static CityRun Run(IReadOnlyList<DueAction> actions, WaterNetwork? network = null, int partitions = 1, int threads = 1)
    {
        network ??= Villages.Network(3);
        var site = new WaterSite(
            network, new int[network.Nodes.Count], [.. Enumerable.Repeat(100.0, network.Nodes.Count)], i => new Point(network.Nodes.X[i], network.Nodes.Y[i]), _ => null);
        var recording = new Recording(new DateTimeOffset(2025, 7, 8, 0, 0, 0, TimeSpan.FromHours(8)), 0, Hours * 3600, 300, 3600);
        // As in a schedule: by time, and at one time ends first.
        var plan = new RunPlan([new Air(20), new WaterDomain(site, new WaterSettings(), recording)], 300, Hours * 12, [.. actions.OrderBy(a => a.Time).ThenBy(a => !a.Undo)]);
        return new CityRun(plan, partitions, new KeyedRandom(1), new Workers(threads));
    }

    private static async Task<RunRecord> RunAsync(IReadOnlyList<DueAction> actions, WaterNetwork? network = null)
    {
        var run = Run(actions, network);
        await run.AdvanceAsync(int.MaxValue);
        return run.Record("v", 1, [], []);
    }
}
