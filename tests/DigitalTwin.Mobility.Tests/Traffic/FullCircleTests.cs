using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Tests.Roads;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Mobility.Tests.Traffic;

public class FullCircleTests
{
    private static readonly ulong Stream = KeyedRandom.Stream("full circle test");

    // A one-way circle 0-1-2-3-0 of short links; at each of its nodes i a road comes in from node 4 + i and one goes out to node 8 + i.
    private static readonly RoadNetwork Circle = MadeRoads.Of(
        12, [(0, 1), (1, 2), (2, 3), (3, 0), .. Enumerable.Range(0, 4).SelectMany(i => ((int, int)[])[(4 + i, i), (i, 8 + i)])], length: 30, capacity: 0.5);

    [Fact]
    public void A_circle_of_full_streets_turns_and_everybody_gets_where_he_wants_to_go()
    {
        var (model, state) = Jam();
        var stood = false;
        for (var time = 30; time <= 3600; time += 30)
        {
            model.Advance(state, time);
            stood |= IsStuck(model, state);
            Assert.Equal(160, state.Count().Sum);
            for (var link = 0; link < 4; link++) Assert.InRange(state.Tally(link).OnLink, 0, model.Plan.Storage[link]);
        }
        Assert.True(stood);
        Assert.Equal(160, state.Count().Ended[(int)TripOutcome.Completed]);
    }

    [Fact]
    public void A_circle_turns_at_fixed_instants_however_often_it_is_advanced_saved_and_read()
    {
        var (model, once) = Jam();
        var (_, often) = Jam();
        model.Advance(once, 900);
        for (var time = 7; time < 900; time += 7)
        {
            model.Advance(often, time);
            if (time % 70 == 0) often = MadeTraffic.Reloaded(model, often);
        }
        model.Advance(often, 900);
        Assert.Equal(MadeTraffic.Bytes(once), MadeTraffic.Bytes(often));
    }

    [Fact]
    public void A_circle_of_which_one_street_lets_nobody_through_does_not_turn()
    {
        var (model, state) = Jam();
        state.Roads.CapacityFactor[2] = 0;
        model.Advance(state, 1800);
        var moves = state.Moves;
        model.Advance(state, 3600);
        Assert.Equal(moves, state.Moves);
        state.Roads.CapacityFactor[2] = 1;
        model.Advance(state, 7200);
        Assert.Equal(160, state.Count().Ended[(int)TripOutcome.Completed]);
    }

    [Fact]
    public void On_tiny_roads_with_room_for_a_car_or_two_every_trip_ends_and_at_every_instant_nobody_is_lost() =>
        Prop.ForAll<NonNegativeInt>(seed => Ends(seed.Get)).Check(Config.QuickThrowOnFailure.WithMaxTest(16));

    private static void Ends(int seed)
    {
        const int Nodes = 6, Trips = 150;
        var random = new KeyedRandom((ulong)seed);
        // Everybody can get everywhere: a circle, and some links across; 8 m hold a car, or what a slice needs.
        var links = Enumerable.Range(0, Nodes).Select(i => (i, (i + 1) % Nodes)).Concat(Enumerable.Range(0, random.Below(5, Stream, 0)).Select(i => (random.Below(Nodes, Stream, 10 + (ulong)i), random.Below(Nodes, Stream, 20 + (ulong)i))))
            .Where(l => l.Item1 != l.Item2).ToArray();
        var network = MadeRoads.Of(Nodes, links, length: 8 + 10 * random.Uniform(Stream, 1), speed: 3 + 5 * random.Uniform(Stream, 2), capacity: 0.1 + 0.4 * random.Uniform(Stream, 3));
        var supply = seed % 2 == 0 ? MadeTraffic.Supply(network, lotEvery: 5, spaces: 3, kerbEvery: 4, bays: 1) : null;
        var model = MadeTraffic.Model(network, new MobilityOptions { Threads = 1 + seed % 2 }, supply);
        var state = model.InitialState(random);
        model.AddTrips(state, MadeTraffic.Trips(model, MadeTraffic.Scattered(network, Trips, 300, (ulong)seed)));
        if (supply is not null) model.AddTrips(state, MadeTraffic.ParkingTrips(model, Trips, 600, (ulong)seed + 1, dwell: 300));
        for (var time = 50; time <= 1000; time += 50)
        {
            model.Advance(state, time);
            var count = state.Count();
            Assert.Equal(count.Created, count.Sum);
            Assert.Equal(count.OnLinks, Enumerable.Range(0, links.Length).Sum(l => state.Queues.On(l)));
            Assert.All(Enumerable.Range(0, links.Length), l => Assert.InRange(state.Queues.On(l), 0, model.Plan.Storage[l]));
        }
        model.Advance(state, 12 * 3600);
        var last = state.Count();
        Assert.True(last.Ended.Sum() == last.Created, $"seed {seed}: {last} {string.Join(' ', last.Ended)}");
        Assert.Equal(0, last.Ended[(int)TripOutcome.Stuck]);
    }

    // Forty from each side, all half the way round, at once.
    private static (MobilityModel Model, MobilityState State) Jam()
    {
        var model = MadeTraffic.Model(Circle);
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.Trips(model, [.. Enumerable.Range(0, 160).Select(i => (4 + i % 4, 8 + (i + 3) % 4, 0.25 * i))]));
        return (model, state);
    }

    // All four streets hold what they can, and each first car wants the next of them.
    private static bool IsStuck(MobilityModel model, MobilityState state) => Enumerable.Range(0, 4).All(link =>
    {
        var v = state.Queues.Vehicle[model.Plan.RingStart[link] + state.Queues.Exit[link].Head];
        return state.Queues.On(link) == model.Plan.Storage[link] && state.Vehicles.Route[v]![state.Vehicles.Motion[v].Step] == (link + 1) % 4;
    });
}
