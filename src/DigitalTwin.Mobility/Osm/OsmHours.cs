using System.Globalization;
using DigitalTwin.Mobility.Parking;

namespace DigitalTwin.Mobility.Osm;

/// <summary>
/// The part of <c>opening_hours</c> that says the same every week: <c>24/7</c>, days, spans of hours, <c>off</c>; a later rule replaces an earlier one on its days. Rules for public holidays (<c>PH</c>) are passed
/// over, since a week has none; seasons, dates, sunrise and comments cannot be read.
/// </summary>
internal static class OsmHours
{
    private static readonly string[] Names = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    /// <summary>The hours of the week; false when the text says more than a week can.</summary>
    public static bool TryParse(string text, out IReadOnlyList<WeekTime> times)
    {
        var week = new List<(double From, double Until)>[7];
        for (var day = 0; day < 7; day++) week[day] = [];
        times = [];
        var rules = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var rule in rules)
            if (!Rule(rule, week)) return false;
        times = Grouped(week);
        return rules.Length > 0;
    }

    private static bool Rule(string rule, List<(double From, double Until)>[] week)
    {
        byte days = 0b111_1111;
        if (char.IsLetter(rule[0]) && rule is not ("off" or "closed" or "open"))
        {
            var blank = rule.IndexOf(' ', StringComparison.Ordinal);
            if (!Days(blank < 0 ? rule : rule[..blank], out days)) return false;
            rule = blank < 0 ? "00:00-24:00" : rule[(blank + 1)..].Trim();
        }
        if (days == 0) return true;
        var spans = new List<(double, double)>();
        if (rule is "24/7" or "open") spans.Add((0, 86400));
        else if (rule is not ("off" or "closed"))
            foreach (var span in rule.Split(',', StringSplitOptions.TrimEntries))
            {
                if (span.Split('-') is not [var from, var until] || !Time(from, out var begins) || !Time(until, out var ends) || begins >= 86400 || begins == ends) return false;
                spans.Add((begins, ends > 86400 ? ends - 86400 : ends));
            }
        for (var day = 0; day < 7; day++)
            if ((days >> day & 1) != 0) week[day] = [.. spans];
        return true;
    }

    private static bool Days(string text, out byte days)
    {
        days = 0;
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is "PH" or "SH") continue;
            var ends = part.Split('-');
            var (first, last) = (Array.IndexOf(Names, ends[0]), Array.IndexOf(Names, ends[^1]));
            if (ends.Length > 2 || first < 0 || last < 0) return false;
            for (var day = first; ; day = (day + 1) % 7)
            {
                days |= (byte)(1 << day);
                if (day == last) break;
            }
        }
        return true;
    }

    private static bool Time(string text, out double seconds)
    {
        seconds = 0;
        if (text.Trim().Split(':') is not [{ Length: 1 or 2 } h, { Length: 2 } m]) return false;
        if (!int.TryParse(h, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || !int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var minute)) return false;
        seconds = hour * 3600 + minute * 60;
        return minute < 60 && seconds <= 48 * 3600;
    }

    private static List<WeekTime> Grouped(List<(double From, double Until)>[] week)
    {
        var times = new List<WeekTime>();
        foreach (var (from, until) in week.SelectMany(spans => spans).Distinct().Order())
        {
            byte days = 0;
            for (var day = 0; day < 7; day++)
                if (week[day].Contains((from, until))) days |= (byte)(1 << day);
            times.Add(new(days, from, until));
        }
        return times;
    }
}
