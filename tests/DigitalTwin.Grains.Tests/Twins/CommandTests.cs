using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Grains.WaterAssets;

namespace DigitalTwin.Grains.Tests.Twins;

public class CommandTests
{
    private static Story Valve(WorldKind kind) => new("water/valve/V-1", WaterAssetBehaviour.Fixed, kind: kind);

    [Fact]
    public void A_valve_of_the_live_world_is_told_and_counts_as_closed_when_telemetry_says_so()
    {
        var story = Valve(WorldKind.Live);
        var outcome = story.Do("k", "close");
        Assert.Equal((CommandStatus.Sent, "'water/valve/V-1' is to be closed; it counts as done when telemetry says so."), (outcome.Status, outcome.Sentence));
        Assert.Empty(story.Derived);
    }

    [Fact]
    public void A_valve_of_a_fork_is_assumed_closed_from_the_instant_of_the_fork_on()
    {
        var story = Valve(WorldKind.Fork);
        Assert.Equal(CommandStatus.Done, story.Do("k", "close").Status);
        Assert.Equal(CommandStatus.Done, story.Do("k2", "set", [("setting", 25)]).Status);
        Assert.Equal([("status", "closed", Origin.Assumed, Story.Start), ("setting", null, Origin.Assumed, Story.Start)], story.Derived.Select(o => (o.Property, o.Text, o.Origin, o.ObservedAt)));
        Assert.Equal("closed", story.Twin.Word("status"));
    }

    [Fact]
    public void A_command_that_comes_again_gets_the_outcome_of_the_first()
    {
        var story = Valve(WorldKind.Fork);
        var first = story.Do("k", "close");
        story.Now = Story.Minute(5);
        Assert.Same(first, story.Do("k", "close"));
        Assert.Single(story.Derived);
    }

    [Fact]
    public void Another_command_under_the_same_key_is_refused_and_nothing_is_done()
    {
        var story = Valve(WorldKind.Fork);
        story.Do("k", "close");
        var second = story.Do("k", "open");
        Assert.Equal((CommandStatus.Refused, "The key 'k' was used for 'close' by operator at 2026-03-02 08:00:00 UTC; another command needs a key of its own."), (second.Status, second.Sentence));
        Assert.Equal("closed", story.Twin.Word("status"));
        Assert.Equal(CommandStatus.Done, story.Do("k", "close").Status);
    }

    [Fact]
    public void An_unknown_command_is_refused_with_the_nearest_name_and_those_that_there_are()
    {
        Assert.Equal("'water/valve/V-1' has no command 'clsoe'. Did you mean 'close'? It has: open, close, set, assume.", Valve(WorldKind.Live).Do("k", "clsoe").Sentence);
        Assert.Equal("'water/junction/J-1' has no command 'close'. It has: assume.", new Story(behaviour: WaterAssetBehaviour.Fixed).Do("k", "close").Sentence);
    }

    [Fact]
    public void All_mistakes_of_a_command_are_told_at_once()
    {
        var outcome = Valve(WorldKind.Live).Do("", "Close It", [("setting", double.NaN)], by: " ");
        Assert.Equal(CommandStatus.Refused, outcome.Status);
        string[] expected = ["has a key", "'Close It' is no command", "who wants it", "'setting' is NaN"];
        Assert.All(expected, e => Assert.Contains(e, outcome.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fork_assumes_what_it_is_told_and_the_live_world_does_not()
    {
        var fork = new Story("water/tank/T-1", WaterAssetBehaviour.Fixed, kind: WorldKind.Fork);
        Assert.Equal("level = 3.2 from now on in 'w'.", fork.Do("k", "assume", [("level", 3.2)]).Sentence);
        Assert.Equal(3.2, fork.Twin.Number("level"));
        Assert.Contains("Did you mean 'level'?", fork.Do("k2", "assume", [("levle", 3.2)]).Sentence, StringComparison.Ordinal);
        Assert.Equal("The world 'w' is live and takes what is measured; fork it to assume something else.", new Story().Do("k", "assume", [("pressure", 3)]).Sentence);
    }

    [Fact]
    public void The_outcome_of_a_run_is_not_changed()
    {
        var outcome = Valve(WorldKind.Run).Do("k", "close");
        Assert.Equal((CommandStatus.Refused, "The world 'w' is the outcome of a run and stays as it is; fork it to change something."), (outcome.Status, outcome.Sentence));
    }
}
