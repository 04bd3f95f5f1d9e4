using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

public class CycleTests
{
    private static readonly RoadNetwork Town = MadeTraffic.Town(7);

    [Fact]
    public void Whoever_finds_a_space_parks_stays_and_comes_home()
    {
        var model = MadeTraffic.Model(Town, supply: MadeTraffic.Supply(Town, lotEvery: 12, spaces: 100));
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.ParkingTrips(model, 200, 600, 3));
        model.Advance(state, 1200);
        Assert.True(state.Count().Parked > 150, state.Count().ToString());
        model.Advance(state, 4 * 3600);
        var count = state.Count();
        Assert.Equal(200, count.Sum);
        Assert.Equal(200, count.Ended[(int)TripOutcome.Completed] + count.Ended[(int)TripOutcome.Cancelled]);
        Assert.True(count.Ended[(int)TripOutcome.Completed] > 190);
    }

    [Fact]
    public void Where_spaces_are_few_drivers_search_and_give_up_and_every_trip_ends_in_a_stated_way()
    {
        var model = MadeTraffic.Model(Town, supply: MadeTraffic.Supply(Town, lotEvery: 30, spaces: 10, kerbEvery: 9));
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.ParkingTrips(model, 1500, 3600, 3));
        for (var t = 60; t <= 4 * 3600; t += 150)
        {
            model.Advance(state, t);
            var now = state.Count();
            Assert.Equal(now.Created, now.Sum);
            Assert.Equal(now.OnLinks, Enumerable.Range(0, Town.Links.Count).Sum(l => state.Tally(l).OnLink));
            Assert.Equal(now.WaitingToEnter, Enumerable.Range(0, Town.Links.Count).Sum(l => state.Tally(l).WaitingToEnter) + state.SettingOut);
            Assert.True(state.Parking.Occupied.Sum() <= now.Parked);
            for (var f = 0; f < model.Supply.Facilities.Count; f++) Assert.InRange(state.Parking.Occupied[f], 0, model.Supply.Facilities[f].Capacity);
        }
        var count = state.Count();
        Assert.Equal(1500, count.Ended.Sum());
        Assert.True(count.Ended[(int)TripOutcome.GaveUp] > 100, count.ToString() + string.Join(' ', count.Ended));
        Assert.True(count.Ended[(int)TripOutcome.Completed] > 100);
        Assert.True(state.TallyOfGroup(0).SearchSeconds > 0);
    }
}
