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

    /// <summary>The same with a plus sign before what is above zero.</summary>
    public static string Signed(double value) => value > 0 ? "+" + Of(value) : Of(value);

    /// <summary>A signed percentage: <c>−62 %</c>, <c>+4.3 %</c>, <c>+0.08 %</c>.</summary>
    public static string Percent(double value)
    {
        if (!double.IsFinite(value)) return "–";
        var size = Math.Abs(value);
        var text = size.ToString(size >= 1000 ? "#,##0" : size >= 9.95 ? "0" : size >= 0.095 ? "0.0" : size == 0 ? "0" : "0.0##", CultureInfo.InvariantCulture);
        return (value > 0 ? "+" : value < 0 ? "−" : "") + text + " %";
    }

    /// <summary>A percentage without its sign, for sentences that say rises or falls.</summary>
    public static string UnsignedPercent(double value) => Percent(value).TrimStart('+', '−');
}
