using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Maps.Parking;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Maps.Parking;

public class ParkingPartTests
{
    private static City Load()
    {
        using var folder = SmallParking.Make();
        var (city, problems) = folder.Load();
        Assert.Empty(problems.Select(p => p.Sentence));
        return city;
    }

    [Fact]
    public void Lots_come_first_and_have_what_their_operator_says()
    {
        var parking = Load().Parking!;
        Assert.Equal(["P-1", "P-2", "K-1", "K-2"], parking.Facilities.Select(f => f.Id));
        var north = parking.Facilities[0];
        Assert.Equal((240, 2, 8, 12, 60_000.0), (north.Capacity, north.Levels, north.QueuePlaces, north.Chargers, north.ChargerPower));
        Assert.Equal((0.1, 300 / 3600.0, double.PositiveInfinity), (north.EntranceRate, north.ExitRate, north.LongestStay));
        Assert.Equal([new(new(WeekTime.EveryDay, 6 * 3600, 86400), [])], north.Access);
        Assert.Equal((FacilityKind.Kerb, 7200.0), (parking.Facilities[2].Kind, parking.Facilities[2].LongestStay));
        Assert.Equal(["centre", "office", "kerb"], parking.Tariffs.Select(t => t.Id));
        Assert.Equal([0, 1, 2, -1], parking.Facilities.Select(f => f.Tariff));
    }

    [Fact]
    public void An_office_lot_is_for_its_people_by_day_and_for_residents_who_are_gone_in_the_morning_by_night()
    {
        var office = Load().Parking!.Facilities[1];
        Assert.Equal(["commuters", "residents", "residents", "residents"], office.Access.Select(a => Assert.Single(a.Groups)));
        Assert.Equal([false, true, true, true], office.Access.Select(a => a.WholeStay));
        Assert.True(office.Access[1].When.Holds(DayOfWeek.Friday, 6 * 3600));
        Assert.False(office.Access[1].When.Holds(DayOfWeek.Saturday, 6 * 3600));
        Assert.True(office.Access[3].When.Holds(DayOfWeek.Saturday, 21 * 3600));
        Assert.Equal((20, "visitors"), (office.Reserves[0].Spaces, Assert.Single(office.Reserves[0].Groups)));
    }

