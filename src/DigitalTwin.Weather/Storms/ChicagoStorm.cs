namespace DigitalTwin.Weather.Storms;

/// <summary>
/// The Chicago hyetograph (Keifer and Chu 1957, J. Hydraulics Division ASCE 83(4), 1332): a storm whose heaviest x minutes around the peak have, for every x up
/// to its duration, just the depth of the intensity formula. With F(x) = A' x / (x + b)^n, duration T and peak at r T, the depth fallen until t is
/// (Y8) D(t) = r (F(T) - F((rT - t)/r)) before the peak and r F(T) + (1 - r) F((t - rT)/(1 - r)) after it.
/// Blocks are differences of D, so that they sum to F(T) whatever their length.
/// </summary>
public readonly struct ChicagoStorm
{
    private readonly double a, b, n, duration, r, peak, total;

    /// <summary>Creates the storm of a formula.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="returnPeriod">P, years.</param>
    /// <param name="durationMinutes">T, min, above 0.</param>
    /// <param name="peakRatio">r, 0 to 1.</param>
    public ChicagoStorm(StormFormula formula, double returnPeriod, double durationMinutes, double peakRatio)
    {
        ArgumentNullException.ThrowIfNull(formula);
        (a, b, n) = (formula.Strength(returnPeriod), formula.B, formula.N);
        (duration, r, peak) = (durationMinutes, peakRatio, peakRatio * durationMinutes);
        total = F(durationMinutes);
    }

    /// <summary>Depth of the whole storm, mm.</summary>
    public double TotalDepth => total;

    /// <summary>Time of the peak, min after the begin.</summary>
    public double PeakMinute => peak;

    /// <summary>Intensity at the peak, mm/min: A' / b^n.</summary>
    public double PeakIntensity => a / Math.Pow(b, n);

    /// <summary>(Y8) Depth fallen from the begin until t, mm.</summary>
    /// <param name="t">min after the begin; before it nothing has fallen, after the end everything.</param>
    public double DepthUntil(double t)
    {
        if (t <= 0) return 0;
        if (t >= duration) return total;
        return t < peak ? r * (total - F((peak - t) / r)) : (r * total) + ((1 - r) * F((t - peak) / (1 - r)));
    }

    /// <summary>(Y9) Intensity at t, mm/min: i = A' ((1 - n) x + b) / (x + b)^(n + 1) with x = (rT - t)/r before and (t - rT)/(1 - r) after the peak.</summary>
    /// <param name="t">min after the begin.</param>
    public double IntensityAt(double t)
    {
        if (t < 0 || t > duration) return 0;
        var x = t < peak ? (peak - t) / r : t > peak ? (t - peak) / (1 - r) : 0;
        return a * (((1 - n) * x) + b) / Math.Pow(x + b, n + 1);
    }

    private double F(double x) => a * x / Math.Pow(x + b, n);
}
