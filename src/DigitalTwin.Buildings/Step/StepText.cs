using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace DigitalTwin.Buildings.Step;

/// <summary>Strings and reals between the alphabet of a file (ISO 10303-21:2016, clause 6.4.3) and ours.</summary>
public static class StepText
{
    private static readonly Encoding[] Pages = [.. Enumerable.Range(28591, 9).Select(page => CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.Latin1)];

    /// <summary>
    /// The text that the bytes between two quotes mean. Bytes above 127, which the standard forbids and many files have, are UTF-8 where the string is that and
    /// ISO 8859-1 where not. An escape that means nothing stays as it is written; the first is given in <paramref name="broken"/>, which is null when all is well.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> raw, out string? broken)
    {
        broken = null;
        if (raw.IndexOfAny((byte)'\\', (byte)'\'') < 0) return Raw(raw, !Ascii.IsValid(raw) && Utf8.IsValid(raw));
        var utf8 = Utf8.IsValid(raw);
        var text = new StringBuilder(raw.Length);
        var page = Pages[0];
        for (var p = 0; p < raw.Length;)
        {
            var run = raw[p..].IndexOfAny((byte)'\\', (byte)'\'');
            if (run < 0) run = raw.Length - p;
            text.Append(Raw(raw.Slice(p, run), utf8));
            p += run;
            if (p == raw.Length) break;
            var rest = raw[p..];
            if (rest[0] == (byte)'\'')
            {
                text.Append('\'');
                p += rest.Length > 1 && rest[1] == (byte)'\'' ? 2 : 1;
                continue;
            }
            var used = Escape(rest, text, ref page, ref broken);
            if (used == 0)
            {
                broken ??= Raw(rest[..Math.Min(rest.Length, 12)], false);
                text.Append('\\');
                used = 1;
            }
            p += used;
        }
        return text.ToString();
    }

    /// <summary>The text as a string of a file, in quotes, with every character outside the basic alphabet as <c>\X2\…\X0\</c>.</summary>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = new StringBuilder("'", text.Length + 2);
        var wide = false;
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' != wide)
            {
                written.Append(wide ? "\\X0\\" : "\\X2\\");
                wide = !wide;
            }
            if (wide) written.Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else if (c is '\'' or '\\') written.Append(c, 2);
            else written.Append(c);
        }
        return written.Append(wide ? "\\X0\\'" : "'").ToString();
    }

    /// <summary>A real as a file writes it, with a point: <c>3.</c>, <c>1.5E-05</c>; the shortest that reads back to the same bits. Not a number and infinity, for which files have no word, are <c>$</c>.</summary>
    public static string Real(double value)
    {
        if (!double.IsFinite(value)) return "$";
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        if (digits.Contains('.', StringComparison.Ordinal)) return digits;
        var exponent = digits.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0 ? digits + "." : digits.Insert(exponent, ".");
    }

    /// <summary>Reads the escape that a backslash opens and gives its length; 0 when it is none.</summary>
    private static int Escape(ReadOnlySpan<byte> s, StringBuilder text, ref Encoding page, ref string? broken)
    {
        if (s.StartsWith("\\\\"u8))
        {
            text.Append('\\');
            return 2;
        }
        if (s.StartsWith("\\S\\"u8) && s.Length > 3 && s[3] is >= 32 and < 127)
        {
            text.Append(page.GetString([(byte)(s[3] | 128)]));
            return 4;
        }
        if (s.Length > 3 && s[1] == (byte)'P' && s[2] is >= (byte)'A' and <= (byte)'I' && s[3] == (byte)'\\')
        {
            page = Pages[s[2] - 'A'];
            return 4;
        }
        if (s.StartsWith("\\X\\"u8) && s.Length > 4 && Hex(s.Slice(3, 2)) is var latin and >= 0)
        {
            text.Append((char)latin);
            return 5;
        }
        if (s.StartsWith("\\X2\\"u8)) return Wide(s, 4, text, ref broken);
        if (s.StartsWith("\\X4\\"u8)) return Wide(s, 8, text, ref broken);
        if (s.StartsWith("\\N\\"u8) || s.StartsWith("\\F\\"u8))
        {
            text.Append(s[1] == (byte)'N' ? '\n' : '\f');
            return 3;
        }
        return 0;
    }

    /// <summary>Characters of four or eight hexadecimal digits up to <c>\X0\</c>. What is no character (half a pair of surrogates, beyond 10FFFF) is U+FFFD and broken.</summary>
    private static int Wide(ReadOnlySpan<byte> s, int digits, StringBuilder text, ref string? broken)
    {
        var start = text.Length;
        var p = 4;
        for (; p + digits <= s.Length && Hex(s.Slice(p, digits)) is var code and >= 0; p += digits)
        {
            if (digits == 4) text.Append((char)code);
            else if (Rune.IsValid((int)Math.Min(code, int.MaxValue))) text.Append(new Rune((int)code).ToString());
            else text.Append('\uD800');
        }
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) (text[i], broken) = ('\uFFFD', broken ?? Raw(s[..Math.Min(s.Length, p)], false));
        }
        if (s[p..].StartsWith("\\X0\\"u8)) return p + 4;
        if (p == 4) return 0;
        broken ??= Raw(s[..Math.Min(s.Length, p + 4)], false);
        return p;
    }

    private static long Hex(ReadOnlySpan<byte> digits)
    {
        long value = 0;
        foreach (var b in digits)
        {
            if (!char.IsAsciiHexDigit((char)b)) return -1;
            value = (value * 16) + (b <= '9' ? b - '0' : (b | 32) - 'a' + 10);
        }
        return value;
    }

    private static string Raw(ReadOnlySpan<byte> s, bool utf8) => utf8 ? Encoding.UTF8.GetString(s) : Encoding.Latin1.GetString(s);
}
