using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

public class DeterminismTests
{
    private static readonly RoadNetwork Town = MadeTraffic.Grid(8, length: 120, capacity: 0.3);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        Assert.Equal(MadeTraffic.Bytes(Day(1, [600, 1200])), MadeTraffic.Bytes(Day(threads, [600, 1200])));
    }

    [Fact]
    public void A_state_saved_and_read_back_goes_on_to_the_same_bits()
    {
        var model = MadeTraffic.Model(Town);
        var straight = Day(1, [1200]);
        var half = Day(1, [777]);
        var again = MadeTraffic.Reloaded(model, half);
        Assert.Equal(MadeTraffic.Bytes(half), MadeTraffic.Bytes(again));
        model.Advance(again, 1200);
        Assert.Equal(MadeTraffic.Bytes(straight), MadeTraffic.Bytes(again));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Any_number_of_threads_parks_the_same_cars(int threads) => Assert.Equal(MadeTraffic.Bytes(Search(1)), MadeTraffic.Bytes(Search(threads)));

    [Fact]
    public void A_search_saved_and_read_back_goes_on_to_the_same_bits() => Assert.Equal(MadeTraffic.Bytes(Search(1)), MadeTraffic.Bytes(Search(1, 1234)));

    private static MobilityState Search(int threads, double saved = 0)
    {
        var town = MadeTraffic.Town(7);
        var model = MadeTraffic.Model(town, new MobilityOptions { Threads = threads }, MadeTraffic.Supply(town, lotEvery: 30, spaces: 20, kerbEvery: 9));
        var state = model.InitialState(new KeyedRandom(3));
        state.IsGuidanceOn = true;
        model.AddTrips(state, MadeTraffic.ParkingTrips(model, 1000, 1800, 3, dwell: 900));
        state.Roads.Close(10, 300, 900);
        model.Advance(state, 600);
        model.Parking.TakeTally(state.Parking, 1, 600);
        state.Parking.SetClosed(0, true, state.Time);
        if (saved > 0)
        {
            model.Advance(state, saved);
            state = MadeTraffic.Reloaded(model, state);
        }
        model.Advance(state, 2400);
        Assert.True(state.TallyOfGroup(0).SearchSeconds > 0);
        return state;
    }

    private static MobilityState Day(int threads, double[] stops)
    {
        var model = MadeTraffic.Model(Town, new MobilityOptions { Threads = threads });
        var state = model.InitialState(new KeyedRandom(3));
        model.AddTrips(state, MadeTraffic.Trips(model, MadeTraffic.Scattered(Town, 8000, 1200, 5)));
        state.Roads.Close(10, 300, 900);
        state.Roads.Close(40, 450, 1000);
        foreach (var stop in stops) model.Advance(state, stop);
        Assert.Equal(8000, state.Count().Sum);
        Assert.True(state.Count().OnLinks > 0);
        return state;
    }
}
