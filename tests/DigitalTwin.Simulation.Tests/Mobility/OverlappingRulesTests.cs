using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Mobility;

/// <summary>Rules of a lot whose times overlap: the latest begun that lasts holds, and when all have ended the map's rules do.</summary>
public class OverlappingRulesTests
{
    private const string Lot = "parking/lot/L-1";

    /// <summary>When three rules begin and end: apart, overlapping, nested, with the same begin, with the same end, one in the other's end, the first ending while one that says the same lasts.</summary>
    public static TheoryData<double[]> Windows =>
        new([0, 1, 2, 3, 4, 5], [0, 2, 1, 4, 3, 5], [0, 5, 1, 4, 2, 3], [1, 2, 1, 3, 1, 4], [0, 4, 1, 4, 2, 4], [0, 1, 1, 2, 2, 3], [2, 4, 0, 3, 1, 2], [0, 3, 1, 5, 2, 4]);

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Of_rules_the_latest_that_lasts_holds_and_when_all_have_ended_the_maps_do(double[] windows)
    {
        var site = Site(workers: 60, spaces: 40);
        var usual = await RunAsync(site, []);
        // Workers come from 7:00 to 9:00 and stay for two to three hours. Three rules, and two that say the same around one that lifts them.
        foreach (var rules in (Rule[][])[[At(("stay", 9000)), At(("activity", "no stopping")), At(("activity", "parking"))], [At(("stay", 8000)), At(("activity", "parking")), At(("stay", 8000))]])
        {
            double[] edges = [.. windows.Select(Time).Distinct().Order()];
            DueAction[] apart = [.. edges.SkipLast(1).SelectMany((from, k) => LatestIn(windows, from) is var i and >= 0 ? Lasting(rules[i], from, edges[k + 1]) : [])];
            var (overlapping, one) = (await RunAsync(site, Three(windows, rules)), await RunAsync(site, Ordered(apart)));
            Assert.Equal(Cars(one), Cars(overlapping));
            Assert.Equal(one.Kpis.Select(k => k.Value), overlapping.Kpis.Select(k => k.Value));
            // Where the rule that lifts all others began last, it lifts them.
            if (rules[2]("").Values.Count > 0) Assert.NotEqual(Cars(usual), Cars(overlapping));
        }
        // All over before anybody comes.
        double[] early = [.. windows.Select(w => 0.4 * w - 2.4)];
        Assert.Equal(Cars(usual), Cars(await RunAsync(site, Three(early, [At(("stay", 60)), At(("activity", "no stopping")), At(("stay", 8000))]))));
    }

    [Fact]
    public async Task The_latest_holds_for_whom_it_names_and_for_others_the_one_before_it()
    {
        var site = Site(workers: 60, spaces: 40);
        var (nobody, residents, commuters) = (Action(0, "regulate", Lot, ("activity", "no stopping")), Action(300, "regulate", Lot, ("activity", "parking"), ("for", "residents")), Action(600, "regulate", Lot, ("activity", "parking"), ("for", "commuters")));
        var usual = Cars(await RunAsync(site, []));
        Assert.Equal(0, Cars(await RunAsync(site, [nobody, residents])).Max());
        Assert.Equal(usual, Cars(await RunAsync(site, [nobody, residents, commuters])));
        Assert.Equal(0, Cars(await RunAsync(site, [nobody, residents, commuters, commuters with { Time = 900, Undo = true }])).Max());
        var ended = await RunAsync(site, [nobody, residents, nobody with { Time = 900, Undo = true }, residents with { Time = 1200, Undo = true }]);
        Assert.Equal(usual, Cars(ended));
        Assert.Equal([true, false], ended.Log.Where(e => e.Text.En.StartsWith("L-1: the end of 'regulate'", StringComparison.Ordinal)).Select(e => e.Text.En.EndsWith("; another still stands.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_run_goes_on_from_the_middle_of_overlapping_rules_to_the_same_bits()
    {
        var site = Site(workers: 100, through: 100, spaces: 40);
        var much = Ordered([.. Three([0, 3, 1, 5, 2, 4], [At(("stay", 9000), ("for", "commuters")), At(("activity", "parking"), ("hours", "06:00-08:30")), At(("stay", 8000))]), .. Lasting(At(("activity", "no stopping"))("parking/lot/L-2"), 3900, 9000)]);
        var whole = await RunAsync(site, much);
        foreach (var cut in (int[])[14, 21, 26, 34])
        {
            var first = Run(site, much);
            await first.AdvanceAsync(cut);
            var saved = RunState.FromBytes((await first.CaptureAsync()).ToBytes("x"), "x")!;
            var second = Run(site, much, inside: 2);
            await second.RestoreAsync(saved);
            await second.AdvanceAsync(int.MaxValue);
            Assert.Equal(whole.ResultHash, Record(second, site).ResultHash);
        }
    }

    private delegate DueAction Rule(string target);

    private static Rule At(params (string Name, object Value)[] said) => target => Action(0, "regulate", target, said);

    private static DueAction[] Lasting(DueAction rule, double from, double until) => [rule with { Time = from, Begun = from }, rule with { Time = until, Begun = from, Undo = true }];

    private static DueAction[] Lasting(Rule rule, double from, double until) => Lasting(rule(Lot), from, until);

    private static IReadOnlyList<DueAction> Three(double[] windows, Rule[] rules) => Ordered(Enumerable.Range(0, 3).SelectMany(i => Lasting(rules[i], Time(windows[2 * i]), Time(windows[2 * i + 1]))));

    private static IReadOnlyList<DueAction> Ordered(IEnumerable<DueAction> actions) => [.. actions.OrderBy(a => a.Time).ThenBy(a => !a.Undo)];

    private static double Time(double window) => 3600 + 1500 * window;

    private static int LatestIn(double[] windows, double time) =>
        Enumerable.Range(0, 3).Where(i => Time(windows[2 * i]) <= time && time < Time(windows[2 * i + 1])).OrderBy(i => windows[2 * i]).DefaultIfEmpty(-1).Last();

    private static float[] Cars(RunRecord record)
    {
        var layer = record.Layers.Single(l => l.Name == "parking_lot");
        var at = layer.AssetIds.ToList().IndexOf(Lot);
        return [.. layer.Fields.Single(f => f.Name == "occupancy").Values.Select(row => row[at])];
    }
}
