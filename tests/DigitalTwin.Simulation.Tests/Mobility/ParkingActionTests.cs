using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Results;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Mobility;

public class ParkingActionTests
{
    private const double Ten = 4 * 3600;

    [Fact]
    public async Task Closing_a_lot_raises_search_time_nearby_and_nothing_is_lost()
    {
        var site = Site(workers: 130, through: 200, spaces: 50);
        var open = await RunAsync(site, [], hours: 10);
        var closed = await RunAsync(site, [Action(0, "close", "parking/lot/L-1")], hours: 10);
        Assert.True(Kpi(closed, "parking.search-time") > Kpi(open, "parking.search-time") + 0.5, $"{Kpi(open, "parking.search-time")} min, {Kpi(closed, "parking.search-time")} min");
        Assert.Equal(0, Lot(closed, "L-1", "occupancy").Max());
        foreach (var record in (RunRecord[])[open, closed])
        {
            Assert.Equal(330, Kpi(record, "road.trips-finished") + Kpi(record, "road.trips-failed"));
            Assert.Equal(0, Kpi(record, "road.trips-under-way"));
            // Who came has left, and who did not find a space went away.
            Assert.Equal(Kpi(record, "parking.parked"), 130 - Kpi(record, "road.trips-failed"));
            Assert.Equal(0, record.Series.Single(s => s.Name == "parking.occupancy").Values[^1]);
            Assert.Equal(Kpi(record, "parking.parked"), Sum(record, "parking.arrivals"), 1e-9);
            Assert.Equal(Kpi(record, "parking.parked"), Sum(record, "parking.departures"), 1e-9);
            Assert.Equal(Kpi(record, "parking.turned-away"), Sum(record, "parking.turned-away"), 1e-9);
        }
    }

    [Fact]
    public async Task Trips_that_are_not_made_are_told_by_kind()
    {
        // Everything is closed and all are told so: nothing promises a space. Full lots: who searches gives up. A corner that is cut off: no way leads there, or from there.
        DueAction[] closed = [.. Closed("lot", "L-1", "L-2", "L-3"), .. Closed("kerb", "K-1", "K-2", "K-3"), Action(0, "guide", "", ("informed", 100))];
        var cancelled = Kinds(await RunAsync(Site(workers: 60, spaces: 1), closed, hours: 10));
        Assert.True(cancelled is { Failed: 60, NoWay: 0, Cancelled: > 55 } && cancelled.Cancelled + cancelled.GaveUp == 60, $"{cancelled}");
        var full = Kinds(await RunAsync(Site(workers: 250, spaces: 20), [], hours: 10));
        Assert.True(full.GaveUp > 0 && full.Failed == full.Cancelled + full.GaveUp + full.NoWay, $"{full}");
        var cut = Kinds(await RunAsync(Site(through: 40), [Action(0, "cut", "road/link/0-0~1-0.f"), Action(0, "cut", "road/link/0-0~0-1.f")], hours: 10));
        Assert.Equal((20, 0, 0, 20), cut);

        static DueAction[] Closed(string type, params string[] ids) => [.. ids.Select(id => Action(0, "close", $"parking/{type}/{id}"))];

        static (double Failed, double Cancelled, double GaveUp, double NoWay) Kinds(RunRecord record) =>
            (Kpi(record, "road.trips-failed"), Kpi(record, "road.trips-cancelled"), Kpi(record, "road.trips-gave-up"), Kpi(record, "road.trips-no-way"));
    }

    [Fact]
    public async Task The_same_variant_twice_differs_by_nothing()
    {
        var site = Site(workers: 130, through: 200, spaces: 50);
        var (once, twice) = (await RunAsync(site, [Action(0, "close", "parking/lot/L-1")]), await RunAsync(site, [Action(0, "close", "parking/lot/L-1")]));
        Assert.All(once.Kpis.Zip(twice.Kpis), pair => Assert.Equal(pair.First.Value, pair.Second.Value));
    }

