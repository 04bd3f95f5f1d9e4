namespace DigitalTwin.Weather.Series;

/// <summary>
/// Instants as the weather computes with them: seconds since 1970-01-01T00:00Z, leap seconds not counted. A double holds every microsecond of the
/// centuries around now.
/// </summary>
public static class Instant
{
    /// <summary>Seconds since 1970-01-01T00:00Z.</summary>
    public static double Seconds(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerSecond;

    /// <summary>The time at an offset from UTC; nonsense outside the years 1 to 9999 is cut to them.</summary>
    public static DateTimeOffset Time(double seconds, TimeSpan utcOffset = default)
    {
        var ticks = Math.Clamp(seconds * TimeSpan.TicksPerSecond, -6.2e17, 2.5e18);
        return new DateTimeOffset(DateTime.UnixEpoch.AddTicks((long)ticks), TimeSpan.Zero).ToOffset(utcOffset);
    }
}
