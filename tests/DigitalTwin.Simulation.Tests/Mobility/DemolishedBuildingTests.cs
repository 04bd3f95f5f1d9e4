using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Tests.Loop;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Results;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Mobility;

/// <summary>The office of the town is demolished: from that second on nobody drives to it or from it, and every trip of the day still ends in a stated way.</summary>
public class DemolishedBuildingTests
{
    private const string Office = "building/building/office";
    private const double Eight = 2 * 3600, Odd = Eight + 137;

    [Theory]
    [InlineData(0)]
    [InlineData(Eight)]
    [InlineData(Odd)]
    [InlineData(3 * 3600 + 1)]
    public async Task Nobody_sets_out_for_it_any_more_who_is_on_the_way_turns_round_and_who_is_there_goes_home(double gone)
    {
        var site = Site(workers: 130, through: 200, spaces: 20) with { DemolishedBuildings = [(0, Office, 4)] };
        var record = await RunAsync(site, gone);
        Assert.Equal(330, Kpi(record, "road.trips-finished") + Kpi(record, "road.trips-failed") + Kpi(record, "road.trips-withdrawn"));
        Assert.Equal(0, Kpi(record, "road.trips-under-way"));
        // The lots and kerbs are empty half an hour later, and nobody is on the road to them.
        var occupancy = record.Series.Single(s => s.Name == "parking.occupancy");
        Assert.All(occupancy.Times.Zip(occupancy.Values).Where(p => p.First > gone + 1800), p => Assert.Equal(0, p.Second));
        // Who did not set out before is withdrawn; those of whom nothing is known of the office are as they would be without it.
        var usual = await RunAsync(site, double.PositiveInfinity);
        Assert.Equal(0, Kpi(usual, "road.trips-withdrawn"));
        Assert.True(Kpi(record, "road.trips-withdrawn") > 0 && (gone == 0) == (Kpi(record, "road.trips-withdrawn") == 130));
        Assert.Equal(130, Kpi(record, "parking.parked") + Kpi(record, "road.trips-failed") + Kpi(record, "road.trips-withdrawn"));
        // Until then nothing is different.
        var (a, b) = (usual.Series.Single(s => s.Name == "parking.occupancy").Values, occupancy.Values);
        var same = (int)(gone / 300);
        Assert.Equal(a[..same], b[..same]);
        var log = Assert.Single(record.Log, e => e.Kind == "mobility.buildings-gone");
        Assert.Equal((gone, Office), (log.Time, log.AssetId));
        Assert.StartsWith("office is gone: ", log.Text.En, StringComparison.Ordinal);
        Assert.Equal(Kpi(record, "road.trips-withdrawn"), Numbers(log.Text.En)[0] + Numbers(log.Text.En)[1]);
    }

    [Fact]
    public async Task Who_set_out_from_it_makes_his_trip_and_comes_back_to_where_it_stood()
    {
        // Those of the western gate, as if it were a building.
        var site = Site(workers: 100, spaces: 60) with { DemolishedBuildings = [(0, "gate/west", 0)] };
        var (usual, record) = (await RunAsync(site, double.PositiveInfinity), await RunAsync(site, Eight));
        Assert.InRange(Kpi(record, "road.trips-withdrawn"), 5, 20);
        Assert.Equal(100, Kpi(record, "road.trips-finished") + Kpi(record, "road.trips-withdrawn") + Kpi(record, "road.trips-failed"));
        Assert.True(Kpi(record, "parking.parked") >= Kpi(usual, "parking.parked") - Kpi(record, "road.trips-withdrawn"));
        var log = record.Log.Single(e => e.Kind == "mobility.buildings-gone").Text.En;
        Assert.Equal((Kpi(record, "road.trips-withdrawn"), 0, 0), (Numbers(log)[0], Numbers(log)[1], Numbers(log)[2]));
    }

