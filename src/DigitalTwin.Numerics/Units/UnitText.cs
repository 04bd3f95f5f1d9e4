using System.Buffers;

namespace DigitalTwin.Numerics.Units;

/// <summary>
/// Reads compound units. Grammar: <c>unit = part { ('/' | '·' | '*' | ' ') part }; part = name [exponent] | '(' unit ')'</c>, where a
/// slash divides by the one part after it, and an exponent is <c>2</c>, <c>^2</c>, <c>²</c> or <c>⁻¹</c> (also <c>-1</c>).
/// </summary>
internal static class UnitText
{
    /// <summary>Longer texts are no units: the bound keeps exponents and recursion small whatever is given.</summary>
    private const int LongestText = 40;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("/·*⋅() ^");

    public static bool TryParse(ReadOnlySpan<char> text, out Unit unit)
    {
        text = text.Trim();
        if (UnitTable.TryFind(text, out unit)) return true;
        if (text.Length is 0 or > LongestText) return false;
        var rest = text;
        if (!TryProduct(ref rest, out unit) || !rest.IsEmpty) return false;
        if (!(unit.Numerator is > 0 and < 1e300 && unit.Denominator is > 0 and < 1e300)) return false;
        unit = unit with { Symbol = text.ToString() };
        return true;
    }

    private static bool TryProduct(ref ReadOnlySpan<char> rest, out Unit product)
    {
        if (!TryPart(ref rest, out product)) return false;
        while (!rest.IsEmpty && rest[0] != ')')
        {
            // "m / s": a blank before a slash is no product.
            if (rest[0] == ' ' && rest.TrimStart() is [('/' or '·' or '*'), ..] next) rest = next;
            var divides = rest[0] == '/';
            if (!divides && rest[0] is not ('·' or '*' or '⋅' or ' ')) return false;
            rest = rest[1..].TrimStart();
            if (rest.IsEmpty) return false;
            if (!TryPart(ref rest, out var part)) return false;
            // A shifted scale has no products: 3 W/degC means per kelvin of difference.
            product = divides
                ? new("", product.Dimension / part.Dimension, product.Numerator * part.Denominator, product.Denominator * part.Numerator)
                : new("", product.Dimension * part.Dimension, product.Numerator * part.Numerator, product.Denominator * part.Denominator);
            Reduce(ref product);
        }
        return true;
    }

    private static bool TryPart(ref ReadOnlySpan<char> rest, out Unit part)
    {
        if (rest[0] == '(')
        {
            rest = rest[1..].TrimStart();
            if (rest.IsEmpty || !TryProduct(ref rest, out part) || rest.IsEmpty || rest[0] != ')')
            {
                part = default;
                return false;
            }
            rest = rest[1..];
            return true;
        }
        if (!TryName(ref rest, out part)) return false;
        if (!TryExponent(ref rest, out var exponent)) return false;
        if (exponent != 1) part = Raise(part, exponent);
        return true;
    }

    /// <summary>The longest name we know wins, so that mH2O is not metre, H, 2, O and m3 is metre and 3.</summary>
    private static bool TryName(ref ReadOnlySpan<char> rest, out Unit unit)
    {
        var end = rest.IndexOfAny(NameEnds);
        var word = end < 0 ? rest : rest[..end];
        for (var length = word.Length; length > 0; length--)
        {
            var after = length < word.Length ? word[length] : ' ';
            if (length < word.Length && !IsExponent(after)) continue;
            if (!UnitTable.TryFind(word[..length], out unit)) continue;
            rest = rest[length..];
            return true;
        }
        unit = default;
        return false;
    }

    private static bool TryExponent(ref ReadOnlySpan<char> rest, out int exponent)
    {
        exponent = 1;
        var caret = !rest.IsEmpty && rest[0] == '^';
        var at = caret ? 1 : 0;
        var negative = at < rest.Length && rest[at] is '-' or '⁻';
        if (negative) at++;
        var digit = at < rest.Length ? Digit(rest[at]) : -1;
        if (digit < 0) return !caret && !negative;
        exponent = negative ? -digit : digit;
        rest = rest[(at + 1)..];
        return digit is > 0 and < 10;
    }

    private static bool IsExponent(char c) => c is '-' or '⁻' || Digit(c) >= 0;

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c);

    private static Unit Raise(Unit unit, int exponent)
    {
        var (numerator, denominator) = exponent > 0 ? (unit.Numerator, unit.Denominator) : (unit.Denominator, unit.Numerator);
        var (n, d) = (1.0, 1.0);
        for (var i = Math.Abs(exponent); i > 0; i--) (n, d) = (n * numerator, d * denominator);
        return new("", unit.Dimension.Power(exponent), n, d);
    }

    /// <summary>Cancels a common whole factor, so that mm³/mm² is 1/1000 and not 1e6/1e9 with rounding to come.</summary>
    private static void Reduce(ref Unit unit)
    {
        var least = Math.Min(unit.Numerator, unit.Denominator);
        if (least > 1 && Math.Max(unit.Numerator, unit.Denominator) % least == 0)
            unit = unit with { Numerator = unit.Numerator / least, Denominator = unit.Denominator / least };
    }
}
