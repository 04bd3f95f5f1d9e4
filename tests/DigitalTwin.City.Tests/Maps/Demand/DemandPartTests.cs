using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Cities.Tests.Maps.Demand;

public class DemandPartTests
{
    private static readonly LocalClock Tuesday = new(new(2025, 7, 8, 0, 0, 0, TimeSpan.FromHours(8)));

    private static (City City, DemandModel Demand) Load(Folder folder)
    {
        using (folder)
        {
            var (city, problems) = folder.Load();
            Assert.DoesNotContain(problems, p => p.Severity == Severity.Error);
            return (city, city.Demand!);
        }
    }

    [Fact]
    public void A_map_with_every_source_of_demand_sends_the_trips_that_its_files_expect()
    {
        var (_, demand) = Load(SmallDemand.Make());
        Assert.Equal(["work", "shopping", "through", "event"], demand.Purposes.Select(p => p.Name));
        var expected = demand.Expected(DayOfWeek.Tuesday);
        // People of B-1 to B-4, B-6, B-7: 450 to 600, 700, 750, together 3,550; by hand 0.4 and 0.2 trips each, 400 into work at the gates, 270 pass through; one trip of the list and the matrices beside.
        Assert.Equal(0.4 * 3550 + 400 + 1 + 12.5, expected[0], 1e-9);
        Assert.Equal(0.2 * 3550 + 1 + 7.25, expected[1], 1e-9);
        Assert.Equal(270, expected[2], 1e-9);
        var trips = demand.Trips(new KeyedRandom(5), Tuesday, 0, 86400);
        var (mean, deviation) = (expected.Sum(), Math.Sqrt(expected.Sum()));
        // Cells are rounded by themselves, so that a day varies less than a Poisson number: the 99 % interval of that holds it.
        Assert.InRange(trips.Count, mean - 2.58 * deviation, mean + 2.58 * deviation);
        Assert.Contains("T-1", trips.Ids);
    }

    [Fact]
    public void Through_traffic_enters_by_one_gate_leaves_by_another_and_never_parks()
    {
        var (_, demand) = Load(SmallDemand.Make());
        var trips = demand.Trips(new KeyedRandom(5), Tuesday, 0, 86400);
        var (west, east, through) = (demand.Places.Find("WEST"), demand.Places.Find("EAST"), demand.FindPurpose("through"));
        int[] passing = [.. Enumerable.Range(0, trips.Count).Where(i => trips.Purpose[i] == through)];
        Assert.Equal(150, passing.Count(i => trips.Origin[i] == west && trips.Destination[i] == east));
        Assert.Equal(120, passing.Count(i => trips.Origin[i] == east && trips.Destination[i] == west));
        Assert.Equal(270, passing.Length);
        Assert.All(passing, i => Assert.True(double.IsNaN(trips.Dwell[i]) && !trips.Returns[i]));
        Assert.DoesNotContain(Enumerable.Range(0, trips.Count).Except(passing), i => (trips.Origin[i] == west || trips.Origin[i] == east) && (trips.Destination[i] == west || trips.Destination[i] == east));
    }

    [Fact]
    public void The_mean_drive_asked_for_is_met_and_sums_agree_to_a_part_in_a_billion()
    {
        var (_, demand) = Load(SmallDemand.Make());
        var landUse = demand.Sources.OfType<LandUseDemand>().Single();
        Assert.Equal(3, landUse.Distributions.Count);
        Assert.All(landUse.Distributions, d => Assert.True(d.Trips.IsBalanced && d.Trips.Error <= 1e-9));
        Assert.All(landUse.Distributions.Where(d => !double.IsNaN(d.MeanCost)), d => Assert.Equal(demand.Purposes[d.Purpose].Name == "work" ? 120 : 150, d.MeanCost, 0.001));
    }

    [Fact]
    public void A_mean_drive_that_no_deterrence_gives_leaves_the_nearest_one_and_loses_no_trip()
    {
        // The shops' customers must reach both shops: even the least driving there is takes them more than two minutes.
        var (_, demand) = Load(SmallDemand.Make().With("purposes.csv", SmallDemand.Purposes.Replace("2.5", "1", StringComparison.Ordinal)));
        var shopping = demand.Sources.OfType<LandUseDemand>().Single().Distributions.Single(d => d.Purpose == demand.FindPurpose("shopping"));
        Assert.True(shopping.Trips.IsBalanced);
        Assert.InRange(shopping.MeanCost, 140, 150);
    }

