using System.Globalization;

namespace DigitalTwin.Numerics.Clocks;

/// <summary>By how much a place's clocks are ahead of UTC, as text: <c>+08:00</c>, <c>-0530</c>, <c>+08</c>, <c>Z</c>. It is no time zone: it knows no daylight saving.</summary>
public static class UtcOffset
{
    /// <summary>What is accepted, for sentences.</summary>
    public const string Accepted = "an offset from UTC is accepted, as in +08:00, -03:30 or Z";

    /// <summary>Reads an offset of at most 14 h, as instants can have it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is ['Z' or 'z']) return true;
        if (text.Length < 3 || text[0] is not ('+' or '-') || !TwoDigits(text[1..3], out var hours) || hours > 14) return false;
        var minutes = 0;
        var rest = text[3..];
        if (rest is [':', ..])
        {
            rest = rest[1..];
            if (rest.Length == 0) return false;
        }
        if (rest.Length is not (0 or 2) || (rest.Length == 2 && !TwoDigits(rest, out minutes)) || minutes > 59) return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return offset.Duration() <= TimeSpan.FromHours(14);
    }

    /// <summary>An offset as <c>+08:00</c>.</summary>
    public static string Text(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.Duration().ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    private static bool TwoDigits(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        if (digits.Length != 2 || !char.IsAsciiDigit(digits[0]) || !char.IsAsciiDigit(digits[1])) return false;
        number = ((digits[0] - '0') * 10) + digits[1] - '0';
        return true;
    }
}
