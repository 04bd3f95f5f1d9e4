using DigitalTwin.Mobility.Parking;

namespace DigitalTwin.Mobility.Osm;

/// <summary>A value of a tag that holds at some hours, for some users.</summary>
/// <param name="Value">The value: <c>no_parking</c>, <c>2 hours</c>.</param>
/// <param name="Hours">When it holds.</param>
/// <param name="User">For whom, as <see cref="CurbUsers"/> has them; empty for everybody.</param>
internal sealed record TimedValue(string Value, IReadOnlyList<WeekTime> Hours, string User)
{
    /// <summary>
    /// Reads a <c>:conditional</c> tag, <c>no_parking @ (Mo-Fr 07:00-09:00); 2 hours @ (Mo-Fr 09:00-18:00 AND residents)</c>, as far as its conditions are hours of the week and users; false when one is something else.
    /// Conditions that a week does not have (public holidays alone) are passed over.
    /// </summary>
    public static bool TryParse(string text, out List<TimedValue> values)
    {
        values = [];
        foreach (var clause in Clauses(text))
        {
            if (clause.Split('@') is not [var value, var condition] || value.Trim().Length == 0) return false;
            IReadOnlyList<WeekTime> hours = [WeekTime.Always];
            var (user, timed) = ("", false);
            foreach (var part in condition.Trim().TrimStart('(').TrimEnd(')').Split(" AND ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (CurbUsers.Of(part) is { Length: > 0 } who && user.Length == 0) user = who;
                else if (!timed && OsmHours.TryParse(part, out hours)) timed = true;
                else return false;
            }
            if (user.Length == 0 && !timed) return false;
            if (hours.Count > 0) values.Add(new(value.Trim(), hours, user));
        }
        return true;
    }

    // Hours have semicolons too: those within brackets end no clause.
    private static IEnumerable<string> Clauses(string text)
    {
        var (depth, from) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != ';') depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            else if (depth == 0 || i == text.Length)
            {
                if (!string.IsNullOrWhiteSpace(text[from..i])) yield return text[from..i];
                from = i + 1;
            }
        }
    }
}
