namespace DigitalTwin.Storage.Sql;

/// <summary>Instants as the store keeps them: whole microseconds since 1970-01-01T00:00Z; what is finer is cut off.</summary>
internal static class Micros
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    public static long Of(DateTimeOffset instant) => Math.DivRem(instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks, TicksPerMicrosecond) switch
    {
        ( var whole, < 0) => whole - 1,
        var (whole, _) => whole,
    };

    public static DateTimeOffset ToInstant(long micros) => new(DateTimeOffset.UnixEpoch.UtcTicks + micros * TicksPerMicrosecond, TimeSpan.Zero);

    public static long OrLeast(DateTimeOffset? instant) => instant is { } i ? Of(i) : long.MinValue;

    public static long OrMost(DateTimeOffset? instant) => instant is { } i ? Of(i) : long.MaxValue;
}
