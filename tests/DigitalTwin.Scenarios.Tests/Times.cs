namespace DigitalTwin.Scenarios.Tests;

public class Times
{
    private static double At(string text, string start = "2025-07-08T06:00+08:00") => Reading.Good(
        $"scenario: x\nmap: m\nperiod: {{ start: {start}, duration: 5 d }}\nevents: [ {{ at: \"{text}\", close: water/pipe/P-1001 }} ]").Events[0].At / 3600;

    [Theory]
    [InlineData("17:30", 11.5)]
    [InlineData("06:00", 0)]
    [InlineData("24:00", 18)]
    [InlineData("06:00:36", 0.01)]
    [InlineData("day 1 17:30", 11.5)]
    [InlineData("day 2 06:00", 24)]
    [InlineData("day 2, 6:00", 24)]
    [InlineData("第2天 06:00", 24)]
    [InlineData("+90 min", 1.5)]
    [InlineData("+2 d", 48)]
    [InlineData("start", 0)]
    [InlineData("2025-07-08T17:30+08:00", 11.5)]
    [InlineData("2025-07-08 17:30", 11.5)]
    [InlineData("2025-07-08T17:30:00", 11.5)]
    [InlineData("2025-07-08T09:30Z", 11.5)]
    [InlineData("2025-07-08T11:30+02:00", 11.5)]
    public void A_time_may_be_told_in_many_ways(string text, double hours) => Assert.Equal(hours, At(text), 1e-9);

    [Fact]
    public void The_first_day_is_that_of_the_clock_at_the_start() =>
        Assert.Equal(0.5, At("00:30", "2025-07-09T00:00+08:00"));

    [Fact]
    public void An_until_counts_from_its_at()
    {
        var e = Reading.Good("scenario: x\nmap: m\nperiod: { start: 2025-07-08T06:00+08:00, duration: 1 d }\nevents: [ { at: \"17:00\", until: +90 min, close: water/pipe/P-1001 } ]").Events[0];
        Assert.Equal((11 * 3600.0, 12.5 * 3600), (e.At, e.Until));
    }

    [Fact]
    public void An_until_after_the_end_is_warned_about_and_means_that_the_event_lasts()
    {
        var (scenario, problems) = Reading.Of("scenario: x\nmap: m\nperiod: { start: 2025-07-08T06:00+08:00, duration: 1 d }\nevents: [ { at: \"17:00\", until: day 3 06:00, close: water/pipe/P-1001 } ]");
        Assert.Null(scenario!.Events[0].Until);
        Assert.Equal("test.yaml:4:33: warning: 'until' is 2025-07-10 06:00, after the period's end (2025-07-09 06:00): the event lasts to the end.", Assert.Single(problems).ToString());
    }
}
