using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

public class SearchTests
{
    private static readonly RoadNetwork Town = MadeTraffic.Town(7);

    [Fact]
    public void Closing_a_lot_by_hand_raises_search_and_the_same_drivers_come()
    {
        var (asIs, closed) = (Day(closes: false), Day(closes: true));
        Assert.True(closed.TallyOfGroup(0).SearchSeconds > asIs.TallyOfGroup(0).SearchSeconds);
        Assert.Equal(asIs.TripCount, closed.TripCount);
        // Whoever had ended before the closure ended to the same bit.
        var before = Enumerable.Range(0, asIs.TripCount).Where(trip => asIs.EndTime(trip) < 900).ToArray();
        Assert.NotEmpty(before);
        Assert.All(before, trip => Assert.Equal(asIs.EndTime(trip), closed.EndTime(trip)));
    }

    [Fact]
    public void Signs_shorten_the_search()
    {
        var (blind, guided) = (Day(closes: true), Day(closes: true, isGuided: true));
        Assert.True(guided.TallyOfGroup(0).SearchSeconds < 0.7 * blind.TallyOfGroup(0).SearchSeconds, $"{guided.TallyOfGroup(0).SearchSeconds} s with signs, {blind.TallyOfGroup(0).SearchSeconds} s without");
    }

    [Fact]
    public void Cars_that_find_the_only_kerb_full_go_round_the_block_until_a_bay_is_free_or_patience_ends()
    {
        var supply = MadeTraffic.Supply(Town, lotEvery: int.MaxValue, spaces: 1, kerbEvery: Town.Links.Count, bays: 2);
        var model = MadeTraffic.Model(Town, supply: supply);
        var state = model.InitialState(new KeyedRandom(1));
        var kerb = Assert.Single(supply.Facilities);
        var place = Town.Links.To[kerb.Link];
        model.AddTrips(state, MadeTraffic.Table(model, [.. Enumerable.Range(0, 20).Select(i => (0, place, 30.0 * i, 400.0, true))]));
        model.Advance(state, 3 * 3600);
        var ended = state.Count().Ended;
        Assert.Equal(20, ended.Sum());
        Assert.True(ended[(int)TripOutcome.GaveUp] > 0, string.Join(' ', ended));
        Assert.True(ended[(int)TripOutcome.Completed] > 4, string.Join(' ', ended));
        Assert.True(state.TallyOfGroup(0).SearchMetres > 1000);
        Assert.Equal(state.TallyOfGroup(0).SearchMetres, Enumerable.Range(0, Town.Links.Count).Sum(l => state.Tally(l).SearchMetres), 6);
    }

    [Fact]
    public void A_booked_space_is_there_when_its_driver_comes()
    {
        var supply = MadeTraffic.Supply(Town, lotEvery: Town.Links.Count, spaces: 3);
        var model = MadeTraffic.Model(Town, supply: supply);
        var state = model.InitialState(new KeyedRandom(1));
        var place = Town.Links.To[supply.Facilities[0].Link];
        model.AddTrips(state, MadeTraffic.Table(model, [.. Enumerable.Range(0, 30).Select(i => (48, place, 10.0 * i, 3000.0, false))]));
        Assert.True(state.Book(29, 0, 0, 1200));
        model.Advance(state, 1000);
        Assert.Equal(VehiclePhase.Parked, state.Phase(29));
        Assert.Equal(3, state.Count().Parked);
    }

    [Fact]
    public void A_trip_to_where_one_cannot_park_is_cancelled_before_it_begins()
    {
        var model = MadeTraffic.Model(Town);
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.Table(model, [(0, 5, 10, 600, true)]));
        model.Advance(state, 20);
        Assert.Equal(TripOutcome.Cancelled, state.Outcome(0));
        Assert.Equal(0, state.Moves);
    }

    private static MobilityState Day(bool closes, bool isGuided = false)
    {
        var supply = MadeTraffic.Supply(Town, lotEvery: 24, spaces: 120);
        var model = MadeTraffic.Model(Town, supply: supply);
        var state = model.InitialState(new KeyedRandom(1));
        (state.IsGuidanceOn, state.InformedShare) = (isGuided, 1);
        model.AddTrips(state, MadeTraffic.ParkingTrips(model, 700, 3600, 3));
        model.Advance(state, 900);
        if (closes) state.Parking.SetClosed(2, true, state.Time);
        model.Advance(state, 3 * 3600);
        return state;
    }
}
