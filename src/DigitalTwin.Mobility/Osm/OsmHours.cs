using DigitalTwin.Mobility.Parking;

namespace DigitalTwin.Mobility.Osm;

/// <summary>
/// The part of <c>opening_hours</c> that says the same every week: <c>24/7</c>, days, spans of hours, <c>off</c>; a later rule replaces an earlier one on its days. Rules for public holidays (<c>PH</c>) are passed
/// over, since a week has none; seasons, dates, sunrise and comments cannot be read.
/// </summary>
internal static class OsmHours
{
    // Hours after midnight belong to the day before: Fr 22:00-28:00.
    private const double Latest = 48 * 3600;

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
                if (span.Split('-') is not [var from, var until] || !WeekText.TryTime(from, Latest, out var begins) || !WeekText.TryTime(until, Latest, out var ends) || begins >= 86400 || begins == ends) return false;
                spans.Add((begins, ends > 86400 ? ends - 86400 : ends));
            }
        for (var day = 0; day < 7; day++)
            if ((days >> day & 1) != 0) week[day] = [.. spans];
        return true;
    }

    private static bool Days(string text, out byte days)
    {
        var week = string.Join(',', text.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("PH" or "SH")));
        days = 0;
        return week.Length == 0 || WeekText.TryDays(week, out days);
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
