using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Tests.Roads;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Mobility.Tests.Traffic;

public class ConservationTests
{
    private static readonly ulong Stream = KeyedRandom.Stream("conservation test");

    [Fact]
    public void At_every_instant_every_vehicle_is_somewhere_and_in_the_end_every_trip_has_ended() =>
        Prop.ForAll<NonNegativeInt>(seed => Holds(seed.Get)).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    private static void Holds(int seed)
    {
        var random = new KeyedRandom((ulong)seed);
        var network = RandomRoads(random);
        var supply = RandomSupply(network, random);
        var model = MadeTraffic.Model(network, new MobilityOptions { StuckAfter = 600, Threads = 1 + seed % 2 }, supply);
        var state = model.InitialState(random);
        model.AddTrips(state, MadeTraffic.Trips(model, MadeTraffic.Scattered(network, 300, 900, (ulong)seed)));
        model.AddTrips(state, MadeTraffic.ParkingTrips(model, 200, 900, (ulong)seed + 1, dwell: 600));
        for (ulong i = 0; i < 4; i++)
        {
            var from = random.Below(900, Stream, 100 + i);
            state.Roads.Close(random.Below(network.Links.Count, Stream, 200 + i), from, from + 300 * (int)i);
        }
        for (var t = 100; t <= 1500; t += 150) Check(model, state, t);
        model.Advance(state, 6 * 3600);
        Check(model, state, 6 * 3600);
        Assert.Equal(500, state.Count().Ended.Sum());
        for (var trip = 0; trip < 500; trip++) Assert.NotEqual(TripOutcome.Underway, state.Outcome(trip));
    }

    private static void Check(MobilityModel model, MobilityState state, double time)
    {
        model.Advance(state, time);
        var count = state.Count();
        Assert.Equal(count.Created, count.Sum);
        var (on, waiting, links) = (0, state.SettingOut, model.Network.Links);
        for (var link = 0; link < links.Count; link++)
        {
            var tally = state.Tally(link);
            on += tally.OnLink;
            waiting += tally.WaitingToEnter;
            Assert.InRange(tally.OnLink, 0, Math.Max(links.Storage[link], Math.Ceiling(links.Capacity[link] * (model.Network.FreeTime(link) + 2))));
            Assert.True(tally.VehicleSeconds >= -1e-6);
        }
        Assert.Equal(count.OnLinks, on);
        Assert.Equal(count.WaitingToEnter, waiting);
        Assert.True(state.Parking.Occupied.Sum() <= count.Parked);
        Assert.Equal(state.TallyOfGroup(0).Ended, count.Ended);
    }

    // Some 12 nodes, links between any of them, some very short.
    private static RoadNetwork RandomRoads(KeyedRandom random)
    {
        const int Nodes = 12;
        var links = Enumerable.Range(0, 40).Select(i => (random.Below(Nodes, Stream, 2 * (ulong)i), random.Below(Nodes, Stream, 2 * (ulong)i + 1))).Where(l => l.Item1 != l.Item2).ToArray();
        var made = MadeRoads.Of(Nodes, links, [(0, 1), (1, 2)], length: 20 + 300 * random.Uniform(Stream, 99), capacity: 0.2 + random.Uniform(Stream, 98));
        var nodes = new RoadNodes
        {
            Ids = made.Nodes.Ids,
            Longitude = [.. Enumerable.Range(0, Nodes).Select(i => 114.4 + 0.005 * random.Uniform(Stream, 300 + (ulong)i))],
            Latitude = [.. Enumerable.Range(0, Nodes).Select(i => 30.5 + 0.005 * random.Uniform(Stream, 400 + (ulong)i))],
            IsThrough = made.Nodes.IsThrough,
        };
        return new RoadNetwork(nodes, made.Links, made.BannedTurns);
    }

    private static ParkingSupply RandomSupply(RoadNetwork network, KeyedRandom random) =>
        MadeTraffic.Supply(network, lotEvery: 5 + random.Below(10, Stream, 97), spaces: 1 + random.Below(30, Stream, 96), kerbEvery: 4, bays: 1 + random.Below(4, Stream, 95));
}