    [Fact]
    public void Cars_turn_in_from_the_direction_that_has_the_lot_on_its_right()
    {
        var city = Load();
        var ids = city.Roads!.Links.Ids;
        // P-1 lies north of the avenue that is drawn eastwards, so it is to the right of who drives west; P-2 lies south of it.
        Assert.Equal(["S-1.b", "S-2.f", "S-3.f", "S-3.b"], city.Parking!.Facilities.Select(f => ids[f.Link]));
        Assert.All(city.Parking.Facilities, f => Assert.Equal(city.Roads.Links.To[f.Link], f.ExitNode));
        Assert.Contains(city.Assumptions, a => a.StartsWith("3 places to park name no road; cars reach them from the nearest one, ", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_one_drives_on_the_left_it_is_the_other_direction()
    {
        using var folder = SmallParking.Make().With("city.yaml", SmallParking.Yaml.Replace("roads: streets.geojson", "roads: { file: streets.geojson, side: left }"));
        var city = folder.Load().City;
        Assert.Equal(["S-1.f", "S-2.b", "S-3.b", "S-3.f"], city.Parking!.Facilities.Select(f => city.Roads!.Links.Ids[f.Link]));
    }

    [Fact]
    public void Lots_and_kerbs_are_assets_with_capacity_shape_and_the_operators_other_words()
    {
        var city = Load();
        var lot = city.Assets[city.Assets.Find(AssetId.Parse("parking/lot/P-1"))];
        Assert.Equal(240, lot.Attributes.Single(v => v.Name == "capacity").Number);
        Assert.Equal("North Parking", lot.Attributes.Single(v => v.Name == "operator").Text);
        Assert.Equal("S-1.b", lot.Attributes.Single(v => v.Name == "road").Text);
        var kerb = city.Assets[city.Assets.Find(AssetId.Parse("parking/kerb/K-2"))];
        Assert.Equal("LineString", kerb.Geometry!.GeometryType);
        Assert.Equal(30.5025, kerb.Place!.Y, 1e-6);
    }

    [Fact]
    public void A_tariff_charges_what_its_board_says()
    {
        var city = Load();
        var clock = new LocalClock(new(2025, 7, 8, 0, 0, 0, TimeSpan.FromHours(8)));
        var (centre, office, kerb) = (city.Parking!.Tariffs[0], city.Parking.Tariffs[1], city.Parking.Tariffs[2]);
        Assert.Equal("市中心", centre.Title.Zh);
        Assert.Equal(0, centre.Price(9 * 3600, 9 * 3600 + 900, "shoppers", clock));
        Assert.Equal(600, centre.Price(9 * 3600, 9 * 3600 + 900 + 3600, "shoppers", clock));
        Assert.Equal(4500, centre.Price(0, 86400, "shoppers", clock));
        Assert.Equal(1000, centre.Price(0, 86400, "residents", clock));
        Assert.Equal(300, office.Price(9 * 3600, 9 * 3600 + 900, "commuters", clock));
        Assert.Equal(400 + 400, kerb.Price(0, 5400, "shoppers", clock));
        Assert.Equal("CNY", office.Currency);
    }

    [Fact]
    public void The_files_of_parking_are_parts_of_the_city_and_enter_its_hash()
    {
        var before = Load();
        Assert.Equal(["parking.file", "parking.tariffs", "roads"], before.Parts.Select(p => p.Role));
        using var folder = SmallParking.Make().With("tariffs.yaml", SmallParking.Tariffs.Replace("price: 3", "price: 5"));
        Assert.NotEqual(before.ContentHash, folder.Load().City.ContentHash);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var folder = SmallParking.Make();
        var problems = new ProblemList();
        var features = ParkingFeatureReader.Read(folder["parking.geojson"], problems);
        using (var stream = File.Create(folder["again.geojson"])) ParkingFeatureWriter.Write(stream, features, "test");
        var again = ParkingFeatureReader.Read(folder["again.geojson"], problems);
        Assert.Empty(problems);
        using (var stream = File.Create(folder["third.geojson"])) ParkingFeatureWriter.Write(stream, again, "test");
        Assert.Equal(File.ReadAllText(folder["again.geojson"]), File.ReadAllText(folder["third.geojson"]));
        Assert.Equal(features.Select(f => (f.Id, f.Capacity, f.Kind, f.EntranceRate, f.LongestStay, f.Side, f.Road)), again.Select(f => (f.Id, f.Capacity, f.Kind, f.EntranceRate, f.LongestStay, f.Side, f.Road)));
        Assert.Equal(features[1].Rules().Select(r => r.When), again[1].Rules().Select(r => r.When));
    }

    [Fact]
    public void A_planners_own_drivers_replace_those_that_come_with_the_program()
    {
        using var folder = SmallParking.Make();
        var rows = new List<string> { "group,quantity,value,spread,law,unit,source", "couriers,permits,commuters residents visitors,,,," };
        foreach (var (quantity, value, unit) in new[] { ("price", 0.1, "1/CNY"), ("walk", 0.1, "1/min"), ("drive", 0.1, "1/min"), ("search", 0.1, "1/min"), ("queue", 0.1, "1/min"), ("give-up", 5, "1"), ("queue-patience", 5, "min"), ("search-patience", 5, "min"), ("longest-walk", 300, "m"), ("walk-speed", 1.2, "m/s") })
            rows.Add(FormattableString.Invariant($"couriers,{quantity},{value},,,{unit},test"));
        folder.With("drivers.csv", string.Join('\n', rows)).With("city.yaml", SmallParking.Yaml.Replace("tariffs.yaml }", "tariffs.yaml, drivers: drivers.csv }"));
        var (city, problems) = folder.Load();
        Assert.Empty(problems.Select(p => p.Sentence));
        Assert.Equal("couriers", Assert.Single(city.Drivers).Name);
    }
}
