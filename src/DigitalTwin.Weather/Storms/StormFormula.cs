using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Weather.Storms;

/// <summary>
/// A city's storm intensity formula (暴雨强度公式): (Y6) i = A (1 + C lg P) / (t + b)^n, the mean intensity of the heaviest t minutes that are reached once
/// in P years. Kept as data in <c>storm-formulas.json</c>, not as code.
/// </summary>
public sealed record StormFormula
{
    /// <summary>Its id: <c>wuhan-2020</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The city.</summary>
    public required LocalizedText City { get; init; }

    /// <summary>The standard or paper that gives it.</summary>
    public required string Source { get; init; }

    /// <summary>A, in mm/min · min^n.</summary>
    public required double A { get; init; }

    /// <summary>C.</summary>
    public required double C { get; init; }

    /// <summary>b, min.</summary>
    public required double B { get; init; }

    /// <summary>n.</summary>
    public required double N { get; init; }

    /// <summary>Peak ratio r of the city's Chicago storms: the part of the duration that lies before the peak; NaN when the source has none.</summary>
    public double PeakRatio { get; init; } = double.NaN;

    /// <summary>Smallest and largest return period the source allows, years.</summary>
    public (double Least, double Most) ReturnPeriods { get; init; } = (1, 100);

    /// <summary>Shortest and longest duration the source allows, min.</summary>
    public (double Least, double Most) Durations { get; init; } = (5, 1440);

    /// <summary>Id of the formula that has replaced it, or an empty string while it is in force.</summary>
    public string ReplacedBy { get; init; } = "";

    /// <summary>(Y6) Mean intensity of the heaviest t minutes, mm/min.</summary>
    /// <param name="returnPeriod">P, years.</param>
    /// <param name="minutes">t, min.</param>
    public double Intensity(double returnPeriod, double minutes) => Strength(returnPeriod) / Math.Pow(minutes + B, N);

    /// <summary>(Y7) Depth of the heaviest t minutes, mm: H = i t.</summary>
    /// <param name="returnPeriod">P, years.</param>
    /// <param name="minutes">t, min.</param>
    public double Depth(double returnPeriod, double minutes) => Intensity(returnPeriod, minutes) * minutes;

    /// <summary>A (1 + C lg P).</summary>
    internal double Strength(double returnPeriod) => A * (1 + (C * Math.Log10(returnPeriod)));
}
