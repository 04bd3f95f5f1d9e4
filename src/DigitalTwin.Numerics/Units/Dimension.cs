using System.Text;

namespace DigitalTwin.Numerics.Units;

/// <summary>
/// What kind of thing a quantity measures, as exponents of the base dimensions: volume flow is length³ · time⁻¹. It is not a unit:
/// L/s and m³/h share one dimension. Angle and money are base dimensions here (the SI calls the angle a plain number and knows no money),
/// so that a slope is not taken for a direction and a price not for a length.
/// </summary>
public readonly record struct Dimension(
    short Length, short Mass, short Time, short Temperature = 0, short Angle = 0, short Money = 0)
{
    /// <summary>A plain number.</summary>
    public static Dimension None => default;

    /// <summary>The product of two dimensions.</summary>
    public static Dimension operator *(Dimension a, Dimension b) => a.Plus(b, 1);

    /// <summary>The quotient of two dimensions.</summary>
    public static Dimension operator /(Dimension a, Dimension b) => a.Plus(b, -1);

    /// <summary>The product of two dimensions.</summary>
    public Dimension Multiply(Dimension other) => this * other;

    /// <summary>The quotient of two dimensions.</summary>
    public Dimension Divide(Dimension other) => this / other;

    /// <summary>The dimension raised to a whole power.</summary>
    public Dimension Power(int exponent) => default(Dimension).Plus(this, exponent);

    /// <summary>Its name (<c>volume flow</c>) where it has one, else its SI unit (<c>m²·kg·s⁻³</c>).</summary>
    public string Name => UnitTable.Find(this)?.Name ?? Symbol;

    /// <summary>Its coherent SI unit: <c>m³·s⁻¹</c>, <c>1</c> for a plain number. Money counts in CNY.</summary>
    public string Symbol
    {
        get
        {
            var text = new StringBuilder();
            Append(text, "m", Length);
            Append(text, "kg", Mass);
            Append(text, "s", Time);
            Append(text, "K", Temperature);
            Append(text, "rad", Angle);
            Append(text, "CNY", Money);
            return text.Length == 0 ? "1" : text.ToString();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private Dimension Plus(Dimension other, int times) => new(
        (short)(Length + times * other.Length), (short)(Mass + times * other.Mass), (short)(Time + times * other.Time),
        (short)(Temperature + times * other.Temperature), (short)(Angle + times * other.Angle), (short)(Money + times * other.Money));

    private static void Append(StringBuilder text, string symbol, int exponent)
    {
        if (exponent == 0) return;
        if (text.Length > 0) text.Append('·');
        text.Append(symbol);
        if (exponent == 1) return;
        foreach (var c in exponent.ToString()) text.Append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']);
    }
}
