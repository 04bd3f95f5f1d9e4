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

    // Whatever a window between parts, a node that nobody calls or a stop could get wrong: streets of 3 to 600 m, lots that are left elsewhere, closures, slower streets, full circles, drivers who change their minds, cars taken off.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 0.5)]
    [InlineData(4, 2)]
    [InlineData(5, 0.7)]
    [InlineData(6, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 1)]
    public void A_town_of_streets_of_any_length_moves_to_the_same_bits_on_any_number_of_threads_and_however_often_it_stops(int seed, double slice)
    {
        var straight = Uneven((ulong)seed, slice, threads: 1, stops: false);
        Assert.True(straight.TallyOfGroup(0).SearchSeconds > 0);
        Assert.Equal(MadeTraffic.Bytes(straight), MadeTraffic.Bytes(Uneven((ulong)seed, slice, threads: 1, stops: true)));
        foreach (var threads in (int[])[2, 3, 7]) Assert.Equal(MadeTraffic.Bytes(straight), MadeTraffic.Bytes(Uneven((ulong)seed, slice, threads, stops: threads == 3)));
    }

    private static MobilityState Uneven(ulong seed, double slice, int threads, bool stops)
    {
        var (random, stream, town) = (new KeyedRandom(seed), KeyedRandom.Stream("uneven"), MadeTraffic.Town(6));
        var links = town.Links;
        for (var link = 0; link < links.Count; link++)
        {
            links.Length[link] = 3 * Math.Pow(200, random.Uniform(stream, (ulong)link));
            links.Storage[link] = links.Length[link] / 7.5;
            links.Capacity[link] *= 0.4 + random.Uniform(stream, 5000 + (ulong)link);
        }
        var supply = MadeTraffic.Supply(town, lotEvery: 11, spaces: 8, kerbEvery: 9);
        supply = new([.. supply.Facilities.Select((f, i) => i % 5 == 0 ? f with { ExitNode = random.Below(36, stream, 1000 + (ulong)i) } : f)], []);
        var model = MadeTraffic.Model(town, new MobilityOptions { Threads = threads, Slice = slice, UpdateInterval = 140, StuckAfter = seed % 4 == 0 ? 400 : double.PositiveInfinity }, supply);
        var state = model.InitialState(new KeyedRandom(seed));
        state.IsGuidanceOn = seed % 2 == 0;
        model.AddTrips(state, MadeTraffic.ParkingTrips(model, 1500, 900, seed, dwell: 300));
        state.Roads.Close(10, 333.3, 600);
        state.Roads.Close(20, 100, 700.5);
        for (var link = 0; link < links.Count; link += 7) state.Roads.SpeedFactor[link] = 0.5;
        for (ulong i = 1; stops && state.SliceIndex < 1300; i++)
        {
            // At updates, which come every 140 s, and anywhere else.
            var update = (long)Math.Round(140 / slice);
            model.Advance(state, slice * Math.Min(1400, i % 4 == 0 ? (state.SliceIndex / update + 1) * update : state.SliceIndex + random.Below(120, stream, 9000 + i)));
            if (i % 3 == 0) state = MadeTraffic.Reloaded(model, state);
        }
        model.Advance(state, 1400 * slice);
        Assert.Equal(1500, state.Count().Sum);
        return state;
    }

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
