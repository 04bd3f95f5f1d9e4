using System.Globalization;
using System.Runtime.CompilerServices;

namespace DigitalTwin.Water.Epanet.Reading;

/// <summary>What a stretch of bytes is as a number.</summary>
internal enum DecimalVerdict
{
    /// <summary>A finite number.</summary>
    Number,

    /// <summary>A word such as NaN or inf, or a number too large for a double.</summary>
    NotFinite,

    /// <summary>Something else.</summary>
    NotNumber,
}

/// <summary>
/// Decimal numbers from bytes, rounded correctly. When the digits fit in 53 bits and the power of ten is at most 10²² both are exact
/// doubles and one operation rounds once (Clinger 1990); the rare rest goes to the runtime's parser.
/// </summary>
internal static class DecimalText
{
    private static ReadOnlySpan<double> PowersOfTen =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads the whole of <paramref name="text"/>: sign, digits with a point, exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static DecimalVerdict Read(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var i = 0;
        var negative = false;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+') (negative, i) = (text[0] == '-', 1);

        ulong digits = 0;
        int significant = 0, exponent = 0, seen = 0;
        for (; i < text.Length && (uint)(text[i] - '0') <= 9; i++, seen++)
        {
            if (significant < 19) (digits, significant) = (digits * 10 + (uint)(text[i] - '0'), significant + (digits > 0 || text[i] != '0' ? 1 : 0));
            else exponent++;
        }
        var long19 = exponent > 0;
        if (i < text.Length && text[i] == '.')
        {
            for (i++; i < text.Length && (uint)(text[i] - '0') <= 9; i++, seen++)
            {
                if (significant < 19)
                {
                    (digits, significant) = (digits * 10 + (uint)(text[i] - '0'), significant + (digits > 0 || text[i] != '0' ? 1 : 0));
                    exponent--;
                }
                else
                {
                    long19 = true;
                }
            }
        }
        if (seen == 0) return Word(text[i..]);
        if (i < text.Length)
        {
            if (text[i] is not ((byte)'e' or (byte)'E') || !Exponent(text[(i + 1)..], out var power)) return DecimalVerdict.NotNumber;
            exponent += power;
        }

        if (digits == 0)
        {
            value = negative ? -0.0 : 0.0;
            return DecimalVerdict.Number;
        }
        if (!long19 && digits <= 1UL << 53 && exponent is >= -22 and <= 22)
        {
            value = exponent < 0 ? digits / PowersOfTen[-exponent] : digits * PowersOfTen[exponent];
            if (negative) value = -value;
            return DecimalVerdict.Number;
        }
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value)
            ? DecimalVerdict.Number
            : DecimalVerdict.NotFinite;
    }

    /// <summary>Whether <paramref name="text"/> begins like a number; as C's <c>atol</c>, the leading whole number or 0.</summary>
    public static long LeadingInteger(ReadOnlySpan<byte> text)
    {
        var i = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        long value = 0;
        for (; i < text.Length && (uint)(text[i] - '0') <= 9 && value < long.MaxValue / 16; i++) value = value * 10 + (text[i] - '0');
        return text.Length > 0 && text[0] == '-' ? -value : value;
    }

    private static bool Exponent(ReadOnlySpan<byte> text, out int power)
    {
        power = 0;
        var i = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        if (i == text.Length) return false;
        var sign = text[0] == '-' ? -1 : 1;
        for (; i < text.Length; i++)
        {
            if ((uint)(text[i] - '0') > 9) return false;
            power = Math.Min(power * 10 + (text[i] - '0'), 100_000);
        }
        power *= sign;
        return true;
    }

    private static DecimalVerdict Word(ReadOnlySpan<byte> text) =>
        Keyword.Is(text, "inf"u8) || Keyword.Is(text, "infinity"u8) || Keyword.Is(text, "nan"u8) || Keyword.Starts(text, "nan("u8)
            ? DecimalVerdict.NotFinite
            : DecimalVerdict.NotNumber;
}
