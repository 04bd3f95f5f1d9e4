using System.Globalization;

namespace DigitalTwin.Simulation.Results.Comparing;

/// <summary>Numbers as people read them: four significant digits, thousands apart, a true minus sign.</summary>
internal static class Figures
{
    /// <summary>12,346 · 1,234 · 123.5 · 12.35 · 1.235 · 0.01235 · 1.2e-7; an en dash when not known.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value)) return "–";
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "−∞";
        var size = Math.Abs(value);
        var format = size switch
        {
            0 => "0",
            >= 1e9 => "0.000e0",
            >= 1000 => "#,##0",
            >= 100 => "0.0",
            >= 10 => "0.00",
            >= 1 => "0.000",
            >= 1e-4 => "0." + new string('0', 3 - (int)Math.Floor(Math.Log10(size))),
            _ => "0.0e0",
        };
        return value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>Three significant digits, for sentences: 12,300 · 220 · 84.8 · 3.97.</summary>
    public static string Short(double value)
    {
        if (value == 0 || !double.IsFinite(value)) return Of(value);
        var digits = 2 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (digits is < -15 or > 4) return Of(value);
        var rounded = digits >= 0 ? Math.Round(value, digits) : Math.Round(value * Math.Pow(10, digits)) / Math.Pow(10, digits);
        return rounded.ToString("#,##0" + (digits > 0 ? "." + new string('#', digits) : ""), CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>The same as <see cref="Of"/> with a plus sign before what is above zero.</summary>
    public static string Signed(double value) => value > 0 ? "+" + Of(value) : Of(value);

    /// <summary>A signed percentage: <c>−62 %</c>, <c>+4.3 %</c>, <c>+0.08 %</c>.</summary>
    public static string Percent(double value)
    {
        if (!double.IsFinite(value)) return "–";
        var size = Math.Abs(value);
        var text = size.ToString(size >= 1000 ? "#,##0" : size >= 9.95 ? "0" : size >= 0.095 ? "0.0" : size == 0 ? "0" : size >= 0.0095 ? "0.0#" : "0.0###", CultureInfo.InvariantCulture);
        return (value > 0 ? "+" : value < 0 ? "−" : "") + text + "\u00A0%";    // never alone at the start of a line
    }

    /// <summary>A percentage without its sign, for sentences that say rises or falls.</summary>
    public static string UnsignedPercent(double value) => Percent(value).TrimStart('+', '−');
}