    [Fact]
    public void Groups_and_dwell_follow_the_shares_of_the_purpose()
    {
        var (_, demand) = Load(SmallDemand.Make());
        var trips = demand.Trips(new KeyedRandom(5), Tuesday, 0, 86400);
        int[] shopping = [.. Enumerable.Range(0, trips.Count).Where(i => trips.Purpose[i] == demand.FindPurpose("shopping") && trips.Ids[i] != "T-2")];
        var shoppers = shopping.Count(i => trips.Groups[trips.Group[i]] == "shoppers");
        Assert.InRange(shoppers, shopping.Length * 0.8 - 2.58 * Math.Sqrt(shopping.Length * 0.16), shopping.Length * 0.8 + 2.58 * Math.Sqrt(shopping.Length * 0.16));
        Assert.InRange(shopping.Average(i => trips.Dwell[i]), 3600 - 2.58 * 2700 / Math.Sqrt(shopping.Length), 3600 + 2.58 * 2700 / Math.Sqrt(shopping.Length));
        Assert.All(Enumerable.Range(0, trips.Count).Where(i => trips.Purpose[i] == demand.FindPurpose("work")), i => Assert.Equal("commuters", trips.Groups[trips.Group[i]]));
    }

    [Fact]
    public void On_a_Sunday_nobody_works_where_rates_say_so()
    {
        var (_, demand) = Load(SmallDemand.Make());
        var sunday = demand.Expected(DayOfWeek.Sunday);
        Assert.Equal(1 + 12.5, sunday[0], 1e-9);
        Assert.Equal(demand.Expected(DayOfWeek.Tuesday)[1], sunday[1]);
    }

    [Fact]
    public void A_building_is_a_place_by_its_own_id_and_by_its_full_name()
    {
        var (_, demand) = Load(SmallDemand.Make());
        var trips = demand.Trips(new KeyedRandom(5), Tuesday, 0, 86400);
        Assert.Equal("building/building/B-1", trips.Places.Ids[trips.Origin[Array.IndexOf(trips.Ids, "T-1")]]);
    }

    [Fact]
    public void An_area_spreads_its_trips_over_the_buildings_in_it_and_over_nodes_where_there_are_none()
    {
        const string Od = "origin,destination,from,until,trips\nZ-S,Z-N,07:00,09:00,900\n";
        const string Yaml = "name: small\nplace: { lon: 114.41, lat: 30.51 }\nroads: streets.geojson\nassets: { building/building: buildings.geojson }\ndemand: { od: od.csv, zones: zones.geojson }\n";
        var (_, demand) = Load(SmallDemand.Make(Yaml).With("od.csv", Od));
        var trips = demand.Trips(new KeyedRandom(5), Tuesday, 0, 86400);
        Assert.Equal(900, trips.Count);
        // Weighted by floor area: in the north only the two shops have one, in the south nobody has, so that all three count the same.
        Assert.Equal(["building/building/B-8", "building/building/B-9"], trips.Destination.Select(d => trips.Places.Ids[d]).Distinct().Order());
        Assert.Equal(["building/building/B-1", "building/building/B-2", "building/building/B-3"], trips.Origin.Select(d => trips.Places.Ids[d]).Distinct().Order());
        var (_, bare) = Load(SmallDemand.Make(Yaml.Replace("assets: { building/building: buildings.geojson }\n", "", StringComparison.Ordinal)).With("od.csv", Od));
        Assert.Equal(9, bare.Trips(new KeyedRandom(5), Tuesday, 0, 86400).Places.Count);
    }

    [Fact]
    public void A_survey_that_names_zones_begins_and_ends_somewhere_in_them()
    {
        const string Yaml = "name: small\nplace: { lon: 114.41, lat: 30.51 }\nroads: streets.geojson\ndemand: { trips: trips.csv, zones: zones.geojson }\n";
        var rows = string.Concat(Enumerable.Range(0, 200).Select(i => $"T{i},Z-S,Z-N,08:00\n"));
        var (_, demand) = Load(SmallDemand.Make(Yaml).With("trips.csv", "id,origin,destination,departure\n" + rows));
        var trips = demand.Trips(new KeyedRandom(5), Tuesday, 0, 86400);
        Assert.Equal(3, trips.Origin.Distinct().Count());
        Assert.Equal(6, trips.Destination.Distinct().Count());
    }

    [Fact]
    public void What_demand_says_is_part_of_the_content_of_a_city()
    {
        var hashes = new[] { SmallDemand.Make(), SmallDemand.Make(SmallDemand.Yaml.Replace("2 min }\n  od", "3 min }\n  od", StringComparison.Ordinal)), SmallDemand.Make().With("dwell.csv", SmallDemand.Dwell.Replace("500", "501", StringComparison.Ordinal)) }
            .Select(folder => Load(folder).City.ContentHash).ToArray();
        Assert.Equal(3, hashes.Distinct().Count());
        Assert.Contains(Load(SmallDemand.Make()).City.Parts, p => p.Role == "demand.dwell");
    }
}