    [Fact]
    public async Task Where_nobody_can_park_who_is_there_goes_home_at_once_and_ways_back_of_ways_not_made_are_not_made()
    {
        var site = Site(workers: 130, spaces: 20) with { DemolishedBuildings = [(0, Office, 4)], Parking = new ParkingSupply([], []) };
        var record = await RunAsync(site, Odd);
        var log = Numbers(record.Log.Single(e => e.Kind == "mobility.buildings-gone").Text.En);
        var (finished, withdrawn) = (Kpi(record, "road.trips-finished"), Kpi(record, "road.trips-withdrawn"));
        Assert.Equal((260, 0), (finished + withdrawn, Kpi(record, "road.trips-under-way")));
        // As many ways back as ways there; who turned round has a way back that nobody makes.
        Assert.Equal(0, finished % 2);
        Assert.Equal(withdrawn, log[0] + log[1]);
        Assert.True(log[2] > 20 && log[1] > 0 && log[0] > log[1]);
        // All are home half an hour later.
        var on = record.Series.Single(s => s.Name == "road.vehicles");
        Assert.All(on.Times.Zip(on.Values).Where(p => p.First > Odd + 1800), p => Assert.Equal(0, p.Second));
    }

    [Theory]
    [InlineData(23)]
    [InlineData(25)]
    [InlineData(30)]
    public async Task A_run_goes_on_from_before_and_after_it_to_the_same_bits_on_any_number_of_threads(int cut)
    {
        foreach (var site in (MobilitySite[])[Site(workers: 130, through: 200, spaces: 20), Site(workers: 130, spaces: 20) with { Parking = new ParkingSupply([], []) }])
        {
            var with = site with { DemolishedBuildings = [(0, Office, 4)] };
            var whole = await RunAsync(with, Odd);
            var first = Run(with, Odd);
            await first.AdvanceAsync(cut);
            var saved = RunState.FromBytes((await first.CaptureAsync()).ToBytes("x"), "x")!;
            var second = Run(with, Odd, inside: 2);
            await second.RestoreAsync(saved);
            await second.AdvanceAsync(int.MaxValue);
            Assert.Equal(whole.ResultHash, Record(second, with).ResultHash);
        }
    }

    [Fact]
    public void Trips_that_were_drawn_for_a_building_are_its_own_and_not_of_the_one_whose_place_they_have()
    {
        // Trips 0 to 3 are the map's; 4 and 5 were drawn for the building that is added beside the office, 6 for nobody.
        int[] origin = [0, 4, 0, 1, 4, 1, 0], destination = [4, 1, 2, 4, 2, 4, 4];
        var site = Site(workers: 1, spaces: 1) with { DemolishedBuildings = [(0, Office, 4)], AddedBuildings = [new(1, "building/building/T", 114.4, 30.5, "residential", new Dictionary<string, double>())] };
        var buildings = new TripsOfBuildings(site, TripsOfBuildings.Sites(site, site.Demand));
        buildings.Drawn(1, 4, 2);
        Assert.Equal([2, 1, 0, 2, 0, 0, 2], buildings.Of(0, 7, t => origin[t], t => destination[t]));
        Assert.All(buildings.Of(1, 7, t => origin[t], t => destination[t])[..4], e => Assert.Equal(0, e));
        Assert.Equal([new BuildingChange(0, 301, false), new BuildingChange(1, 450, true)], buildings.Changes([0, 1], [301, 450], new StepWindow(1, 300, 300)));
        Assert.Empty(buildings.Changes([0, 1], [301, 450], new StepWindow(2, 600, 300)));
        Assert.Equal([new BuildingChange(1, 900, false)], buildings.Changes([0, 0], [301, 900], new StepWindow(3, 900, 300)));
    }

    private static double[] Numbers(string text) => [.. System.Text.RegularExpressions.Regex.Matches(text, @"\d+").Select(m => double.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture))];

    private static CityRun Run(MobilitySite site, double gone, int inside = 1)
    {
        var recording = Morning(8);
        return new CityRun(new RunPlan([new Standing(gone), new MobilityDomain(site, new MobilitySettings(), recording, readsWeather: false, threads: inside)], 300, 96, []), 1, new KeyedRandom(1), new Workers(1));
    }

    private static async Task<RunRecord> RunAsync(MobilitySite site, double gone)
    {
        var run = Run(site, gone);
        await run.AdvanceAsync(int.MaxValue);
        return Record(run, site);
    }

    /// <summary>One building that stands until a time.</summary>
    private sealed class Standing(double until) : MadeDomain(
        "outside",
        [new("building.standing", "1", new IndexSet("building", 1)), new("building.standing-since", "s", new IndexSet("building", 1))],
        step => step.End > until ? [[0], [until]] : [[1], [double.NaN]]);
}
