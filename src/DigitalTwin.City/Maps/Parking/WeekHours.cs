using System.Globalization;
using DigitalTwin.Mobility.Parking;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>
/// Hours of the week as boards have them: <c>Mo-Fr 07:00-22:00; Sa,Su 09:00-20:00</c>, <c>06:30-24:00</c>, <c>22:00-06:00</c> (over midnight), <c>24/7</c>. It is the part of OpenStreetMap's
/// <c>opening_hours</c> and schema.org's <c>openingHours</c> that a weekly plan needs: no seasons, no holidays.
/// </summary>
public static class WeekHours
{
    /// <summary>Reads hours; false with a sentence when the text is none, or says some hour twice.</summary>
    public static bool TryParse(string text, out IReadOnlyList<WeekTime> times, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = new List<WeekTime>();
        times = read;
        problem = null;
        if (text.Trim() == "24/7")
        {
            read.Add(WeekTime.Always);
            return true;
        }
        foreach (var rule in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (!Rule(rule, read))
            {
                problem = $"'{Shown(rule)}' are no hours; hours are written as in 'Mo-Fr 07:00-22:00; Sa,Su 09:00-20:00' or '24/7'.";
                return false;
            }
        if (read.Count == 0) problem = "There are no hours here; hours are written as in 'Mo-Fr 07:00-22:00; Sa,Su 09:00-20:00' or '24/7'.";
        else if (Twice(read) is { } twice) problem = $"the hours '{Shown(text)}' say {twice} twice.";
        return problem is null;
    }

    /// <summary>Hours as text that <see cref="TryParse"/> reads as the same hours.</summary>
    public static string Text(IEnumerable<WeekTime> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        WeekTime[] all = [.. times];
        return all is [var only] && only == WeekTime.Always ? "24/7" : string.Join("; ", all.Select(t => Days(t.Days) + Time(t.From) + "-" + Time(t.Until)));
    }

    private static bool Rule(string rule, List<WeekTime> read)
    {
        byte days = 0b111_1111;
        var hours = rule;
        if (char.IsLetter(rule[0]))
        {
            var blank = rule.IndexOf(' ', StringComparison.Ordinal);
            if (!WeekText.TryDays(blank < 0 ? rule : rule[..blank], out days)) return false;
            hours = blank < 0 ? "00:00-24:00" : rule[(blank + 1)..];
        }
        foreach (var span in hours.Split(',', StringSplitOptions.TrimEntries))
        {
            if (span.Split('-') is not [var from, var until] || !WeekText.TryTime(from, 86400, out var begins) || !WeekText.TryTime(until, 86400, out var ends) || begins >= 86400 || begins == ends) return false;
            read.Add(new(days, begins, ends));
        }
        return true;
    }

    /// <summary>The first hour of the week that two spans hold, in words; hours begin and end at spans' ends, so those are all that need a look.</summary>
    private static string? Twice(List<WeekTime> times)
    {
        for (var day = 1; day <= 7; day++)
            foreach (var at in times.SelectMany(t => new[] { t.From, t.Until % 86400, 0 }).Distinct().Order())
                if (times.Count(t => t.Holds((DayOfWeek)(day % 7), at)) > 1) return $"{(DayOfWeek)(day % 7)} {Time(at)}";
        return null;
    }

    private static string Days(byte days)
    {
        if (days == 0b111_1111) return "";
        int[] week = [1, 2, 3, 4, 5, 6, 0];
        var parts = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            if ((days >> week[i] & 1) == 0) continue;
            var from = i;
            while (i + 1 < 7 && (days >> week[i + 1] & 1) != 0) i++;
            parts.Add(from == i ? WeekText.Names[week[i]] : $"{WeekText.Names[week[from]]}-{WeekText.Names[week[i]]}");
        }
        return string.Join(',', parts) + ' ';
    }

    internal static string Time(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 3600:00}:{(int)seconds / 60 % 60:00}");

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
