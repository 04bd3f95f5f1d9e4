using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Tests.Roads;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

/// <summary>What single cars do along a few links, by hand: links of 500 m that take 36 s.</summary>
public class OneStreetTests
{
    // A ring road 0-1-2-3-0, so that everybody comes home; nodes some 100 m apart for those who walk.
    private static readonly RoadNetwork Ring = Placed(MadeRoads.Of(4, [(0, 1), (1, 2), (2, 3), (3, 0)]));

    [Fact]
    public void A_search_is_as_long_as_what_is_driven_after_the_refusal()
    {
        // Full where it wants to go, at the end of the first link; free at the end of the third.
        var (model, state) = Town(At(0, FacilityKind.Lot, "near", 2000), At(2, FacilityKind.Lot, "far"));
        Fill(model, state, 0, 2000);
        model.AddTrips(state, MadeTraffic.Table(model, [(0, 1, 0, 600, false)]));
        model.Advance(state, 300);
        Assert.Equal((VehiclePhase.Parked, 1), (state.Phase(0), state.FacilityOf(0)));
        var group = state.TallyOfGroup(0);
        Assert.Equal((1000.0, 1), (group.SearchMetres, group.TurnedAway));
        double[] metres = [.. Enumerable.Range(0, 4).Select(l => state.Tally(l).SearchMetres)];
        Assert.Equal([0, 500, 500, 0], metres);
        // On the first link only from the refusal on.
        Assert.InRange(state.Tally(0).SearchSeconds, 0, 2);
        Assert.Equal(group.SearchSeconds, Enumerable.Range(0, 4).Sum(l => state.Tally(l).SearchSeconds), 6);
        Assert.InRange(group.SearchSeconds, 72, 74);
    }

    [Fact]
    public void Who_finds_one_side_of_the_street_full_takes_a_bay_on_the_other()
    {
        var (model, state) = Town(At(0, FacilityKind.Kerb, "right", 200), At(0, FacilityKind.Kerb, "left"));
        Fill(model, state, 0, 200);
        model.AddTrips(state, MadeTraffic.Table(model, [(0, 1, 0, 600, false)]));
        model.Advance(state, 100);
        Assert.Equal((VehiclePhase.Parked, 1), (state.Phase(0), state.FacilityOf(0)));
        Assert.Equal(0, state.TallyOfGroup(0).SearchMetres);
    }

    [Fact]
    public void A_road_that_is_closed_twice_opens_when_both_closures_have_ended()
    {
        foreach (var (first, second) in new[] { ((50.0, 900.0), (100.0, 300.0)), ((100.0, 300.0), (50.0, 900.0)), ((50.0, 300.0), (100.0, 900.0)), ((50.0, 300.0), (300.0, 900.0)), ((50.0, 900.0), (50.0, 900.0)) })
        {
            var model = MadeTraffic.Model(Ring);
            var state = model.InitialState(new KeyedRandom(1));
            state.Roads.Close(2, first.Item1, first.Item2);
            state.Roads.Close(2, second.Item1, second.Item2);
            for (var time = 25; time < 1000; time += 50)
            {
                model.Advance(state, time);
                Assert.Equal(time is > 50 and < 900, state.Roads.IsClosed[2]);
            }
        }
    }

    [Fact]
    public void A_road_that_is_closed_for_good_does_not_open_when_a_shorter_closure_ends()
    {
        var model = MadeTraffic.Model(Ring);
        var state = model.InitialState(new KeyedRandom(1));
        state.Roads.Close(2, 50, double.PositiveInfinity);
        state.Roads.Close(2, 100, 200);
        state.Roads.Close(1, 100, 100); // no time at all
        model.Advance(state, 1000);
        Assert.Equal((true, false), (state.Roads.IsClosed[2], state.Roads.IsClosed[1]));
        Assert.True(MadeTraffic.Reloaded(model, state).Roads.IsClosed[2]);
    }

    [Fact]
    public void Who_crawled_on_to_a_road_leaves_it_when_he_is_through_though_it_is_fast_again()
    {
        var model = MadeTraffic.Model(Ring);
        var state = model.InitialState(new KeyedRandom(1));
        state.Roads.SpeedFactor[0] = 0.02; // 1,800 s
        model.AddTrips(state, MadeTraffic.Trips(model, (0, 1, 0)));
        model.Advance(state, 100);
        state.Roads.SpeedFactor[0] = 1;
        model.Advance(state, 7200);
        Assert.Equal(1800, state.EndTime(0), 6);
    }

    private static (MobilityModel Model, MobilityState State) Town(params ParkingFacility[] facilities)
    {
        var model = MadeTraffic.Model(Ring, supply: new ParkingSupply(facilities, []));
        return (model, model.InitialState(new KeyedRandom(1)));
    }

    // Cars that stand for long and belong to nobody.
    private static void Fill(MobilityModel model, MobilityState state, int facility, int cars = 2)
    {
        for (var i = 0; i < cars; i++) model.Parking.Place(state.Parking, facility, new ParkingRequest(-1, 0, 1e6, 0), 0);
    }

    private static ParkingFacility At(int link, FacilityKind kind, string id, int capacity = 2) => new()
    {
        Id = id, Kind = kind, Link = link, ExitNode = Ring.Links.To[link], Capacity = capacity, Longitude = Ring.Nodes.Longitude[Ring.Links.To[link]], Latitude = Ring.Nodes.Latitude[Ring.Links.To[link]],
    };

    private static RoadNetwork Placed(RoadNetwork network) => new(
        new RoadNodes { Ids = network.Nodes.Ids, IsThrough = network.Nodes.IsThrough, Longitude = [114.4, 114.401, 114.401, 114.4], Latitude = [30.5, 30.5, 30.501, 30.501] }, network.Links, []);
}
