using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Cities.Synthesis;
using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Cities.Tests.Synthesis;

public class SyntheticTrafficTests
{
    private static City Make(int junctions, ulong seed)
    {
        using var folder = new Folder();
        MapSynthesis.Write(new() { Seed = seed, Junctions = junctions, Name = "made" }, folder["a"]);
        return City.Load(folder["a"]);
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(60, 2)]
    [InlineData(301, 3)]
    [InlineData(2500, 4)]
    public void From_every_node_one_can_drive_to_every_other(int junctions, ulong seed)
    {
        var roads = Make(junctions, seed).Roads!;
        Assert.Equal(roads.Nodes.Count, Reached(roads, n => roads.Out(n).ToArray().Select(l => roads.Links.To[l])));
        Assert.Equal(roads.Nodes.Count, Reached(roads, n => roads.In(n).ToArray().Select(l => roads.Links.From[l])));
        // A ban of turns leaves a way on.
        for (var link = 0; link < roads.Links.Count; link++) Assert.Contains(roads.Out(roads.Links.To[link]).ToArray(), next => roads.Allows(link, next));
    }

    [Fact]
    public void Main_roads_have_signals_some_side_streets_are_one_way_and_some_turns_are_banned()
    {
        var roads = Make(800, 5).Roads!;
        Assert.InRange(roads.Links.GreenShare.Count(g => g < 1), 100, roads.Links.Count / 4);
        Assert.InRange(roads.Links.Ids.Count(id => !id.EndsWith(".f", StringComparison.Ordinal) && !id.EndsWith(".b", StringComparison.Ordinal)), 5, 100);
        Assert.InRange(roads.BannedTurns.Count, 3, 60);
        foreach (var road in new[] { RoadClass.Primary, RoadClass.Secondary, RoadClass.Tertiary, RoadClass.Residential }) Assert.Contains(road, roads.Links.Class);
    }

    [Fact]
    public void Every_lot_lies_on_the_side_of_its_street_from_which_cars_turn_in()
    {
        var city = Make(800, 6);
        var (roads, parking) = (city.Roads!, city.Parking!);
        foreach (var facility in parking.Facilities)
        {
            var (from, to) = (roads.Links.From[facility.Link], roads.Links.To[facility.Link]);
            var (x, y) = (roads.Nodes.Longitude[to] - roads.Nodes.Longitude[from], roads.Nodes.Latitude[to] - roads.Nodes.Latitude[from]);
            var right = x * (facility.Latitude - roads.Nodes.Latitude[from]) - y * (facility.Longitude - roads.Nodes.Longitude[from]) < 0;
            // The only direction of a one-way street serves both of its sides.
            Assert.True(right || !roads.Links.Ids[facility.Link].Contains('.', StringComparison.Ordinal), facility.Id);
        }
        Assert.Contains(parking.Facilities, f => f.Access.Any(a => a.WholeStay));
        Assert.Contains(parking.Facilities, f => f.Reserves.Count > 0);
        Assert.Contains(parking.Facilities, f => f.Chargers > 0);
        Assert.Contains(parking.Facilities, f => f.Kind == FacilityKind.Kerb && f.LongestStay == 7200);
        Assert.Equal(Enumerable.Range(0, parking.Tariffs.Count), parking.Facilities.Select(f => f.Tariff).Distinct().Order());
    }

    [Fact]
    public void On_a_working_day_lots_fill_up_cars_search_and_the_queues_dissolve()
    {
        var city = Make(301, 7);
        var random = new KeyedRandom(7);
        var trips = city.Demand!.Trips(random, new LocalClock(new(2025, 7, 8, 0, 0, 0, TimeSpan.FromHours(8))), 0, 86400);
        Assert.InRange(trips.Count, 8000, 30_000);
        var model = new MobilityModel(city.Roads!, city.Parking!, trips.Places, city.Drivers, new MobilityOptions());
        var state = model.InitialState(random);
        model.AddTrips(state, trips);
        var full = new HashSet<int>();
        for (var hour = 1; hour <= 24; hour++)
        {
            model.Advance(state, hour * 3600);
            full.UnionWith(Enumerable.Range(0, city.Parking!.Facilities.Count).Where(f => state.Parking.Occupied[f] >= city.Parking.Facilities[f].Capacity));
        }
        var count = state.Count();
        Assert.InRange(full.Count, city.Parking!.Facilities.Count / 10, city.Parking.Facilities.Count);
        Assert.InRange(count.OnLinks, 0, trips.Count / 100);
        Assert.Equal(0, count.Ended[(int)TripOutcome.Stuck] + count.Ended[(int)TripOutcome.NoWay]);
        var parkers = trips.Dwell.Count(d => !double.IsNaN(d));
        Assert.InRange(count.Ended[(int)TripOutcome.GaveUp] + count.Ended[(int)TripOutcome.Cancelled], parkers / 200, parkers / 8);
        Assert.True(Enumerable.Range(0, city.Drivers.Count).Sum(g => state.TallyOfGroup(g).SearchSeconds) > 3600);
        Assert.Equal(trips.Count, count.Sum);
    }

    [Fact]
    public void The_parking_and_streets_of_a_district_stay_small()
    {
        using var folder = new Folder();
        MapSynthesis.Write(new() { Seed = 8, Junctions = 800, Name = "made" }, folder["a"]);
        string[] others = ["buildings.city.json", "network.inp", "climate-synthetic.epw", "population.csv", "districts.geojson", "stations.geojson", "city.yaml", "SOURCE.md"];
        Assert.InRange(Directory.GetFiles(folder["a"]).Where(f => !others.Contains(Path.GetFileName(f))).Sum(f => new FileInfo(f).Length), 100_000, 1_000_000);
    }

    private static int Reached(RoadNetwork roads, Func<int, IEnumerable<int>> next)
    {
        var (seen, todo) = (new bool[roads.Nodes.Count], new Stack<int>([0]));
        seen[0] = true;
        while (todo.TryPop(out var node))
            foreach (var other in next(node))
                if (!seen[other])
                {
                    seen[other] = true;
                    todo.Push(other);
                }
        return seen.Count(s => s);
    }
}
