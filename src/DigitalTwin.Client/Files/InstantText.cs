using DigitalTwin.Numerics.Clocks;

namespace DigitalTwin.Client.Files;

/// <summary>Instants as files have them: ISO 8601 with a date, a time and an offset, <c>2016-10-04T07:59:42.5+01:00</c>; a blank may stand for the T.</summary>
public static class InstantText
{
    /// <summary>What is accepted, for sentences.</summary>
    public const string Accepted = "an instant is a date, a time and an offset, as in 2025-07-08T17:00:00+08:00 or 2025-07-08T09:00:00Z";

    /// <summary>Reads an instant from UTF-8 without allocation.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">Offset of a text that has none; null to refuse it.</param>
    /// <param name="instant">The instant, UTC, to 100 ns.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, TimeSpan? offset, out DateTimeOffset instant)
    {
        Span<char> characters = stackalloc char[40];
        text = text.Trim(" "u8);
        instant = default;
        if (text.Length > characters.Length) return false;
        for (var i = 0; i < text.Length; i++) characters[i] = (char)text[i];
        return TryParse(characters[..text.Length], offset, out instant);
    }

    /// <summary>Reads an instant.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, TimeSpan? offset, out DateTimeOffset instant)
    {
        instant = default;
        text = text.Trim(' ');
        if (text.Length < 16 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or ' ' or 't') || text[13] != ':') return false;
        if (!Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..10], out var day)) return false;
        if (!Number(text[11..13], out var hour) || !Number(text[14..16], out var minute)) return false;
        var (second, fraction) = (0, 0);
        text = text[16..];
        if (text is [':', _, _, ..])
        {
            if (!Number(text[1..3], out second)) return false;
            text = text[3..];
            if (text is ['.' or ',', _, ..] && !Fraction(ref text, out fraction)) return false;
        }
        if (text.Length > 0) offset = UtcOffset.TryParse(text.TrimStart(' '), out var given) ? given : null;
        if (offset is not { } zone) return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return false;
        var ticks = new DateTime(year, month, day, hour, minute, second).Ticks + fraction - zone.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks) return false;
        instant = new(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c)) return false;
            number = number * 10 + (c - '0');
        }
        return true;
    }

    /// <summary>Digits behind the point, in units of 100 ns; more than seven are cut.</summary>
    private static bool Fraction(ref ReadOnlySpan<char> text, out int ticks)
    {
        var (digits, scale) = (0, TimeSpan.TicksPerSecond / 10);
        ticks = 0;
        for (digits = 1; digits < text.Length && char.IsAsciiDigit(text[digits]); digits++)
        {
            ticks += (int)(scale * (text[digits] - '0'));
            scale /= 10;
        }
        text = text[digits..];
        return digits > 1;
    }
}
