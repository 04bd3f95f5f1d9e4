namespace DigitalTwin.Cities;

/// <summary>Who says what a city's clocks show.</summary>
public enum ClockSource
{
    /// <summary><c>utc_offset</c> of <c>city.yaml</c>.</summary>
    Map,

    /// <summary>The climate's file, whose hours are in standard time.</summary>
    Climate,

    /// <summary>Nobody: +08:00 is assumed.</summary>
    Nobody,
}

/// <summary>
/// The clocks on a city's walls: by them days of tariffs, profiles, warnings and forecasts begin. One offset from UTC for the whole year; daylight saving is not modelled, since steps, profiles and recorded
/// histories are counted in days of 24 h. A scenario for a summer day says it in its own start, as in 2025-07-08T06:00+02:00.
/// </summary>
/// <param name="UtcOffset">Local time against UTC.</param>
/// <param name="Source">Who says so.</param>
public sealed record CityClock(TimeSpan UtcOffset, ClockSource Source)
{
    /// <summary>China Standard Time, where nobody says what clocks show.</summary>
    public static CityClock Assumed { get; } = new(TimeSpan.FromHours(8), ClockSource.Nobody);

    /// <summary>The clock of a city; the assumed one where there is none.</summary>
    public static CityClock Of(City? city) => city?.Clock ?? Assumed;

    /// <summary>The clock of a map: its own word, else its climate's, else the assumed one.</summary>
    internal static CityClock Of(TimeSpan? said, TimeSpan? climate) =>
        said is { } map ? new(map, ClockSource.Map) : climate is { } epw ? new(epw, ClockSource.Climate) : Assumed;

    /// <summary>As <c>UTC+08:00</c>.</summary>
    public override string ToString() => "UTC" + Numerics.Clocks.UtcOffset.Text(UtcOffset);
}
