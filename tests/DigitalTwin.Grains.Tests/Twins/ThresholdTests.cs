using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.Tests.Twins;

public class ThresholdTests
{
    private static Rules Rules(double delayMinutes = 0, double hysteresis = 2, Side side = Side.Above) =>
        new([new("high", "pressure", side, 50, hysteresis, TimeSpan.FromMinutes(delayMinutes), Severity.Severe)], []);

    [Fact]
    public void A_crossing_raises_one_alert_that_says_what_happened()
    {
        var story = new Story(rules: Rules());
        story.Tell("pressure", 49, 0);
        Assert.Empty(story.Kept);
        story.Tell("pressure", 55, 1);
        var alert = Assert.Single(story.Kept);
        Assert.Equal(("high", AlertKind.Threshold, Severity.Severe, 55, Story.Minute(1), true), (alert.Rule, alert.Kind, alert.Severity, alert.Value, alert.RaisedAt, alert.IsActive));
        Assert.Equal("pressure is 55 m, above 50 m since 2026-03-02 08:01:00 UTC.", alert.Text.En);
        Assert.Equal("pressure 为 55 m，自 2026-03-02 08:01:00 UTC 起高于 50 m。", alert.Text.Zh);
    }

    [Fact]
    public void It_is_over_when_the_value_has_come_back_by_the_hysteresis()
    {
        var story = new Story(rules: Rules());
        story.Tell("pressure", 55, 1);
        story.Tell("pressure", 49, 2);
        Assert.True(Assert.Single(story.Kept).IsActive);
        story.Tell("pressure", 48, 3);
        Assert.Equal(Story.Minute(3), Assert.Single(story.Kept).ClearedAt);
    }

    [Fact]
    public void Noise_around_the_limit_raises_one_alert_and_writes_once()
    {
        var story = new Story(rules: Rules());
        for (var i = 0; i < 1000; i++) story.Tell("pressure", 50 + (i % 2 == 0 ? 1.5 : -1.5), i);
        Assert.Single(story.Kept);
        Assert.Equal(1, story.AlertWrites);
    }

    [Fact]
    public void Without_hysteresis_every_crossing_is_one()
    {
        var story = new Story(rules: Rules(hysteresis: 0));
        for (var i = 0; i < 10; i++) story.Tell("pressure", i % 2 == 0 ? 51 : 49, i);
        Assert.Equal(5, story.Kept.Count);
    }

    [Fact]
    public void A_crossing_shorter_than_the_delay_raises_nothing()
    {
        var story = new Story(rules: Rules(delayMinutes: 10));
        for (var i = 0; i < 100; i++) story.Tell("pressure", i % 9 == 8 ? 49.9 : 60, i);
        Assert.Empty(story.Kept);
    }

    [Fact]
    public void A_crossing_as_long_as_the_delay_raises_once_from_its_beginning()
    {
        var story = new Story(rules: Rules(delayMinutes: 10));
        for (var i = 0; i < 60; i++) story.Tell("pressure", 60 + i % 3, i + 5);
        Assert.Equal(Story.Minute(5), Assert.Single(story.Kept).RaisedAt);
        Assert.Equal(1, story.AlertWrites);
    }

    [Fact]
    public void A_delay_is_judged_by_the_instants_of_observation_however_late_they_come()
    {
        var story = new Story(rules: Rules(delayMinutes: 10));
        story.Tell("pressure", 60, 0, arrives: 100);
        story.Tell("pressure", 60, 9, arrives: 100);
        Assert.Empty(story.Kept);
        story.Tell("pressure", 60, 10, arrives: 100);
        Assert.Single(story.Kept);
    }

