using System.Globalization;

namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>Reads numbers, to the nearest double, with the short way that most take: up to 15 digits and a power of ten up to 22 are exact, so one operation rounds once.</summary>
internal static class Numerals
{
    private static readonly double[] Powers =
    [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Reads the number at a place and moves behind it; false, and nothing moved, when there is none. <paramref name="integer"/> holds where <paramref name="isInteger"/> does.</summary>
    public static bool Read(ReadOnlySpan<byte> s, ref int p, out double value, out long integer, out bool isInteger)
    {
        var q = p;
        var negative = q < s.Length && s[q] == (byte)'-';
        if (q < s.Length && s[q] is (byte)'-' or (byte)'+') q++;
        long digits = 0;
        var count = 0;
        var leading = q;
        while (q < s.Length && Syntax.IsDigit(s[q])) Take(s[q++], ref digits, ref count);
        var any = q - leading;
        var exponent = 0;
        isInteger = true;
        if (q < s.Length && s[q] == (byte)'.')
        {
            isInteger = false;
            var point = ++q;
            while (q < s.Length && Syntax.IsDigit(s[q])) Take(s[q++], ref digits, ref count);
            any += q - point;
            exponent = point - q;
        }
        (value, integer) = (0, negative ? -digits : digits);
        if (any == 0) return false;
        if (q < s.Length && (s[q] | 32) is 'e' or 'd')
        {
            isInteger = false;
            if (!Exponent(s, ref q, ref exponent)) return false;
        }
        if (isInteger && count > 18) isInteger = false;
        if (count <= 15 && exponent is >= -22 and <= 22)
        {
            value = exponent < 0 ? digits / Powers[-exponent] : digits * Powers[exponent];
            if (negative) value = -value;
        }
        else if (!Long(s[p..q], out value))
        {
            return false;
        }
        p = q;
        return true;
    }

    private static void Take(byte digit, ref long digits, ref int count)
    {
        if (count == 0 && digit == (byte)'0') return;
        if (count++ < 18) digits = (digits * 10) + (digit - '0');
    }

    private static bool Exponent(ReadOnlySpan<byte> s, ref int q, ref int exponent)
    {
        q++;
        var minus = q < s.Length && s[q] == (byte)'-';
        if (q < s.Length && s[q] is (byte)'-' or (byte)'+') q++;
        var first = q;
        var value = 0;
        while (q < s.Length && Syntax.IsDigit(s[q])) value = Math.Min((value * 10) + (s[q++] - '0'), 9999);
        exponent += minus ? -value : value;
        return q > first;
    }

    /// <summary>The long way, by the runtime; <c>D</c>, by which Fortran marks an exponent, is read as <c>E</c>.</summary>
    private static bool Long(ReadOnlySpan<byte> s, out double value)
    {
        if (double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return true;
        Span<byte> text = s.Length <= 512 ? stackalloc byte[s.Length] : new byte[s.Length];
        s.CopyTo(text);
        text.Replace((byte)'D', (byte)'E');
        text.Replace((byte)'d', (byte)'e');
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
