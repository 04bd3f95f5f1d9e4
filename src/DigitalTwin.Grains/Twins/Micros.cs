namespace DigitalTwin.Grains.Twins;

/// <summary>Instants and times as the store keeps them: whole microseconds, instants counted from 1970-01-01T00:00Z.</summary>
internal static class Micros
{
    public static long Of(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static long Of(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Instant(long micros) => new(DateTimeOffset.UnixEpoch.Ticks + micros * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public static TimeSpan Time(long micros) => new(micros * TimeSpan.TicksPerMicrosecond);
}
