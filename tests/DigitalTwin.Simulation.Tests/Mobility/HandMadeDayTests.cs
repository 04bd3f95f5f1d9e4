using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Simulation.Mobility;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Tests.Mobility;

/// <summary>
/// Two hours that can be followed on paper. A street of 250 m, 20 s by car, between home (H) and a lot (L) of two spaces, one with a charger of 7 kW; 5 CNY for each hour begun; drivers of electric cars who would like 3.5 kWh.
/// The first leaves at 06:10 and stays an hour at the charger, the second at 06:20 for half an hour on the other space. The third, at 06:40, finds both taken, drives round (500 m, 40 s) until he has searched for 100 s, and goes home.
/// </summary>
public class HandMadeDayTests
{
    private static readonly string[] Series =
    [
        "parking.occupancy", "parking.occupancy-share", "parking.arrivals", "parking.departures", "parking.turned-away", "parking.queue", "parking.dwell", "parking.turnover", "parking.revenue", "parking.charging",
        "parking.search-time/drivers", "parking.search-distance/drivers", "parking.walk/drivers", "parking.parked/drivers", "parking.failures/drivers", "parking.paid/drivers", "road.cruising-share", "road.delay",
    ];

    [Fact]
    public async Task Every_number_of_parking_is_what_one_works_out_by_hand()
    {
        var site = Site();
        var record = await Towns.RunAsync(site, [], hours: 2);
        double Kpi(string name) => Towns.Kpi(record, "parking." + name);
        Assert.Equal(2, Kpi("parked"));
        Assert.Equal(1, Kpi("sessions-per-hour"));
        Assert.Equal(2 / (2 * 2 / 24.0), Kpi("turnover"), 9); // two cars, two spaces, two hours of the day
        Assert.Equal(45, Kpi("dwell"), 6);
        Assert.Equal(100.0 * (60 + 30) / (2 * 120), Kpi("occupancy"), 6); // space-minutes
        Assert.Equal(100, Kpi("occupancy-peak"));
        Assert.Equal((10.0, 5.0), (Kpi("revenue"), Kpi("cost")));
        Assert.Equal(50, Kpi("charger-use"), 6);
        Assert.Equal(3.5, Kpi("energy"), 6);
        Assert.Equal((1.0, 1.0, 4.0), (Kpi("failures"), Kpi("drivers-turned-away"), Kpi("turned-away"))); // refused at once and after each of three rounds
        Assert.Equal(100.0 / 3, Kpi("failure-share"), 9);
        Assert.Equal(3 * 500 / 3.0, Kpi("search-distance"), 6);
        Assert.InRange(Kpi("search-time") * 60 * 3, 120, 129); // three rounds, and up to two slices for each of four decisions
        Assert.Equal((0.0, 0.0), (Kpi("walk"), Kpi("queue-time")));
        Assert.Equal(1500.0 / (3 * 500 + 1500) * 100, Towns.Kpi(record, "road.cruising-share"), 6);
        Assert.Equal(3.0, Towns.Kpi(record, "road.vehicle-km"), 6);
    }

    [Fact]
    public async Task What_a_lot_tells_at_a_frame_is_of_all_the_time_since_the_frame_before()
    {
        var record = await Towns.RunAsync(Site(), [], hours: 2); // a frame an hour, a step every five minutes
        var fields = record.Layers.Single(l => l.Name == "parking_lot").Fields.ToDictionary(f => f.Name, f => f.Values.Select(row => row[0]).ToArray());
        Assert.Equal([2f, 0f], fields["arrivals"]);
        Assert.Equal([1f, 1f], fields["departures"]);
        Assert.Equal([4f, 0f], fields["turned_away"]);
        Assert.Equal([5f, 5f], fields["revenue"]);
        Assert.Equal([30f, 60f], fields["dwell"]);
        Assert.Equal([1f, 0f], fields["turnover"]);
        // The first from 06:10:20 to 07:10:20, the second from 06:20:20 to 06:50:20.
        Assert.Equal(100 * (2980 + 1800) / 7200f, fields["use"][0], 4);
        Assert.Equal(100 * 620 / 7200f, fields["use"][1], 4);
        Assert.Equal(100 * 2980 / 3600f, fields["charger_use"][0], 4);
        Assert.Equal([1f, 0f], fields["occupancy"]);
    }

