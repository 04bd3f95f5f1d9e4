using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Demand;

public class AddedSiteTests
{
    private static readonly DemandModel City = LandUse();

    private static readonly Dictionary<string, double> Homes = new() { ["people"] = 400, ["unknown"] = 7 };

    [Fact]
    public void A_new_place_sends_as_many_cars_as_its_rates_say_from_the_place_nearest_to_it()
    {
        var site = new AddedSite(City, "tower", 114.4101, 30.5001, "homes", Homes);
        Assert.True(site.MakesTrips);
        var trips = Trips(site);
        // 0.4 cars a day and person; Poisson-like draws around it.
        Assert.InRange(trips.Count, 130, 190);
        Assert.Same(City.Places, trips.Places);
        Assert.All(Enumerable.Range(0, trips.Count), t => Assert.True(trips.Origin[t] == City.Places.Find("N1") && trips.Destination[t] != trips.Origin[t]));
        Assert.Equal(trips.Departure.Order(), trips.Departure);
    }

    [Fact]
    public void Twice_the_people_send_twice_the_cars_and_none_send_none()
    {
        var (one, two) = (Trips(new(City, "tower", 114.41, 30.50, "homes", Homes)).Count, Trips(new(City, "tower", 114.41, 30.50, "homes", new Dictionary<string, double> { ["people"] = 800 })).Count);
        Assert.InRange(two / (double)one, 1.7, 2.3);
        Assert.Equal(0, Trips(new(City, "tower", 114.41, 30.50, "homes", new Dictionary<string, double>())).Count);
    }

    [Fact]
    public void Where_demand_does_not_follow_from_the_use_of_land_there_are_no_trips()
    {
        var (list, places, _) = MadeDemand.Read("id,departure,origin,destination,purpose\nA,07:30,N0,N1,work\n", purposes: ["work", "shopping"]);
        var site = new AddedSite(MadeDemand.Model(list!, places), "tower", 114.41, 30.50, "homes", Homes);
        Assert.False(site.MakesTrips);
        Assert.Equal(0, Trips(site).Count);
    }

    private static TripTable Trips(AddedSite site) => site.Trips(new KeyedRandom(3), MadeDemand.Tuesday, 0, 86400);

    private static DemandModel LandUse()
    {
        var (_, places, _) = MadeDemand.Read("id,departure,origin,destination,purpose\nA,07:30,N0,N1,work\nB,07:30,N2,N3,work\n");
        var table = places.ToPlaces();
        DemandZone[] zones = [.. Enumerable.Range(0, 4).Select(i => new DemandZone($"Z{i}", table.Find($"N{i}")))];
        var land = new LandUseDemand
        {
            Name = "land", Roads = MadeDemand.Ring(), Places = table, PurposeNames = ["work"], Deterrence = new(false, 0) { Mean = 120 },
            Sites = new() { Zones = zones, LandUse = ["homes", "homes", "offices", "offices"], Attributes = ["people", "jobs"], Values = [[500, 300, double.NaN, double.NaN], [double.NaN, double.NaN, 300, 100]] },
            Rates = [new(0, "homes", "people", 1, 0.4, 0, 127, "made"), new(0, "*", "jobs", 1, 0, 1, 127, "made")],
            Profiles = [[new(127, [(21600, 32400, 1)])]],
        };
        return new(table, [new("work")], ["visitors"], [1], [land]);
    }
}