    [Fact]
    public void A_delay_that_goes_by_without_a_new_value_is_noticed_by_the_clock()
    {
        var story = new Story(rules: Rules(delayMinutes: 10));
        story.Tell("pressure", 60, 0);
        story.Tell("pressure", 60, 4);
        Assert.Equal(Micros.Of(Story.Minute(10)), story.Twin.DelayDue());
        story.Pass(9.9);
        Assert.Empty(story.Kept);
        story.Pass(10);
        Assert.Equal(Story.Minute(0), Assert.Single(story.Kept).RaisedAt);
        Assert.Null(story.Twin.DelayDue());
    }

    [Fact]
    public void In_a_fork_the_clock_raises_nothing()
    {
        var story = new Story(rules: Rules(delayMinutes: 10), kind: WorldKind.Fork);
        story.Tell("pressure", 60, 0);
        story.Pass(1000);
        Assert.Empty(story.Kept);
    }

    [Fact]
    public void Below_is_above_upside_down()
    {
        var story = new Story(rules: Rules(side: Side.Below));
        story.Tell("pressure", 49, 0);
        story.Tell("pressure", 51, 1);
        Assert.True(Assert.Single(story.Kept).IsActive);
        story.Tell("pressure", 52, 2);
        Assert.False(Assert.Single(story.Kept).IsActive);
    }

    [Fact]
    public void An_acknowledgement_stays_while_the_alert_is_confirmed_and_the_first_one_counts()
    {
        var story = new Story(rules: Rules());
        story.Tell("pressure", 55, 1);
        story.Now = Story.Minute(2);
        Assert.Equal("Li", story.Turn(d => story.Twin.Acknowledge("high", "Li", d))!.AcknowledgedBy);
        story.Turn(d => story.Twin.Acknowledge("high", "Wang", d));
        story.Tell("pressure", 58, 3);
        var alert = Assert.Single(story.Kept);
        Assert.Equal(("Li", Story.Minute(2)), (alert.AcknowledgedBy, alert.AcknowledgedAt));
        Assert.Null(story.Turn(d => story.Twin.Acknowledge("low", "Li", d)));
    }

    [Fact]
    public void Values_that_are_late_or_bad_or_words_raise_nothing()
    {
        var story = new Story(rules: Rules());
        story.Tell("pressure", 40, 10);
        story.Tell("pressure", 90, 5, arrives: 11);
        story.Tell("pressure", 90, 12, quality: Quality.Bad);
        Assert.Empty(story.Kept);
    }

    [Fact]
    public void New_rules_end_the_alerts_of_those_that_are_gone_and_judge_what_is_known()
    {
        var story = new Story(rules: Rules());
        story.Tell("pressure", 55, 1);
        story.Now = Story.Minute(5);
        story.Turn(d =>
        {
            story.Twin.Watch(new([new("very-high", "pressure", Side.Above, 54, 0, TimeSpan.Zero, Severity.Extreme)], []), "Li", d);
            return 0;
        });
        Assert.Equal([("high", false), ("very-high", true)], story.Kept.Select(a => (a.Rule, a.IsActive)).OrderBy(a => a.Rule));
    }

    [Fact]
    public void A_twin_that_wakes_up_knows_from_its_history_since_when_a_limit_is_exceeded()
    {
        Reading Read(double value, double minute) => new("pressure", value, null, Story.Minute(minute), Story.Minute(minute), Quality.Good, "scada", Origin.Observed);
        var story = new Story(rules: Rules(delayMinutes: 10), record: Story.Nothing with { Observed = [Read(60, 8)] });
        var want = Assert.Single(story.Twin.Wants());
        Assert.Equal(("pressure", Story.Minute(-2)), (want.Query.Property, want.Query.From));
        want.Recall([Sample(60, 0), Sample(49, 2), Sample(60, 3), Sample(60, 8)]);
        story.Pass(12.9);
        Assert.Empty(story.Kept);
        story.Pass(13);
        Assert.Equal(Story.Minute(3), Assert.Single(story.Kept).RaisedAt);
    }

    private static Sample Sample(double value, double minute) => new(Story.Minute(minute), 1, value, value, value);
}
