namespace DigitalTwin.Weather.Storms;

/// <summary>How the rain of a storm is spread over its duration.</summary>
public enum StormKind
{
    /// <summary>The Chicago hyetograph.</summary>
    Chicago,

    /// <summary>One intensity throughout.</summary>
    Block,
}

/// <summary>
/// Where a storm rains fully and how it fades: (Y10) factor = exp(-d^2 / (2 R^2)) at distance d from its centre. A plain bell, for what-ifs; it is not an areal
/// reduction curve of a standard.
/// </summary>
/// <param name="Longitude">Centre, degrees east.</param>
/// <param name="Latitude">Centre, degrees north.</param>
/// <param name="Radius">R, m: at this distance 61 % of the depth falls.</param>
public sealed record StormFootprint(double Longitude, double Latitude, double Radius);

/// <summary>A storm of a scenario, as a value. Without a footprint and factors it rains alike on all places.</summary>
public sealed record StormSpec
{
    /// <summary>How the rain is spread over time.</summary>
    public StormKind Kind { get; init; } = StormKind.Chicago;

    /// <summary>The city's formula.</summary>
    public required StormFormula Formula { get; init; }

    /// <summary>Return period, years; not looked at when <see cref="GivenDepth"/> is set.</summary>
    public double ReturnPeriod { get; init; } = double.NaN;

    /// <summary>Depth of the whole storm, mm, when it is given instead of the return period; NaN when it is not. The formula then gives only the shape.</summary>
    public double GivenDepth { get; init; } = double.NaN;

    /// <summary>Duration.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset Begins { get; init; }

    /// <summary>Peak ratio r; NaN takes the formula's.</summary>
    public double PeakRatio { get; init; } = double.NaN;

    /// <summary>Factor on the depth: 1.2 for a future climate, say.</summary>
    public double DepthFactor { get; init; } = 1;

    /// <summary>Where it rains, or null for everywhere.</summary>
    public StormFootprint? Footprint { get; init; }

    /// <summary>Factors of single places, by id; a place that is not named has 1.</summary>
    public IReadOnlyDictionary<string, double> PlaceFactors { get; init; } = new Dictionary<string, double>();

    /// <summary>The peak ratio that holds.</summary>
    public double EffectivePeakRatio => double.IsNaN(PeakRatio) ? Formula.PeakRatio : PeakRatio;

    /// <summary>Depth of the whole storm where its factor is 1, mm.</summary>
    public double Depth => (double.IsNaN(GivenDepth) ? Formula.Depth(ReturnPeriod, Duration.TotalMinutes) : GivenDepth) * DepthFactor;

    /// <summary>What is wrong with it, one sentence each, and what lies outside the formula's range (a warning).</summary>
    public IEnumerable<(bool IsError, string Sentence)> Mistakes()
    {
        var (years, minutes, r) = (ReturnPeriod, Duration.TotalMinutes, EffectivePeakRatio);
        if (!double.IsNaN(GivenDepth))
        {
            if (!(GivenDepth >= 0) || double.IsInfinity(GivenDepth)) yield return (true, $"The depth of the storm is {GivenDepth} mm; 0 or more is accepted.");
        }
        else if (!(years > 0) || double.IsInfinity(years)) yield return (true, $"The return period is {years} years; a number above 0 is accepted.");
        else if (Formula.Strength(years) <= 0) yield return (true, $"At a return period of {years} years the formula '{Formula.Id}' gives no rain.");
        else if (years < Formula.ReturnPeriods.Least || years > Formula.ReturnPeriods.Most)
            yield return (false, $"The return period of {years} years is outside {Formula.ReturnPeriods.Least} to {Formula.ReturnPeriods.Most}, for which '{Formula.Id}' was made.");
        if (!(minutes > 0)) yield return (true, $"The storm lasts {minutes} min; a duration above 0 is accepted.");
        else if (minutes < Formula.Durations.Least || minutes > Formula.Durations.Most)
            yield return (false, $"The duration of {minutes} min is outside {Formula.Durations.Least} to {Formula.Durations.Most} min, for which '{Formula.Id}' was made.");
        if (double.IsNaN(r) && Kind == StormKind.Chicago)
            yield return (true, $"The formula '{Formula.Id}' has no peak ratio; give one, 0 to 1 (most Chinese cities have 0.3 to 0.4).");
        else if (Kind == StormKind.Chicago && r is not (>= 0 and <= 1)) yield return (true, $"The peak ratio is {r}; 0 to 1 is accepted.");
        if (!(DepthFactor >= 0) || double.IsInfinity(DepthFactor)) yield return (true, $"The depth factor is {DepthFactor}; 0 or more is accepted.");
        if (Footprint is { } f && !(f.Radius > 0)) yield return (true, $"The radius of the storm is {f.Radius} m; a length above 0 is accepted.");
    }
}
