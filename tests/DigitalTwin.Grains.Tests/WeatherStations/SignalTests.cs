using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Tests.Twins;
using DigitalTwin.Grains.Twins;
using DigitalTwin.Grains.WeatherStations;

namespace DigitalTwin.Grains.Tests.WeatherStations;

public class SignalTests
{
    private static Story Station() => new("weather/station/S-1", new StationBehaviour("S-1"));

    /// <summary>Rain of so many mm/h, ten minutes at a time.</summary>
    private static void Rain(Story story, double rate, int fromMinute, int untilMinute)
    {
        for (var minute = fromMinute; minute < untilMinute; minute += 10) story.Tell("precipitation", rate, minute + 10);
    }

    [Fact]
    public void Fifty_millimetres_in_three_hours_are_an_orange_rainstorm()
    {
        var story = Station();
        Rain(story, 0, 0, 60);
        Assert.Empty(story.Kept);
        Rain(story, 25, 60, 180);
        var alert = Assert.Single(story.Kept);
        Assert.Equal(("signal:rainstorm", AlertKind.Signal, Severity.Severe, "precipitation"), (alert.Rule, alert.Kind, alert.Severity, alert.Property));
        Assert.Contains("rainstorm", alert.Text.En, StringComparison.Ordinal);
        Assert.Contains("暴雨橙色预警信号", alert.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signal_grows_with_the_rain_and_is_one_alert_that_has_to_be_seen_anew()
    {
        var story = Station();
        Rain(story, 0, 0, 60);
        Rain(story, 25, 60, 180);
        story.Turn(d => story.Twin.Acknowledge("signal:rainstorm", "Li", d));
        Rain(story, 60, 180, 240);
        var alert = Assert.Single(story.Kept);
        Assert.Equal((Severity.Extreme, (string?)null, true), (alert.Severity, alert.AcknowledgedBy, alert.IsActive));
    }

    [Fact]
    public void When_the_rain_is_over_the_signal_is_lifted_after_a_while_and_does_not_flap()
    {
        var story = Station();
        Rain(story, 0, 0, 60);
        Rain(story, 25, 60, 180);
        Rain(story, 0, 180, 1440);
        Assert.NotNull(Assert.Single(story.Kept).ClearedAt);
        Assert.InRange(story.AlertWrites, 2, 6);
    }

    [Fact]
    public void A_twin_that_wakes_up_holds_the_signal_that_was_in_force()
    {
        var station = new Diary("weather/station/S-1", () => new StationBehaviour("S-1"));
        for (var minute = 0; minute < 60; minute += 10) station.Tell(station.Seen("precipitation", 0, minute));
        for (var minute = 60; minute <= 180; minute += 10) station.Tell(station.Seen("precipitation", 25, minute));
        var before = Assert.Single(station.Alerts);
        station.Sleep();
        station.Tell(station.Seen("precipitation", 25, 190));
        Assert.Equal((before.RaisedAt, before.Severity, true), (station.Alerts.Single().RaisedAt, station.Alerts.Single().Severity, station.Alerts.Single().IsActive));
        Assert.Equal(before.Rule, station.Twin.State(Micros.Of(station.Now)).Alerts.Single().Rule);
    }

    [Fact]
    public void A_gale_is_known_by_its_wind()
    {
        var story = Station();
        for (var minute = 0; minute <= 60; minute += 10) story.Tell("wind-speed", 11, minute);
        Assert.Equal(("signal:gale", Severity.Minor), (story.Kept.Single().Rule, story.Kept.Single().Severity));
    }
}
