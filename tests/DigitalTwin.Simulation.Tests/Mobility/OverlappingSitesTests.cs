using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Results;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Mobility;

/// <summary>Construction sites whose times overlap on one street or lot: what they take adds up, never to less than nothing, and comes back one by one.</summary>
public class OverlappingSitesTests
{
    private const string Lot = "parking/lot/L-1", Street = "road/link/0-0~1-0.f";

    /// <summary>Half hours at which three sites begin and end: overlapping, nested, with the same begin, with the same end, one after the other.</summary>
    public static TheoryData<double[]> Windows => new([0, 2, 1, 4, 3, 5], [0, 5, 1, 3, 2, 4], [1, 2, 1, 3, 1, 4], [0, 4, 1, 4, 2, 4], [0, 1, 1, 2, 2, 3], [2, 4, 0, 3, 1, 2]);

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Sites_on_a_lot_add_up_and_come_back_one_by_one(double[] windows)
    {
        double[] fewer = [25, 10, 8];
        var record = await RunAsync(Site(workers: 30, spaces: 40), Three(windows, Lot, i => fewer[i]));
        for (var hour = 1; hour <= 6; hour++) Assert.Equal(Math.Max(0, 40 - Standing(windows, hour).Sum(i => fewer[i])), Capacity(record, hour));
    }

    [Fact]
    public async Task Sites_take_from_what_the_latest_says_that_there_is()
    {
        DueAction doubled = Action(0, "resize", Lot, ("factor", 2)), site = Action(1800, "resize", Lot, ("fewer", 30)), other = Action(1800, "resize", Lot, ("fewer", 60));
        var record = await RunAsync(Site(workers: 30, spaces: 40), [doubled, site, other, other with { Time = 2 * 3600 + 1800, Undo = true }, doubled with { Time = 3 * 3600 + 1800, Undo = true }, site with { Time = 4 * 3600 + 1800, Undo = true }]);
        Assert.Equal([0, 0, 50, 10, 40, 40], [.. Enumerable.Range(1, 6).Select(hour => Capacity(record, hour))]);
        Assert.Equal(
            ["L-1 has 2 times its size.", "L-1 loses 30 to a site, 50 left.", "L-1 loses 60 to a site, 0 left.", "L-1: the end of 'resize', 50 now; another still stands.", "L-1: the end of 'resize', 10 now; another still stands.", "L-1: the end of 'resize', 40 now."],
            record.Log.Where(e => e.Kind == "action.resize").Select(e => e.Text.En));
    }

    [Fact]
    public async Task Two_sites_that_take_a_part_each_are_one_that_takes_both_and_when_one_has_ended_the_other_is_alone()
    {
        var site = Site(through: 900);
        var (a, b) = (Action(0, "resize", Street, ("fewer", 0.5)), Action(0, "resize", Street, ("fewer", 0.25)));
        Assert.Equal(Flows(await RunAsync(site, [Action(0, "resize", Street, ("fewer", 0.75))])), Flows(await RunAsync(site, [a, b])));
        Assert.Equal(Flows(await RunAsync(site, [b])), Flows(await RunAsync(site, [a, b, a with { Undo = true }])));
        Assert.Equal(Flows(await RunAsync(site, [a])), Flows(await RunAsync(site, [a, b, b with { Undo = true }])));
        Assert.Equal(Flows(await RunAsync(site, [])), Flows(await RunAsync(site, [a, b, b with { Undo = true }, a with { Undo = true }])));
        // In time: both from the start, one until nine.
        var both = await RunAsync(site, [a, b, a with { Time = 3 * 3600, Undo = true }]);
        var first = await RunAsync(site, [Action(0, "resize", Street, ("factor", 0.25)), Action(3 * 3600, "resize", Street, ("factor", 0.75))]);
        Assert.Equal(Flows(first), Flows(both));
    }

