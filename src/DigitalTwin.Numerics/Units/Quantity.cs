using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Numerics.Units;

/// <summary>
/// A number with a dimension, in SI: what "300 mm" says. It is not a unit of display; <see cref="ToString(Unit)"/> takes one.
/// </summary>
/// <param name="SI">The value in the coherent SI unit of the dimension (money in CNY).</param>
/// <param name="Dimension">What it measures.</param>
public readonly record struct Quantity(double SI, Dimension Dimension)
{
    /// <summary>Reads a number and a unit, as a person writes them: <c>300 mm</c>, <c>1.5 %</c>, <c>120 L/s</c>, <c>0.3 MPa</c>, <c>-4 degC</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quantity">What it says.</param>
    /// <param name="problem">One sentence that says what is wrong, or null.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out Quantity quantity, out string? problem)
    {
        quantity = default;
        if (!TrySplit(text, NumberAndUnit, out var number, out var unitText, out problem)) return false;
        if (!TryUnit(unitText, null, out var unit, out problem)) return false;
        var si = unit.ToSI(number);
        if (!double.IsFinite(si)) return Fail($"'{Short(text)}' is too large.", out problem);
        quantity = new(si, unit.Dimension);
        return true;
    }

    /// <summary>
    /// Reads a quantity of the dimension of a wanted unit and tells it in that unit. A wanted <c>K</c> is a difference: 3 degC is 3.
    /// A wanted <c>mH2O</c> also takes lengths, since water people write a pressure of 14 m. A wanted <c>1</c> takes a bare number.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="wanted">The unit that fixes the dimension and in which the value is returned.</param>
    /// <param name="value">The value in the wanted unit; finite.</param>
    /// <param name="problem">One sentence that says what is wrong and which units are accepted, or null.</param>
    public static bool TryParse(ReadOnlySpan<char> text, Unit wanted, out double value, out string? problem)
    {
        value = 0;
        if (!TrySplit(text, Form(wanted), out var number, out var unitText, out problem)) return false;
        if (unitText.IsEmpty && wanted.Dimension != Dimension.None)
            return Fail($"'{Short(text)}' has no unit; {Accepted(wanted)}.", out problem);
        if (!TryUnit(unitText, wanted, out var unit, out problem)) return false;
        if (IsHead(wanted) && unit.Dimension == UnitTable.Length)
            unit = unit with { Dimension = wanted.Dimension, Numerator = unit.Numerator * wanted.Numerator, Denominator = unit.Denominator * wanted.Denominator };
        if (unit.Dimension != wanted.Dimension)
            return Fail($"'{Short(text)}' is {Article(unit.Dimension.Name)}, but {Accepted(wanted)}.", out problem);
        value = unit.Convert(number, wanted);
        return double.IsFinite(value) || Fail($"'{Short(text)}' is too large.", out problem);
    }

    /// <summary>The value in a unit, with all its digits: reading it again gives the same number to the last bit or two.</summary>
    /// <exception cref="ArgumentException">The unit measures something else.</exception>
    public string ToString(Unit unit) => unit.Dimension == Dimension
        ? string.Create(CultureInfo.InvariantCulture, $"{unit.FromSI(SI):R} {unit.Symbol}")
        : throw new ArgumentException($"{Article(Dimension.Name)} cannot be told in {unit.Symbol}.", nameof(unit));

    /// <summary>The value for people, to four digits in the largest usual unit in which it is at least 1: <c>300 mm</c>, <c>36 h</c>.</summary>
    public override string ToString()
    {
        if (UnitTable.Find(Dimension) is not { } named) return Digits(SI) + ' ' + Dimension.Symbol;
        var best = Unit.Parse(named.Display[0]);
        foreach (var symbol in named.Display.Skip(1))
        {
            var unit = Unit.Parse(symbol);
            if (Math.Abs(unit.FromSI(SI)) >= 1 - 1e-12) best = unit;
        }
        return Dimension == Dimension.None ? Digits(SI) : Digits(best.FromSI(SI)) + ' ' + best.Symbol;
    }

    /// <summary>A wanted unit in words: <c>a length is wanted: m, mm, cm, km, in, ft</c>.</summary>
    public static string Accepted(Unit wanted)
    {
        var units = UnitTable.Find(wanted.Dimension)?.Units ?? [wanted.Symbol];
        var head = IsHead(wanted) ? ", m (of water)" : "";
        return $"{Article(wanted.Dimension.Name)} is wanted: {string.Join(", ", units)}{head}";
    }

    private const string NumberAndUnit = "a number and a unit, as in '300 mm'";

    private static string Form(Unit wanted) => wanted.Dimension != Dimension.None ? NumberAndUnit : wanted.Symbol is "%" ? "a share, as in '30 %'" : "a bare number, as in '3'";

    private static bool IsHead(Unit wanted) => wanted.Symbol is "mH2O";

    private static string Digits(double value) => value.ToString("0.####", CultureInfo.InvariantCulture) is var fixedPoint
        && Math.Abs(value) is >= 0.1 and < 1e7 or 0 ? fixedPoint : value.ToString("G4", CultureInfo.InvariantCulture);

    private static bool TrySplit(ReadOnlySpan<char> text, string form, out double number, out ReadOnlySpan<char> unit, out string? problem)
    {
        text = text.Trim();
        var end = NumberLength(text);
        number = 0;
        unit = text[end..].Trim();
        problem = null;
        if (end == 0) return Fail($"'{Short(text)}' does not begin with a number; write {form}.", out problem);
        if (!double.TryParse(text[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out number) || !double.IsFinite(number))
            return Fail($"'{Short(text[..end])}' is not a number we can hold.", out problem);
        return true;
    }

    private static bool TryUnit(ReadOnlySpan<char> text, Unit? wanted, out Unit unit, out string? problem)
    {
        problem = null;
        unit = Unit.One;
        if (text.IsEmpty || Unit.TryParse(text, out unit)) return true;
        var name = Short(text);
        if (wanted is not { } target) return Fail($"'{name}' is not a unit.{NearestName.Hint(name, UnitTable.All.Keys)}", out problem);
        var near = NearestName.Of(name, UnitTable.Find(target.Dimension)?.Units ?? []) ?? NearestName.Of(name, UnitTable.All.Keys);
        return Fail($"'{name}' is not a unit; {Accepted(target)}.{(near is null ? "" : $" Did you mean '{near}'?")}", out problem);
    }

    /// <summary>Length of the number at the beginning: sign, digits, point, digits, exponent if digits follow it.</summary>
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var digits = 0;
        var point = false;
        for (; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at])) digits++;
            else if (text[at] == '.' && !point) point = true;
            else break;
        }
        if (digits == 0) return 0;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var power = at + 1;
            if (power < text.Length && text[power] is '+' or '-') power++;
            if (power < text.Length && char.IsAsciiDigit(text[power]))
            {
                while (power < text.Length && char.IsAsciiDigit(text[power])) power++;
                at = power;
            }
        }
        return at;
    }

    private static bool Fail(string sentence, out string? problem)
    {
        problem = sentence;
        return false;
    }

    private static string Short(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : string.Concat(text[..40], "…");

    private static string Article(string name) => (name[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + name;
}