    [Fact]
    public async Task Everything_that_an_operator_expects_is_in_the_series_in_two_languages()
    {
        var record = await Towns.RunAsync(Site(), [], hours: 2);
        Assert.Empty(Series.Except(record.Series.Select(s => s.Name)));
        var texts = record.Series.Select(s => (s.Name, s.Title)).Concat(record.Layers.SelectMany(l => l.Fields.Select(f => (f.Name, f.Title)))).Concat(record.Kpis.Select(k => (k.Kpi.Name, k.Kpi.Title)));
        Assert.All(texts, t => Assert.True(t.Title.En.Length > 0 && t.Title.Zh is { Length: > 0 } zh && zh.Any(c => c > 0x2E80), t.Name));
        double Sum(string name) => record.Series.Single(s => s.Name == name).Values.Where(double.IsFinite).Sum() / 12;
        Assert.Equal((2.0, 1.0, 10.0), (Sum("parking.parked/drivers"), Sum("parking.failures/drivers"), Sum("parking.paid/drivers")));
        Assert.Equal(1500.0, record.Series.Single(s => s.Name == "parking.search-distance/drivers").Values.Max());
        Assert.Equal(60.0, record.Series.Single(s => s.Name == "parking.dwell").Values.Max());
    }

    private static MobilitySite Site()
    {
        double[] longitude = [114.4, 114.4026], latitude = [30.5, 30.5];
        double[] Each(double value) => [value, value];
        var roads = new RoadNetwork(
            new RoadNodes { Ids = ["H", "L"], Longitude = longitude, Latitude = latitude, IsThrough = [true, true] },
            new RoadLinks
            {
                Ids = ["out", "back"], From = [0, 1], To = [1, 0], Length = Each(250), Lanes = Each(1), FreeSpeed = Each(12.5), Capacity = Each(0.5), GreenShare = Each(1), Storage = Each(33),
                Class = [RoadClass.Tertiary, RoadClass.Tertiary], Course = new double[]?[2], Names = ["", ""],
            },
            []);
        var lot = new ParkingFacility
        {
            Id = "L", Kind = FacilityKind.Lot, Link = 0, ExitNode = 1, Longitude = longitude[1], Latitude = latitude[1], Capacity = 2, Chargers = 1, ChargerPower = 7000, Tariff = 0,
        };
        var tariff = TariffBuilder.Build(new TariffSource { Id = "town", Plan = new PlanSource { Windows = [new(default, WeekTime.Always, [new(default, 0, 3600, 5)])] } });
        var driver = DriverGroups.Default[0] with
        {
            Name = "drivers", Title = new("Drivers", "驾驶人"), GiveUp = new Taste(1000), SearchPatience = new Taste(100), ElectricShare = 1, ChargingShare = 1, NeedsChargerShare = 0, Energy = new Taste(3.5 * 3.6e6),
        };
        var places = new Places { Ids = ["home", "lot"], Longitude = longitude, Latitude = latitude, Node = [0, 1] };
        var trips = new TripList
        {
            Name = "day", Ids = ["first", "second", "third"], Origin = [0, 0, 0], Destination = [1, 1, 1],
            Departures = [Departure.Daily(6 * 3600 + 600), Departure.Daily(6 * 3600 + 1200), Departure.Daily(6 * 3600 + 2400)],
            Purpose = [0, 0, 0], Group = [0, 0, 0], Dwell = [3600, 1800, 3600], Returns = [1, 1, 1], Jitter = 0,
        };
        return new MobilitySite(roads, new ParkingSupply([lot], [tariff]), new DemandModel(places, [new("work")], ["drivers"], [], [trips]), [driver])
        {
            District = [0, 0], Districts = 1, AssetPlace = _ => null,
            LinkGeometry = l => new LineString([new(longitude[l], 30.5), new(longitude[1 - l], 30.5)]),
            FacilityGeometry = _ => new Point(longitude[1], latitude[1]),
        };
    }
}
