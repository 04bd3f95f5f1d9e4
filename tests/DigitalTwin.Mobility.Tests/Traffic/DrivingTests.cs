using DigitalTwin.Mobility.Tests.Roads;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

public class DrivingTests
{
    [Fact]
    public void A_car_alone_drives_at_free_speed()
    {
        var model = MadeTraffic.Model(MadeRoads.Of(4, [(0, 1), (1, 2), (2, 3)]));
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.Trips(model, (0, 3, 10)));
        model.Advance(state, 200);
        Assert.Equal(TripOutcome.Completed, state.Outcome(0));
        Assert.Equal(10 + 3 * 500 / (50 / 3.6), state.EndTime(0), 9);
    }

    [Fact]
    public void Cars_leave_a_link_no_faster_than_its_capacity()
    {
        var model = MadeTraffic.Model(MadeRoads.Of(2, [(0, 1)], capacity: 0.25));
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.Trips(model, [.. Enumerable.Repeat((0, 1, 0.0), 10)]));
        model.Advance(state, 100);
        for (var trip = 0; trip < 10; trip++) Assert.Equal(36 + 4 * trip, state.EndTime(trip), 9);
    }

    [Fact]
    public void A_trip_to_where_it_is_ends_as_it_begins_and_one_without_a_way_says_so()
    {
        var model = MadeTraffic.Model(MadeRoads.Of(3, [(0, 1)]));
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.Trips(model, (0, 0, 5), (0, 2, 6)));
        model.Advance(state, 10);
        Assert.Equal(TripOutcome.Completed, state.Outcome(0));
        Assert.Equal(TripOutcome.NoWay, state.Outcome(1));
    }

    [Fact]
    public void Whoever_is_underway_when_a_road_closes_goes_round_it()
    {
        // Short way 0-1-2-3, long way 1-4-3.
        var model = MadeTraffic.Model(MadeRoads.Of(6, [(0, 1), (1, 2), (2, 3), (1, 4), (4, 5), (5, 3)]));
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.Trips(model, (0, 3, 0), (0, 3, 60), (0, 3, 600)));
        state.Roads.Close(1, 90, 500);
        model.Advance(state, 1000);
        // The first is past the closure, the second learns of it at the junction, the third comes after it.
        Assert.Equal(3 * 36, state.EndTime(0), 6);
        Assert.InRange(state.EndTime(1), 60 + 4 * 36, 60 + 4 * 36 + 2);
        Assert.Equal(600 + 3 * 36, state.EndTime(2), 6);
    }

    [Fact]
    public void Who_cannot_get_anywhere_leaves_the_road_in_a_stated_way()
    {
        var model = MadeTraffic.Model(MadeRoads.Of(3, [(0, 1), (1, 2)]));
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.Trips(model, (0, 2, 0), (0, 2, 30)));
        state.Roads.Close(1, 20, double.PositiveInfinity);
        model.Advance(state, 300);
        Assert.Equal(TripOutcome.NoWay, state.Outcome(0));
        Assert.Equal(TripOutcome.NoWay, state.Outcome(1));
        Assert.Equal(2, state.Count().Sum);
    }
}