    [Fact]
    public async Task A_full_lot_says_so_and_no_lot_holds_more_cars_than_spaces()
    {
        var record = await RunAsync(Site(workers: 200, spaces: 30), []);
        Assert.Contains(record.Log, e => e.Kind == "parking.full" && e.AssetId == "parking/lot/L-1");
        Assert.All(record.Layers.Single(l => l.Name == "parking_lot").Fields.Single(f => f.Name == "occupancy").Values, row => Assert.All(row, cars => Assert.InRange(cars, 0, 30)));
        Assert.True(Kpi(record, "parking.turned-away") > 0);
        Assert.True(Kpi(record, "parking.occupancy-peak") > 95);
        Assert.Equal(Kpi(record, "road.trips-failed"), 200 - Kpi(record, "parking.parked"));
    }

    [Fact]
    public async Task Spaces_can_be_added_taken_and_given_back()
    {
        var site = Site(workers: 250, spaces: 40);
        var more = Action(0, "resize", "parking/lot/L-1", ("factor", 2));
        var record = await RunAsync(site, [more, more with { Time = Ten, Undo = true }]);
        Assert.True(Lot(record, "L-1", "occupancy").Max() > Lot(await RunAsync(site, []), "L-1", "occupancy").Max());
        Assert.Equal([80, 40], record.States.Where(s => s.Property == "capacity").Select(s => s.Values[0]).Distinct());
        var none = await RunAsync(site, [Action(0, "resize", "parking/lot/L-1", ("spaces", 0))]);
        Assert.Equal(0, Lot(none, "L-1", "occupancy").Max());
    }

    [Fact]
    public async Task A_lot_for_a_group_alone_takes_others_in_while_it_is_shared()
    {
        var site = Site(workers: 100, spaces: 40, only: "residents");
        Assert.Equal(0, Lot(await RunAsync(site, []), "L-1", "occupancy").Max());
        var shared = Action(0, "share", "parking/lot/L-1", ("with", "commuters"));
        Assert.True(Lot(await RunAsync(site, [shared]), "L-1", "occupancy").Max() > 20);
        Assert.True(Lot(await RunAsync(site, [Action(0, "share", "parking/lot/L-1", ("with", MobilityVocabulary.Everybody))]), "L-1", "occupancy").Max() > 20);
        Assert.Equal(0, Lot(await RunAsync(site, [shared, shared with { Time = 300, Undo = true }]), "L-1", "occupancy").Max());
    }

    [Fact]
    public async Task Spaces_kept_for_others_stay_empty()
    {
        var site = Site(workers: 200, spaces: 40);
        var kept = Action(0, "reserve", "parking/lot/L-1", ("spaces", 15), ("for", "residents"));
        Assert.Equal(25, Lot(await RunAsync(site, [kept]), "L-1", "occupancy").Max());
        Assert.Equal(40, Lot(await RunAsync(site, [kept, kept with { Time = 300, Undo = true }]), "L-1", "occupancy").Max());
    }

    [Fact]
    public async Task A_time_limit_turns_away_who_stays_longer_while_it_holds_and_for_whom()
    {
        var site = Site(workers: 60, spaces: 40);
        var usual = Lot(await RunAsync(site, []), "L-1", "occupancy");
        // Workers come from 7:00 to 9:00 and stay for two to three hours.
        var hour = Action(0, "regulate", "parking/lot/L-1", ("stay", 3600), ("hours", "Mo-Fr 06:00-18:00"));
        var record = await RunAsync(site, [hour]);
        Assert.Equal(0, Lot(record, "L-1", "occupancy").Max());
        Assert.Equal("L-1 lets cars stand for at most 60 min, Mo-Fr 06:00-18:00.", record.Log[0].Text.En);
        Assert.Equal(usual, Lot(await RunAsync(site, [hour, hour with { Time = 300, Undo = true }]), "L-1", "occupancy"));
        Assert.Equal(usual, Lot(await RunAsync(site, [Action(0, "regulate", "parking/lot/L-1", ("stay", 3600), ("hours", "Sa,Su"))]), "L-1", "occupancy"));
        Assert.Equal(usual, Lot(await RunAsync(site, [hour, Action(0, "regulate", "parking/lot/L-1", ("activity", "parking"), ("for", "commuters"))]), "L-1", "occupancy"));
        Assert.Equal(0, Lot(await RunAsync(site, [Action(0, "regulate", "parking/lot/L-1", ("activity", "no stopping"), ("hours", "08:00-10:00"))]), "L-1", "occupancy").Max());
    }

