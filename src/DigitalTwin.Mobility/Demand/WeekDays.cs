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

    private static int Day(string name) => Array.FindIndex(Names, n => name.StartsWith(n, StringComparison.Ordinal) && (name.Length == 3 || Full[Array.IndexOf(Names, n)] == name));

    private static readonly string[] Full = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
}
