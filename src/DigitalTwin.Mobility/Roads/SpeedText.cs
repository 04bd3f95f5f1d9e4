using System.Globalization;

namespace DigitalTwin.Mobility.Roads;

/// <summary>Speeds as signs and files write them: a bare number is km/h.</summary>
public static class SpeedText
{
    private static readonly (string Unit, double MetresPerSecond)[] Units =
        [("km/h", 0), ("kmh", 0), ("kph", 0), ("mph", 1609.344 / 3600), ("knots", 1852 / 3600.0), ("m/s", 1)];

    /// <summary>What is accepted, for sentences.</summary>
    public const string Accepted = "km/h as a number, or a text with km/h, mph or m/s";

    /// <summary>Reads <c>50</c>, <c>50 km/h</c>, <c>30 mph</c>, <c>13.9 m/s</c>; the speed in m/s.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double speed)
    {
        text = text.Trim();
        var factor = 0.0;
        foreach (var (unit, metres) in Units)
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                text = text[..^unit.Length].TrimEnd();
                factor = metres;
                break;
            }
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out speed) || !double.IsFinite(speed)) return false;
        speed = factor == 0 ? FromKilometresPerHour(speed) : speed * factor;
        return true;
    }

    /// <summary>km/h in m/s.</summary>
    public static double FromKilometresPerHour(double speed) => speed / 3.6;

    /// <summary>The km/h that give exactly a speed in m/s, or NaN when no number of at most 12 digits does.</summary>
    public static double InKilometresPerHour(double speed) => Exactly(speed, 3.6);

    /// <summary>A short number that gives exactly <paramref name="value"/> when divided by <paramref name="factor"/>, or NaN.</summary>
    internal static double Exactly(double value, double factor)
    {
        var rounded = double.Parse((value * factor).ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded / factor == value ? rounded : double.NaN;
    }
}
