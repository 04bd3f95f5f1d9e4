using System.Globalization;

namespace DigitalTwin.Mobility.Parking;

/// <summary>Days of the week and times of day as OpenStreetMap's <c>opening_hours</c> and schema.org's <c>openingHours</c> write them: <c>Mo-Fr</c>, <c>Sa,Su</c>, <c>07:30</c>. Which rules may be made of them is for their readers to say.</summary>
public static class WeekText
{
    /// <summary>Names of the days, Sunday first, as <see cref="WeekTime.Days"/> counts them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    /// <summary>Reads days (<c>Fr-Mo</c> runs over the weekend); bit i is day i, Sunday 0.</summary>
    public static bool TryDays(string text, out byte days)
    {
        ArgumentNullException.ThrowIfNull(text);
        days = 0;
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            var (first, last) = (Day(ends[0]), Day(ends[^1]));
            if (ends.Length > 2 || first < 0 || last < 0) return false;
            for (var day = first; ; day = (day + 1) % 7)
            {
                days |= (byte)(1 << day);
                if (day == last) break;
            }
        }
        return true;
    }

    /// <summary>Reads a time of day, <c>7:30</c> or <c>07:30</c>, in s since midnight; false beyond <paramref name="latest"/>.</summary>
    public static bool TryTime(string text, double latest, out double seconds)
    {
        ArgumentNullException.ThrowIfNull(text);
        seconds = 0;
        if (text.Trim().Split(':') is not [{ Length: 1 or 2 } h, { Length: 2 } m]) return false;
        if (!int.TryParse(h, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || !int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var minute)) return false;
        seconds = hour * 3600 + minute * 60;
        return minute < 60 && seconds <= latest;
    }

    private static int Day(string name)
    {
        for (var day = 0; day < 7; day++)
            if (Names[day] == name) return day;
        return -1;
    }
}
