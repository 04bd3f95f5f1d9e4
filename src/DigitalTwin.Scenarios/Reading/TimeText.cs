using System.Globalization;
using System.Text.RegularExpressions;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>
/// Times as people write them: <c>17:30</c> (on the first day), <c>day 2 06:00</c>, <c>+90 min</c>, <c>2025-07-08T17:30+08:00</c> (without an
/// offset: the period's), <c>start</c>, <c>end</c>.
/// </summary>
internal static partial class TimeText
{
    public const string Forms = "'17:30' (on the first day), 'day 2 06:00', '+90 min', '2025-07-08T17:30+08:00', 'start' or 'end'";

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz"];
    private static readonly string[] LocalTimes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF"];

    /// <summary>Reads an instant with its offset.</summary>
    public static bool TryInstant(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(Normal(text), Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant) && instant.Year is >= 1900 and <= 2200;

    /// <summary>Whether a text is an instant but for the missing offset.</summary>
    public static bool IsLocal(string text) => TryLocal(text, out _);

    /// <summary>Reads a time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="period">The scenario's period.</param>
    /// <param name="anchor">What <c>+90 min</c> counts from, s since the start.</param>
    /// <param name="seconds">The time, s since the start; it may lie outside the period.</param>
    /// <param name="problem">One sentence, or null.</param>
    public static bool TryRead(string text, Period period, double anchor, out double seconds, out string? problem)
    {
        problem = null;
        seconds = 0;
        text = text.Trim();
        switch (text)
        {
            case "start":
                return true;
            case "end":
                seconds = period.Duration;
                return true;
        }
        if (text.StartsWith('+'))
        {
            if (!Quantity.TryParse(text, Unit.Parse("s"), out var later, out problem)) return false;
            seconds = anchor + later;
            return true;
        }
        if (ClockTime().Match(text) is { Success: true } clock)
        {
            if (!TryClock(clock, out var ofDay))
            {
                problem = $"'{text}' is no time of day; hours go to 23 (24:00 ends a day), minutes and seconds to 59.";
                return false;
            }
            var day = clock.Groups["day"].Success && int.TryParse(clock.Groups["day"].ValueSpan, CultureInfo.InvariantCulture, out var stated) ? stated : 1;
            if (day is < 1 or > 100_000)
            {
                problem = $"'{text}' names day {day}; the first day is day 1.";
                return false;
            }
            seconds = (day - 1) * 86400.0 + ofDay - period.Start.TimeOfDay.TotalSeconds;
            // Where the scenario begins is only known when it is run: 17:30 is then the next one.
            if (period.IsFromWorld && !clock.Groups["day"].Success && seconds < 0) seconds += 86400;
            return true;
        }
        if (TryInstant(text, out var instant) || TryLocal(text, period.Start.Offset, out instant))
        {
            seconds = period.OffsetOf(instant);
            return true;
        }
        problem = $"'{(text.Length <= 40 ? text : text[..40] + "…")}' is no time; accepted: {Forms}.";
        return false;
    }

    /// <summary>Whether a text is a time of the first day, so that the next morning may have been meant.</summary>
    public static bool IsTimeOfFirstDay(string text) => ClockTime().Match(text.Trim()) is { Success: true } clock && !clock.Groups["day"].Success;

    // [0-9] and not \d, which also takes the digits of other scripts, which no number reader does.
    [GeneratedRegex(@"^(?:(?:day|第)\s*(?<day>[0-9]{1,9})\s*天?\s*,?\s*)?(?<h>[0-9]{1,2}):(?<m>[0-9]{2})(?::(?<s>[0-9]{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex ClockTime();

    private static bool TryClock(Match clock, out double ofDay)
    {
        var hours = int.Parse(clock.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = int.Parse(clock.Groups["m"].ValueSpan, CultureInfo.InvariantCulture);
        var seconds = clock.Groups["s"].Success ? int.Parse(clock.Groups["s"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        ofDay = hours * 3600.0 + minutes * 60 + seconds;
        return minutes < 60 && seconds < 60 && ofDay <= 86400;
    }

    private static bool TryLocal(string text, out DateTime local) =>
        DateTime.TryParseExact(Normal(text), LocalTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out local) && local.Year is >= 1900 and <= 2200;

    private static bool TryLocal(string text, TimeSpan offset, out DateTimeOffset instant)
    {
        var isLocal = TryLocal(text, out DateTime local);
        instant = isLocal ? new(local, offset) : default;
        return isLocal;
    }

    /// <summary>YAML writes a blank where ISO 8601 writes T, and Z is +00:00.</summary>
    private static string Normal(string text)
    {
        text = text.Trim();
        if (text.Length > 10 && text[10] == ' ') text = string.Concat(text.AsSpan(0, 10), "T", text.AsSpan(11));
        return text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
    }
}
