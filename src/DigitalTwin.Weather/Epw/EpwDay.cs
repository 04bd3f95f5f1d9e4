using System.Globalization;

namespace DigitalTwin.Weather.Epw;

/// <summary>
/// A day as an EPW header writes it. Most are a month and a day (<c>2/14</c>, <c>14 Feb</c>, <c>Feb 14</c>, or a day of the year <c>45</c>),
/// some with a year (<c>2/14/2024</c>); holidays and daylight saving may be rules (<c>Last Sunday In March</c>), which have no month and day
/// before a year is chosen: <see cref="In"/>.
/// </summary>
/// <param name="Month">1 to 12, or 0 when nothing is set (the header says <c>0</c>).</param>
/// <param name="Day">1 to 31, or 0 for a rule.</param>
/// <param name="Year">The year when the header gives one.</param>
/// <param name="Weekday">For a rule, the day of the week.</param>
/// <param name="Nth">For a rule, 1 to 5, or -1 for the last of the month.</param>
public readonly record struct EpwDay(int Month, int Day, int? Year = null, DayOfWeek Weekday = DayOfWeek.Sunday, int Nth = 0)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>True when the header said <c>0</c>: no such day.</summary>
    public bool IsNone => Month == 0;

    /// <summary>The date in a year; null when the year has no such day (29 February, a fifth Sunday).</summary>
    public DateOnly? In(int year)
    {
        if (IsNone || year is < 1 or > 9999) return null;
        var days = DateTime.DaysInMonth(year, Month);
        if (Nth == 0) return Day <= days ? new DateOnly(year, Month, Day) : null;
        if (Nth < 0)
        {
            var last = new DateOnly(year, Month, days);
            return last.AddDays(-(((int)last.DayOfWeek - (int)Weekday + 7) % 7));
        }
        var first = new DateOnly(year, Month, 1);
        var day = 1 + (((int)Weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (Nth - 1));
        return day <= days ? new DateOnly(year, Month, day) : null;
    }

    /// <summary>Reads a day; false when the text is none of the accepted forms.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EpwDay day)
    {
        day = default;
        Span<Range> parts = stackalloc Range[6];
        Span<char> lower = stackalloc char[48];
        text = text.Trim();
        if (text.Length == 0 || text.Length > lower.Length) return false;
        var length = text.ToLowerInvariant(lower);
        ReadOnlySpan<char> folded = lower[..length];
        if (folded.Contains('/')) return TrySlashes(folded, parts, out day);
        var n = folded.SplitAny(parts, " -", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (n == 1 && Whole(folded[parts[0]], out var dayOfYear)) return TryDayOfYear(dayOfYear, out day);
        if (n == 2)
        {
            var a = folded[parts[0]];
            var b = folded[parts[1]];
            if (Whole(a, out var number) && Named(b, Months, out var month)) return TryMonthDay(month + 1, number, null, out day);
            return Whole(b, out number) && Named(a, Months, out month) && TryMonthDay(month + 1, number, null, out day);
        }

        // "Last Sunday In March", "2 Sunday In March"
        if (n == 4 && folded[parts[2]] is "in" && Named(folded[parts[1]], Weekdays, out var weekday) && Named(folded[parts[3]], Months, out var m))
        {
            var nth = folded[parts[0]] is "last" ? -1 : LeadingNumber(folded[parts[0]]);
            if (nth is -1 or (>= 1 and <= 5))
            {
                day = new EpwDay(m + 1, 0, null, (DayOfWeek)weekday, nth);
                return true;
            }
        }
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => (IsNone, Nth) switch
    {
        (true, _) => "none",
        (_, 0) => Year is { } y ? $"{Month}/{Day}/{y}" : $"{Month}/{Day}",
        (_, -1) => $"last {Weekday} in month {Month}",
        _ => $"{Weekday} number {Nth} in month {Month}",
    };

    /// <summary>Month and day of a day number; 60 is 1 March, as in a common year, and 366 is 31 December of a leap year.</summary>
    private static bool TryDayOfYear(int number, out EpwDay day)
    {
        day = default;
        if (number == 0) return true;
        if (number is < 1 or > 366) return false;
        var date = new DateOnly(number == 366 ? 2024 : 2023, 1, 1).AddDays(number - 1);
        day = new EpwDay(date.Month, date.Day);
        return true;
    }

    private static bool TrySlashes(ReadOnlySpan<char> text, Span<Range> parts, out EpwDay day)
    {
        day = default;
        var n = text.Split(parts, '/', StringSplitOptions.TrimEntries);
        if (n is not (2 or 3) || !Whole(text[parts[0]], out var month) || !Whole(text[parts[1]], out var number)) return false;
        if (n == 2) return TryMonthDay(month, number, null, out day);
        return Whole(text[parts[2]], out var year) && year is >= 1 and <= 9999 && TryMonthDay(month, number, year, out day);
    }

    private static bool TryMonthDay(int month, int number, int? year, out EpwDay day)
    {
        day = default;
        if (month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year ?? 2024, month)) return false;
        day = new EpwDay(month, number, year);
        return true;
    }

    private static bool Whole(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out value);

    private static int LeadingNumber(ReadOnlySpan<char> text) => text.Length > 0 && char.IsAsciiDigit(text[0]) ? text[0] - '0' : 0;

    private static bool Named(ReadOnlySpan<char> text, string[] names, out int index)
    {
        for (index = 0; index < names.Length; index++)
            if (text.StartsWith(names[index])) return true;
        return false;
    }
}
