namespace DigitalTwin.Numerics.Units;

/// <summary>
/// A unit in which a person writes a quantity: SI value = (written + shift) · numerator / denominator. The scale is a fraction of two
/// doubles that hold whole numbers wherever the definition allows, so that 300 mm is the double nearest to 0.3 and not 300 · 0.001.
/// </summary>
/// <param name="Symbol">As written: <c>mm</c>, <c>m³/h</c>.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Numerator">Numerator of the scale to SI.</param>
/// <param name="Denominator">Denominator of the scale to SI.</param>
/// <param name="Shift">What is added to a written value before scaling: 273.15 for °C, 0 for nearly all others.</param>
public readonly record struct Unit(string Symbol, Dimension Dimension, double Numerator, double Denominator, double Shift = 0)
{
    /// <summary>The plain number.</summary>
    public static Unit One { get; } = new("1", Dimension.None, 1, 1);

    /// <summary>A written value in SI.</summary>
    public double ToSI(double written) => (written + Shift) * Numerator / Denominator;

    /// <summary>An SI value in this unit.</summary>
    public double FromSI(double si) => si * Denominator / Numerator - Shift;

    /// <summary>Whether two units have one scale, whatever they are called.</summary>
    public bool SameScale(Unit other) => Dimension == other.Dimension && Shift == other.Shift
        && Numerator * other.Denominator == other.Numerator * Denominator;

    /// <summary>
    /// A value written in this unit, told in another of the same dimension; exact when both have one scale. Where the other unit has
    /// no shift and this has one, the value is an interval: 3 degC told in K is 3.
    /// </summary>
    public double Convert(double written, Unit other)
    {
        if (SameScale(other)) return written;
        var shifted = other.Shift == 0 && Shift != 0 ? written : written + Shift;
        return shifted * (Numerator * other.Denominator) / (Denominator * other.Numerator) - other.Shift;
    }

    /// <summary>Reads a unit: <c>mm</c>, <c>L/s</c>, <c>m3/h</c>, <c>m³·s⁻¹</c>, <c>W/(m2 K)</c>, <c>CNY/kWh</c>. Case counts (mm is not Mm).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Unit unit) => UnitText.TryParse(text, out unit);

    /// <summary>Reads a unit that a programmer wrote.</summary>
    /// <exception cref="FormatException">The text is not a unit.</exception>
    public static Unit Parse(string text) => TryParse(text, out var unit) ? unit : throw new FormatException($"'{text}' is not a unit.");

    /// <inheritdoc/>
    public override string ToString() => Symbol;
}
