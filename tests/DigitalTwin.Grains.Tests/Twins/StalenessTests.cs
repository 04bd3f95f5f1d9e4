using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;

namespace DigitalTwin.Grains.Tests.Twins;

public class StalenessTests
{
    private static readonly Rules Watched = new([], [new("pressure", TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60))]);

    [Fact]
    public void A_sensor_that_says_nothing_for_too_long_is_silent_until_it_speaks()
    {
        var story = new Story(rules: Watched);
        story.Tell("pressure", 40, 0);
        story.Pass(29.9);
        Assert.Empty(story.Kept);
        story.Pass(30);
        story.Pass(500);
        var alert = Assert.Single(story.Kept);
        Assert.Equal(("silent:pressure", AlertKind.Silent, Story.Minute(30)), (alert.Rule, alert.Kind, alert.RaisedAt));
        Assert.Equal("pressure has been silent for 30 min: scada last said 40 m at 2026-03-02 08:00:00 UTC.", alert.Text.En);
        story.Tell("pressure", 41, 501);
        Assert.Equal(Story.Minute(501), Assert.Single(story.Kept).ClearedAt);
        Assert.Equal(2, story.AlertWrites);
    }

    [Fact]
    public void Telemetry_of_long_ago_that_comes_in_now_is_not_silence()
    {
        var story = new Story(rules: Watched);
        for (var i = 0; i < 100; i++)
        {
            story.Tell("pressure", i, i - 1_000_000, arrives: i);
            story.Pass(i + 0.5);
        }
        Assert.Empty(story.Kept);
    }

    [Fact]
    public void In_a_fork_nothing_falls_silent()
    {
        var story = new Story(rules: Watched, kind: WorldKind.Fork);
        story.Tell("pressure", 40, 0);
        story.Pass(10_000);
        Assert.Empty(story.Kept);
    }

    [Fact]
    public void A_sensor_that_repeats_itself_for_too_long_is_stuck_until_it_moves()
    {
        var story = new Story(rules: Watched);
        for (var i = 0; i <= 59; i++) story.Tell("pressure", 40, i);
        Assert.Empty(story.Kept);
        for (var i = 60; i <= 100; i++) story.Tell("pressure", 40, i);
        var alert = Assert.Single(story.Kept);
        Assert.Equal(("stuck:pressure", Story.Minute(0)), (alert.Rule, alert.RaisedAt));
        story.Tell("pressure", 40.01, 101);
        Assert.Equal((1, 2), (story.Kept.Count, story.AlertWrites));
        Assert.False(story.Kept.Single().IsActive);
    }

    [Fact]
    public void A_twin_that_wakes_up_knows_from_its_history_since_when_a_value_is_the_same()
    {
        Reading At(double minute) => new("pressure", 40, null, Story.Minute(minute), Story.Minute(minute), Quality.Good, "scada", Origin.Observed);
        var story = new Story(rules: Watched, record: Story.Nothing with { Observed = [At(50)] });
        var want = Assert.Single(story.Twin.Wants());
        want.Recall([new(Story.Minute(5), 1, 39, 39, 39), new(Story.Minute(10), 1, 40, 40, 40), new(Story.Minute(50), 1, 40, 40, 40)]);
        story.Tell("pressure", 40, 69);
        Assert.Empty(story.Kept);
        story.Tell("pressure", 40, 70);
        Assert.Equal(Story.Minute(10), Assert.Single(story.Kept).RaisedAt);
    }

    [Fact]
    public void A_count_that_the_twin_derives_does_not_hide_that_its_sensor_is_silent()
    {
        var rules = new Rules([], [new("occupancy", TimeSpan.FromMinutes(30), null)]);
        var story = new Story("parking/lot/L-1", new Grains.ParkingLots.ParkingLotBehaviour(), rules);
        story.Tell("occupancy", 40, 0);
        for (var i = 1; i < 40; i++) story.Tell("entries", 1, i);
        Assert.Equal(79, story.Twin.Number("occupancy"));
        story.Pass(40);
        Assert.Contains(story.Kept, a => a.Rule == "silent:occupancy" && a.IsActive);
    }
}
