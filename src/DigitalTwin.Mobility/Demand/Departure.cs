using DigitalTwin.Numerics.Clocks;
using System.Globalization;

namespace DigitalTwin.Mobility.Demand;

/// <summary>When a trip departs: on one date, or every day (of some days of the week) at a time of day.</summary>
/// <param name="Days">Days of the week on which it departs, bit i is day i, Sunday 0; 0 for a trip of one date.</param>
/// <param name="Second">s since local midnight, beyond 86,400 for a trip that a day's plan has after midnight; of a date, s since 0001-01-01.</param>
/// <param name="HasOffset">Whether the date was given with its offset from UTC: <paramref name="Second"/> is then UTC, else local time.</param>
public readonly record struct Departure(byte Days, double Second, bool HasOffset)
{
    /// <summary>Every day of the week.</summary>
    public const byte EveryDay = 0b111_1111;

    /// <summary>Latest time of a day's plan, s: trips of the night after the next belong to another day.</summary>
    public const double LatestSecond = 2 * 86400;

    /// <summary>What departures look like.</summary>
    public const string Accepted = "'07:30', '07:30:15' or '25:10' (time of a day's plan), '2025-07-08T07:30+08:00' or '2025-07-08T07:30' (local)";

    private static readonly string[] Local = [.. from between in (string[])["'T'", "' '"] from time in (string[])["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"] select $"yyyy-MM-dd{between}{time}"];

    private static readonly string[] Zoned = [.. from local in Local from zone in (string[])["zzz", "'Z'", "'z'"] select local + zone];

    /// <summary>Offset from UTC with which the date was given, s.</summary>
    internal double Offset { get; init; }

    /// <summary>A departure on every day.</summary>
    public static Departure Daily(double second, byte days = EveryDay) => new(days, second, false);

    /// <summary>When a trip of one date departs, s since the scenario's start.</summary>
    public double At(LocalClock clock) => Second - (HasOffset ? clock.Start.UtcTicks : clock.Start.Ticks) / (double)TimeSpan.TicksPerSecond;

    /// <summary>Days since 0001-01-01 of the date of a trip of one date, as it was written.</summary>
    internal int Date => (int)((Second + Offset) / 86400);

    /// <summary>Day of the week of a trip of one date, as it was written.</summary>
    internal DayOfWeek DayOfWeek => DateOnly.MinValue.AddDays(Date).DayOfWeek;

    /// <summary>Reads a time of day or a date and time.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Departure departure)
    {
        text = text.Trim();
        departure = default;
        if (TryTimeOfDay(text, out var second))
        {
            departure = Daily(second);
            return true;
        }
        var isLocal = DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        if (isLocal) departure = new(0, local.Ticks / (double)TimeSpan.TicksPerSecond, false);
        else if (DateTimeOffset.TryParseExact(text, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            departure = new(0, instant.UtcTicks / (double)TimeSpan.TicksPerSecond, true) { Offset = instant.Offset.TotalSeconds };
        else return false;
        return true;
    }

    /// <summary>Reads <c>H:MM</c> or <c>H:MM:SS</c>, hours up to 48, s since midnight.</summary>
    public static bool TryTimeOfDay(ReadOnlySpan<char> text, out double second)
    {
        second = 0;
        text = text.Trim();
        var colon = text.IndexOf(':');
        if (colon is < 1 or > 2 || !TryDigits(text[..colon], out var hours)) return false;
        var rest = text[(colon + 1)..];
        if (rest.Length is not (2 or 5) || (rest.Length == 5 && rest[2] != ':')) return false;
        if (!TryDigits(rest[..2], out var minutes) || minutes > 59) return false;
        var seconds = 0;
        if (rest.Length == 5 && (!TryDigits(rest[3..], out seconds) || seconds > 59)) return false;
        second = hours * 3600 + minutes * 60 + seconds;
        return second <= LatestSecond;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
