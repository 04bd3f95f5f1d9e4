using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

public class TakenLaneTests
{
    private static readonly RoadNetwork Town = MadeTraffic.Town(7);

    [Fact]
    public void A_road_that_loses_half_of_its_room_queues_half_as_many_and_nobody_is_lost()
    {
        var (link, model, state) = Queue();
        // Gaps travel up the queue: a full road is a few short of its room.
        var (room, half) = (model.Plan.Storage[link], (model.Plan.Storage[link] + 1) / 2);
        Assert.InRange(state.Queues.On(link), room - 4, room);
        state.Roads.StorageFactor[link] = 0.5;
        // Over its room: nobody is driven off, and nobody comes in until it is below.
        for (var time = 1201; time <= 1500; time++)
        {
            var (before, entered) = (state.Queues.On(link), state.Queues.Entrance[link].Entered);
            model.Advance(state, time);
            if (before > half) Assert.Equal(entered, state.Queues.Entrance[link].Entered);
            Assert.Equal(400, Sum(state));
        }
        Assert.InRange(state.Queues.On(link), half - 4, half);
        state.Roads.StorageFactor[link] = 1;
        model.Advance(state, 1800);
        Assert.InRange(state.Queues.On(link), room - 4, room);
        Array.Fill(state.Roads.GreenShare, 1);
        model.Advance(state, 20000);
        Assert.Equal((400, 400), (state.Count().Ended.Sum(), Sum(state)));
    }

    [Fact]
    public void A_state_that_was_saved_while_there_is_less_room_goes_on_to_the_same_bits()
    {
        var (link, model, state) = Queue();
        state.Roads.StorageFactor[link] = 0.3;
        model.Advance(state, 1260);
        var read = model.Load(new BinaryReader(new MemoryStream(Bytes(state))));
        foreach (var one in (MobilityState[])[state, read]) model.Advance(one, 3000);
        Assert.Equal(Bytes(state), Bytes(read));
    }

    // Everybody from one corner to the other, and next to no green at the end of the road that most of them take first.
    private static (int Link, MobilityModel Model, MobilityState State) Queue()
    {
        var model = MadeTraffic.Model(Town);
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.Trips(model, [.. Enumerable.Range(0, 400).Select(i => (0, 48, 2.0 * i))]));
        foreach (var exit in Town.Out(0)) state.Roads.GreenShare[exit] = 0.1;
        model.Advance(state, 1200);
        return (Town.Out(0).ToArray().MaxBy(exit => state.Queues.On(exit)), model, state);
    }

    private static int Sum(MobilityState state) => state.Count().Sum;

    private static byte[] Bytes(MobilityState state)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) state.Save(writer);
        return stream.ToArray();
    }
}
