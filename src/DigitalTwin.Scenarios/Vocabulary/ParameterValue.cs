using Quantities = DigitalTwin.Numerics.Units;

namespace DigitalTwin.Scenarios.Vocabulary;

/// <summary>What a scenario gives for a parameter or a setting.</summary>
/// <param name="Name">The parameter's name, or a setting's key: <c>water.service-pressure</c>.</param>
/// <param name="Kind">Which of the following members counts.</param>
/// <param name="Number">The value of a quantity (in <paramref name="Unit"/>) or a number; 1 or 0 for a flag; else 0.</param>
/// <param name="Text">The word of a choice, or the text; else empty.</param>
/// <param name="Unit">The declared unit of a quantity (the alternative that was taken); else empty.</param>
public sealed record ParameterValue(string Name, ParameterKind Kind, double Number, string Text, string Unit)
{
    /// <summary>A quantity in its declared unit.</summary>
    public static ParameterValue Quantity(string name, double value, string unit) => new(name, ParameterKind.Quantity, value, "", unit);

    /// <summary>A bare number.</summary>
    public static ParameterValue Plain(string name, double value) => new(name, ParameterKind.Number, value, "", "");

    /// <summary>A word of a choice.</summary>
    public static ParameterValue Choice(string name, string word) => new(name, ParameterKind.Choice, 0, word, "");

    /// <summary>True or false.</summary>
    public static ParameterValue Flag(string name, bool value) => new(name, ParameterKind.Flag, value ? 1 : 0, "", "");

    /// <summary>Shares of a whole.</summary>
    public static ParameterValue Of(string name, ShareList shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return new(name, ParameterKind.Shares, 0, shares.ToString(), "") { Shares = shares };
    }

    /// <summary>The shares, when it is some; else null.</summary>
    public ShareList? Shares { get; init; }

    /// <summary>The value as a person would write it: <c>120 mm</c>, <c>1.5</c>, <c>true</c>.</summary>
    public override string ToString() => Kind switch
    {
        ParameterKind.Quantity => Said.Quantity(Number, Unit),
        ParameterKind.Number => Number.ToString("0.######"),
        ParameterKind.Flag => Number != 0 ? "true" : "false",
        _ => Text,
    };

    private static class Said
    {
        /// <summary>SI base units are told in the usual multiple (0.12 m as 120 mm); others as they were declared.</summary>
        public static string Quantity(double value, string symbol)
        {
            var unit = Quantities.Unit.Parse(symbol);
            if (symbol == "1") return value.ToString("0.######");
            if (unit is { Numerator: 1, Denominator: 1, Shift: 0 } && symbol != "K" && unit.Dimension != Quantities.Dimension.None) return new Quantities.Quantity(value, unit.Dimension).ToString();
            return $"{value:0.####} {(symbol == "degC" ? "°C" : symbol)}";
        }
    }
}
