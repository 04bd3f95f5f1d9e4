namespace DigitalTwin.Mobility.Demand;

/// <summary>Days of the week in a table: <c>mon-fri</c>, <c>sat sun</c>, <c>daily</c>. A mask has bit i for day i, Sunday 0.</summary>
public static class WeekDays
{
    /// <summary>What can be written.</summary>
    public const string Accepted = "accepted are 'daily', days as in 'mon-fri', and several of them with a blank, '+' or ';' between them, as in 'sat sun'";

    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Reads days of the week.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out byte days)
    {
        days = 0;
        foreach (var part in text.ToString().ToLowerInvariant().Split([' ', '+', ';', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "daily")
            {
                days = Departure.EveryDay;
                continue;
            }
            var dash = part.IndexOf('-');
            var (first, last) = dash < 0 ? (Day(part), Day(part)) : (Day(part[..dash]), Day(part[(dash + 1)..]));
            if (first < 0 || last < 0) return false;
            for (var day = first; ; day = (day + 1) % 7)
            {
                days |= (byte)(1 << day);
                if (day == last) break;
            }
        }
        return days != 0;
    }

    /// <summary>The days of a mask in words: <c>mon tue</c>.</summary>
    public static string Text(byte days) => days == Departure.EveryDay ? "daily" : string.Join(' ', Enumerable.Range(1, 7).Select(d => d % 7).Where(d => (days >> d & 1) != 0).Select(d => Names[d]));

    /// <summary>The days of a mask in words, three and more in a row as a range: <c>mon-fri</c>.</summary>
    public static string ShortText(byte days)
    {
        if (days == Departure.EveryDay) return "daily";
        var parts = new List<string>();
        for (var day = 1; day <= 7; day++)
        {
            if ((days >> day % 7 & 1) == 0) continue;
            var last = day;
            while (last < 7 && (days >> (last + 1) % 7 & 1) != 0) last++;
            parts.Add(last - day >= 2 ? $"{Names[day]}-{Names[last % 7]}" : last > day ? $"{Names[day]} {Names[last % 7]}" : Names[day % 7]);
            day = last;
        }
        return string.Join(' ', parts);
    }

    private static int Day(string name) => Array.FindIndex(Names, n => name.StartsWith(n, StringComparison.Ordinal) && (name.Length == 3 || Full[Array.IndexOf(Names, n)] == name));

    private static readonly string[] Full = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
}
