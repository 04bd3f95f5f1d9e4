using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Twins;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Grains.Tests.Twins;

public class ReadingOrderTests
{
    [Fact]
    public void The_newest_value_is_the_one_that_was_observed_last_not_the_one_that_came_last()
    {
        var story = new Story();
        Assert.Equal(ReceptionKind.Accepted, story.Tell("pressure", 30, 10));
        Assert.Equal(ReceptionKind.OutOfOrder, story.Tell("pressure", 29, 5, arrives: 11));
        Assert.Equal(ReceptionKind.Accepted, story.Tell("pressure", 31, 12));
        Assert.Equal(31, story.Twin.Number("pressure"));
    }

    [Fact]
    public void A_second_observation_of_the_same_source_and_instant_is_a_duplicate_and_changes_nothing()
    {
        var story = new Story();
        story.Tell("pressure", 30, 10);
        Assert.Equal(ReceptionKind.Duplicate, story.Tell("pressure", 99, 10, arrives: 20));
        Assert.Equal((30, Story.Minute(10)), (story.Twin.Number("pressure"), Micros.Instant(story.Twin.Known("pressure").ArrivedAt)));
    }

    [Fact]
    public void A_bad_value_is_never_the_newest()
    {
        var story = new Story();
        story.Tell("pressure", 30, 10);
        Assert.Equal(ReceptionKind.OutOfOrder, story.Tell("pressure", 0, 11, quality: Quality.Bad));
        Assert.Equal(30, story.Twin.Number("pressure"));
    }

    [Fact]
    public void What_is_simulated_stands_beside_what_is_observed()
    {
        var story = new Story();
        story.Tell("pressure", 30, 10);
        story.Turn(draft => story.Twin.Take(new(story.Twin.Asset, "pressure", 35, Story.Minute(60), "model", Origin: Origin.Simulated), draft));
        var state = story.Twin.State(Micros.Of(story.Now));
        Assert.Equal((30, 35), (state.Observed.Single().Value, state.Simulated.Single().Value));
    }

    [Fact]
    public void A_twin_has_room_for_256_properties_and_says_so_beyond()
    {
        var story = new Story();
        for (var i = 0; i < TelemetryLimits.PropertiesPerAsset; i++) Assert.Equal(ReceptionKind.Accepted, story.Tell($"x-{i}", i, 1));
        var refused = story.Turn(draft => story.Twin.Take(new(story.Twin.Asset, "x-more", 1, Story.Minute(1), "s"), draft));
        Assert.Equal((ReceptionKind.Refused, "'water/junction/J-1' has 256 properties already; 'x-more' would be one more."), (refused.Kind, refused.Reason));
        Assert.Equal(ReceptionKind.Accepted, story.Tell("x-7", 1, 2));
    }

    [Fact]
    public void Any_order_and_repetition_ends_in_the_same_newest_values() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Minute, byte Property)[]>(), ArbMap.Default.ArbFor<int>(), (told, seed) =>
        {
            // The value is a function of what identifies the observation, so that a repetition says the same.
            var once = told.Select(t => (Minute: (double)t.Minute, Property: $"x-{t.Property % 4}", Value: (double)(t.Minute * 7 % 31))).ToArray();
            var order = new System.Random(seed);
            var (forward, shuffled) = (new Story(), new Story());
            foreach (var (minute, property, value) in once.OrderBy(o => o.Minute)) forward.Tell(property, value, minute);
            foreach (var (minute, property, value) in once.Concat(once).OrderBy(_ => order.Next())) shuffled.Tell(property, value, minute);
            return Newest(forward).SequenceEqual(Newest(shuffled));
        }).QuickCheckThrowOnFailure();

    private static List<(string, double, DateTimeOffset)> Newest(Story story) =>
        [.. story.Twin.State(0).Observed.Select(r => (r.Property, r.Value, r.ObservedAt))];
}
