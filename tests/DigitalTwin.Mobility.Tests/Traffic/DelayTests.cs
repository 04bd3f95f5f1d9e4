using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

/// <summary>Delay of links, tally by tally (T12).</summary>
public class DelayTests
{
    [Fact]
    public void A_car_alone_loses_nothing_to_the_last_bit_wherever_a_tally_ends()
    {
        var model = MadeTraffic.Model(MadeTraffic.Grid(4));
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.Trips(model, (0, 15, 10.1), (12, 3, 400.7), (5, 10, 800.3)));
        while (state.Count().Ended.Sum() < 3)
        {
            state.BeginTally();
            model.Advance(state, state.Time + 7);
            for (var link = 0; link < model.Network.Links.Count; link++) Assert.Equal(0, state.Tally(link).Delay);
        }
    }

    [Fact]
    public void Delays_of_tallies_are_never_negative_and_add_up_to_the_time_beyond_free_drives()
    {
        var model = MadeTraffic.Model(MadeTraffic.Grid(4, capacity: 0.2));
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.Trips(model, [.. Enumerable.Range(0, 400).Select(i => (i % 4, 15 - i % 3, 2.0 * i))]));
        var (lost, spent, free, onLink) = (0.0, 0.0, 0.0, 0.0);
        while (state.Count().Ended.Sum() < 400)
        {
            state.BeginTally();
            model.Advance(state, state.Time + 3);
            for (var link = 0; link < model.Network.Links.Count; link++)
            {
                var tally = state.Tally(link);
                Assert.True(tally.Delay >= 0);
                (lost, spent, free) = (lost + tally.Delay, spent + tally.VehicleSeconds, free + tally.Left * model.Network.FreeTime(link));
                // Who stands in a queue loses time in the tally in which he stands, and not only when he has left.
                if (tally is { Left: 0, OnLink: > 0 }) onLink += tally.Delay;
            }
        }
        Assert.True(lost > 1000, $"{lost} s");
        Assert.True(onLink > 0);
        Assert.Equal(spent - free, lost, 1e-9 * spent);
    }
}