    [Fact]
    public async Task A_street_without_a_lane_is_closed_and_open_again_when_one_site_has_ended()
    {
        var site = Site(through: 600);
        var (a, b) = (Action(0, "resize", Street, ("fewer", 0.6)), Action(0, "resize", Street, ("fewer", 0.4)));
        var closing = Action(0, "close", Street);
        Assert.Equal(Flows(await RunAsync(site, [closing, closing with { Time = 2 * 3600, Undo = true }])), Flows(await RunAsync(site, [a, b, a with { Time = 2 * 3600, Undo = true }, b with { Time = 2 * 3600, Undo = true }])));
        var more = await RunAsync(site, [a, a, b, b]);
        Assert.Equal(0, more.States.Last(s => s.Property == "status").Values[0]);
        Assert.Equal(600, Kpi(more, "road.trips-finished") + Kpi(more, "road.trips-failed") + Kpi(more, "road.trips-under-way"));
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Signs_guide_whom_the_latest_that_lasts_says_and_when_all_have_ended_whom_the_settings_say(double[] windows)
    {
        // Of those who know nothing of free spaces and of those who all know, the same as one event after the other.
        double[] informed = [100, 0, 50];
        DueAction[] three = [.. Enumerable.Range(0, 3).SelectMany(i => Window(windows, i, begun => Action(begun, "guide", "", ("informed", informed[i]))))];
        var edges = windows.Select(w => (w + 0.5) * 3600).Append(0).Distinct().Order().ToArray();
        DueAction[] apart = [.. edges.SelectMany((from, k) => LatestIn(windows, from) is var i and >= 0
            ? (DueAction[])[Action(from, "guide", "", ("informed", informed[i])), Action(from, "guide", "", ("informed", informed[i])) with { Time = k + 1 < edges.Length ? edges[k + 1] : 6 * 3600, Undo = true }] : [])];
        var site = Site(workers: 120, spaces: 30);
        foreach (var settings in (MobilitySettings[])[new(), new() { Guidance = true, Informed = 0.9 }])
        {
            var (overlapping, one) = (await RunAsync(site, Ordered(three), settings: settings), await RunAsync(site, Ordered(apart), settings: settings));
            Assert.Equal(one.Kpis.Select(k => k.Value), overlapping.Kpis.Select(k => k.Value));
        }
    }

    [Fact]
    public async Task A_run_goes_on_from_the_middle_of_overlapping_sites_to_the_same_bits()
    {
        var site = Site(workers: 100, through: 300, spaces: 40);
        DueAction[] much = [.. Three([0, 2, 1, 4, 3, 5], Lot, i => 10 + i), .. Three([0, 5, 1, 3, 2, 4], Street, i => 0.2 + 0.1 * i), .. Enumerable.Range(0, 2).SelectMany(i => Window([0, 3, 1, 4], i, t => Action(t, "guide", "", ("informed", 100 - 60 * i))))];
        var whole = await RunAsync(site, Ordered(much));
        foreach (var cut in (int[])[9, 20, 33, 50])
        {
            var first = Run(site, Ordered(much));
            await first.AdvanceAsync(cut);
            var saved = RunState.FromBytes((await first.CaptureAsync()).ToBytes("x"), "x")!;
            var second = Run(site, Ordered(much), inside: 2);
            await second.RestoreAsync(saved);
            await second.AdvanceAsync(int.MaxValue);
            Assert.Equal(whole.ResultHash, Record(second, site).ResultHash);
        }
    }

    private static IReadOnlyList<DueAction> Ordered(IEnumerable<DueAction> actions) => [.. actions.OrderBy(a => a.Time).ThenBy(a => !a.Undo)];

    private static IReadOnlyList<DueAction> Three(double[] windows, string target, Func<int, double> fewer) =>
        Ordered(Enumerable.Range(0, 3).SelectMany(i => Window(windows, i, begun => Action(begun, "resize", target, ("fewer", fewer(i))))));

    /// <summary>An event half an hour into the hours of its window, and its end.</summary>
    private static DueAction[] Window(double[] windows, int i, Func<double, DueAction> action) =>
        action((windows[2 * i] + 0.5) * 3600) is var one ? [one, one with { Time = (windows[2 * i + 1] + 0.5) * 3600, Undo = true }] : [];

    private static IEnumerable<int> Standing(double[] windows, double hour) => Enumerable.Range(0, windows.Length / 2).Where(i => windows[2 * i] + 0.5 <= hour && hour < windows[2 * i + 1] + 0.5);

    private static int LatestIn(double[] windows, double time) => Standing(windows, time / 3600).OrderBy(i => windows[2 * i]).DefaultIfEmpty(-1).Last();

    private static float Capacity(RunRecord record, int hour) => record.States.Last(s => s.Property == "capacity" && s.Time <= hour * 3600).Values[0];

    private static IEnumerable<float> Flows(RunRecord record) => record.Layers[0].Fields.SelectMany(f => f.Values).SelectMany(row => row);
}
