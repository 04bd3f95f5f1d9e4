using DigitalTwin.Buildings.Schedules;

namespace DigitalTwin.Buildings.Tests.Schedules;

public class WeekProfileTests
{
    [Fact]
    public void A_week_begins_on_Monday_and_ends_with_two_free_days()
    {
        double[] working = [.. Enumerable.Range(0, 24).Select(h => 100.0 + h)], weekend = [.. Enumerable.Range(0, 24).Select(h => (double)h)];
        var week = WeekProfile.Of(working, weekend);
        Assert.Equal((100, 123, 100, 0, 23), (week[0], week[23], week[96], week[120], week[167]));
    }

    [Fact]
    public void A_week_has_168_hours() =>
        Assert.Contains("168", Assert.Throws<ArgumentException>(() => new WeekProfile(new double[24])).Message, StringComparison.Ordinal);
}
