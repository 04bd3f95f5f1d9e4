using DigitalTwin.Simulation.Results;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Mobility;

public class RoadActionTests
{
    private const double Seven = 3600, Nine = 3 * 3600;

    [Fact]
    public async Task Every_car_that_crosses_an_empty_town_gets_through_without_delay_to_speak_of()
    {
        var record = await RunAsync(Site(through: 40), []);
        Assert.Equal(40, Kpi(record, "road.trips-finished"));
        Assert.Equal(0, Kpi(record, "road.trips-failed"));
        Assert.Equal(0, Kpi(record, "road.trips-under-way"));
        // Corner to corner is eight blocks: 2 km each.
        Assert.Equal(40 * 2.0, Kpi(record, "road.vehicle-km"), 1e-9);
        Assert.InRange(Kpi(record, "road.delay-per-km"), 0, 5);
        Assert.InRange(Kpi(record, "road.speed"), 42, 45);
        Assert.Equal(0, Kpi(record, "road.cruising-share"));
    }

    [Fact]
    public async Task Cars_that_are_on_their_way_when_the_period_ends_have_lost_nothing_on_an_empty_road()
    {
        // One car sets out at 06:30, and the hour ends while many more are between crossings.
        var record = await RunAsync(Site(through: 40), [], hours: 0.75);
        Assert.True(Kpi(record, "road.trips-under-way") > 0);
        Assert.Equal(0, Kpi(record, "road.delay"));
        Assert.All(record.Series.Single(s => s.Name == "road.delay").Values, value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData("close", false)]
    [InlineData("cut", true)]
    public async Task A_closure_takes_in_nobody_and_a_cut_closes_both_directions(string action, bool both)
    {
        var site = Site(through: 1500);
        var open = await RunAsync(site, []);
        var flow = open.Layers[0].Fields.Single(f => f.Name == "flow").Values[1];
        var (link, back) = Enumerable.Range(0, flow.Length).Where(l => flow[l] > 0 && flow[site.Opposite[l]] > 0).Select(l => (l, site.Opposite[l])).First();
        var closing = Action(Seven, action, site.LinkAsset(link));
        var closed = await RunAsync(site, [closing, closing with { Time = Nine, Undo = true }]);

        // Recorded on the hour, of the step before it: at 08:00 it is closed.
        var then = closed.Layers[0].Fields.Single(f => f.Name == "flow").Values[1];
        Assert.Equal((0, both), (then[link], then[back] == 0));
        Assert.Equal(1500, Kpi(closed, "road.trips-finished"));
        Assert.Equal([$"action.{action}", $"action.{action}"], closed.Log.Where(e => e.Kind.StartsWith("action", StringComparison.Ordinal)).Select(e => e.Kind));
        float[] Status(double time) => closed.States.Last(s => s.Property == "status" && s.Time <= time).Values;
        Assert.Equal((0, both ? 0 : 1), (Status(7200)[link], Status(7200)[back]));
        Assert.Equal((1, 1), (Status(4 * 3600)[link], Status(4 * 3600)[back]));
    }

    [Fact]
    public async Task Where_two_closures_overlap_the_end_of_one_does_not_end_the_other()
    {
        var (first, second) = (Action(0, "close", "road/link/0-0~1-0.f"), Action(Seven, "close", "road/link/0-0~1-0.f"));
        var overlapping = await RunAsync(Site(through: 300), [first, second, first with { Time = 2 * Seven, Undo = true }, second with { Time = Nine, Undo = true }]);
        var one = await RunAsync(Site(through: 300), [first, first with { Time = Nine, Undo = true }]);
        Assert.Equal(Kpi(one, "road.vehicle-km"), Kpi(overlapping, "road.vehicle-km"));
        Assert.Equal(one.Layers[0].Fields[0].Values, overlapping.Layers[0].Fields[0].Values);
    }

    [Theory]
    [InlineData("limit", "speed", 5.0, 10.0)]
    [InlineData("resize", "lanes", 0.05, 0.5)]
    [InlineData("retime", "green", 2.5, 40.0)]
    public async Task Where_two_changes_of_a_road_overlap_the_end_of_one_does_not_end_the_other(string name, string parameter, double lasting, double passing)
    {
        // A change for all the time, a lesser one within it for an instant: whatever came and went, the first holds.
        var (all, some) = (Action(0, name, "road/link/0-0~1-0.f", (parameter, lasting)), Action(0, name, "road/link/0-0~1-0.f", (parameter, passing)));
        var overlapping = await RunAsync(Site(through: 600), [all, some, some with { Undo = true }]);
        var one = await RunAsync(Site(through: 600), [all]);
        Assert.Equal(one.Layers[0].Fields.SelectMany(f => f.Values), overlapping.Layers[0].Fields.SelectMany(f => f.Values));
        Assert.Equal(Kpi(one, "road.delay"), Kpi(overlapping, "road.delay"));
        Assert.NotEqual(Kpi(await RunAsync(Site(through: 600), []), "road.delay"), Kpi(one, "road.delay"));
        // When both have ended it is as it was.
        var ended = await RunAsync(Site(through: 600), [all, some, all with { Undo = true }, some with { Undo = true }]);
        Assert.Equal(Kpi(await RunAsync(Site(through: 600), []), "road.delay"), Kpi(ended, "road.delay"));
    }

    [Fact]
    public async Task A_speed_limit_slows_those_who_drive_and_ends_with_its_until()
    {
        var limited = await RunAsync(Site(through: 40), AllLinks().Select(l => Action(0, "limit", l, ("speed", 6.25))).ToArray());
        Assert.InRange(Kpi(limited, "road.speed"), 21, 22.5);
        Assert.Equal("0-0~0-1.b is limited to 22.5 km/h.", limited.Log[0].Text.En);
        var higher = await RunAsync(Site(through: 40), AllLinks().Select(l => Action(0, "limit", l, ("speed", 50))).ToArray());
        Assert.Equal(Kpi(await RunAsync(Site(through: 40), []), "road.speed"), Kpi(higher, "road.speed"));
    }

    [Fact]
    public async Task Lanes_and_green_that_are_taken_cost_time_where_they_bound_the_flow_and_nothing_is_lost()
    {
        string[] out_of_west = ["road/link/0-0~1-0.f", "road/link/0-0~0-1.f"];
        var free = await RunAsync(Site(through: 1200), []);
        var works = await RunAsync(Site(through: 1200), [.. out_of_west.Select(l => Action(0, "resize", l, ("lanes", 0.05)))]);
        var red = await RunAsync(Site(through: 1200), [.. out_of_west.Select(l => Action(0, "retime", l, ("green", 2.5)))]);
        Assert.True(Kpi(works, "road.delay") + Kpi(works, "road.waiting") > 5 * (Kpi(free, "road.delay") + Kpi(free, "road.waiting")));
        Assert.True(Kpi(red, "road.delay") > 2 * Kpi(free, "road.delay"));
        foreach (var record in (RunRecord[])[free, works, red]) Assert.Equal(1200, Kpi(record, "road.trips-finished") + Kpi(record, "road.trips-failed") + Kpi(record, "road.trips-under-way"));
        Assert.Contains(works.Log, e => e.Kind == "road.spill-back" || Kpi(works, "road.waiting") > 1);
    }

    [Fact]
    public async Task A_construction_site_takes_a_part_of_a_road_or_of_a_lot_until_it_ends()
    {
        string[] out_of_west = ["road/link/0-0~1-0.f", "road/link/0-0~0-1.f"];
        var (free, works) = (await RunAsync(Site(through: 1200), []), await RunAsync(Site(through: 1200), [.. out_of_west.Select(l => Action(0, "resize", l, ("fewer", 0.95)))]));
        Assert.True(Kpi(works, "road.delay") + Kpi(works, "road.waiting") > 5 * (Kpi(free, "road.delay") + Kpi(free, "road.waiting")));
        Assert.Contains(works.Log, e => e.Text.En == "0-0~1-0.f loses 0.95 to a site, 0.05 left.");
        // The same as by what remains, to the bit.
        Assert.Equal((await RunAsync(Site(through: 1200), [.. out_of_west.Select(l => Action(0, "resize", l, ("factor", 1 - 0.95)))])).Series[0].Values, works.Series[0].Values);
        var taken = Action(0, "resize", "parking/lot/L-1", ("fewer", 25));
        var lot = await RunAsync(Site(workers: 200, spaces: 40), [taken, taken with { Time = 4 * 3600, Undo = true }]);
        Assert.Equal([15, 40], lot.States.Where(s => s.Property == "capacity").Select(s => s.Values[0]).Distinct());
    }

    [Fact]
    public async Task A_crowd_comes_from_where_the_days_trips_come_from_and_goes_home_again()
    {
        var record = await RunAsync(Site(through: 100, spaces: 100), [Action(Seven, "crowd", "building/building/office", ("cars", 200), ("begins", 1800), ("lasts", 3600), ("leaving", 600))]);
        Assert.InRange(Kpi(record, "parking.parked"), 150, 200);
        Assert.Equal(300, Kpi(record, "road.trips-finished") + Kpi(record, "road.trips-failed") + Kpi(record, "road.trips-under-way"));
    }

    [Fact]
    public async Task Delay_counts_every_second_once_and_distance_every_metre()
    {
        var record = await RunAsync(Site(through: 800), []);
        var (km, speed) = (Kpi(record, "road.vehicle-km"), Kpi(record, "road.speed"));
        Assert.Equal(km / speed - km / 45, Kpi(record, "road.delay"), 1e-6);
        Assert.True(Kpi(record, "road.co2") * 1e6 / km is > 100 and < 400);    // g/km
    }

    private static IEnumerable<string> AllLinks() => Site().Roads.Links.Ids.Select(id => "road/link/" + id);
}