    [Fact]
    public async Task Who_pays_ten_times_as_much_parks_elsewhere()
    {
        var site = Site(workers: 60, spaces: 40);
        var dear = await RunAsync(site, [Action(0, "reprice", "parking/lot/L-1", ("factor", 10))], hours: 10);
        var cheap = await RunAsync(site, [], hours: 10);
        var free = await RunAsync(site, [Action(0, "reprice", "parking/lot/L-1", ("tariff", "free"))], hours: 10);
        Assert.True(Lot(dear, "L-1", "occupancy").Max() < Lot(cheap, "L-1", "occupancy").Max());
        Assert.True(Lot(free, "L-1", "occupancy").Max() >= Lot(cheap, "L-1", "occupancy").Max());
        Assert.True(Kpi(free, "parking.revenue") < Kpi(cheap, "parking.revenue"));
        Assert.Equal(Kpi(cheap, "parking.revenue") / Sum(cheap, "parking.departures"), Kpi(cheap, "parking.cost"), 1e-9);
        Assert.True(Kpi(cheap, "parking.cost") > 0);
    }

    [Fact]
    public async Task Where_two_changes_overlap_the_end_of_one_does_not_end_the_other()
    {
        // Half of the spaces for two hours, a few for half an hour of them.
        var site = Site(workers: 60, spaces: 40);
        var (half, few) = (Action(0, "resize", "parking/lot/L-1", ("spaces", 20)), Action(1800, "resize", "parking/lot/L-1", ("spaces", 5)));
        var record = await RunAsync(site, [half, few, few with { Time = 3600, Undo = true }, half with { Time = 7200, Undo = true }], hours: 3);
        // A frame an hour, told when it has changed; what ends at a frame ends after it.
        Assert.Equal([5, 20, 40], record.States.Where(s => s.Property == "capacity").Select(s => s.Values[0]));
    }

    [Fact]
    public async Task Drivers_who_know_where_there_is_a_space_search_less()
    {
        var site = Site(workers: 150, spaces: 50);
        var (blind, told) = (await RunAsync(site, []), await RunAsync(site, [Action(0, "guide", "", ("informed", 100))]));
        Assert.True(Kpi(told, "parking.turned-away") < Kpi(blind, "parking.turned-away"), $"{Kpi(blind, "parking.turned-away")}, {Kpi(told, "parking.turned-away")}");
        Assert.Equal("Guidance informs 100 % of the drivers.", told.Log[0].Text.En);
        var setting = await RunAsync(site, [], settings: new MobilitySettings { Guidance = true, Informed = 1 });
        Assert.Equal(Kpi(told, "parking.search-time"), Kpi(setting, "parking.search-time"));
    }

    private static float[] Lot(RunRecord record, string id, string field)
    {
        var layer = record.Layers.Single(l => l.Name == "parking_lot");
        var at = layer.AssetIds.ToList().IndexOf("parking/lot/" + id);
        return [.. layer.Fields.Single(f => f.Name == field).Values.Select(row => row[at])];
    }

    /// <summary>Integral of a series per hour over its steps.</summary>
    private static double Sum(RunRecord record, string name) => record.Series.Single(s => s.Name == name).Values.Sum() * 300 / 3600;
}
