namespace DigitalTwin.Mobility.Estimation;

/// <summary>
/// Estimates who comes to a lot and for how long from a recorded occupancy, as an M(t)/G/∞ queue with the same day over and over (Tavafoghi, Poolla and Varaiya 2019). While the lot is full it sees only those that were let in: what was
/// turned away leaves no trace in an occupancy.
/// </summary>
public static class LotEstimation
{
    private static readonly double[] Candidates = [.. Enumerable.Range(0, 45).Select(i => 600 * Math.Pow(1.12, i))];

    /// <summary>Estimates.</summary>
    /// <param name="occupancy">Cars that were there, by ascending time.</param>
    /// <param name="offset">Offset of local time.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <param name="entries">Cars that came between two readings of a counter, by ascending time; null when nobody counts. They must cover the same days.</param>
    /// <returns>Null when no day has readings in at least four slots.</returns>
    public static LotEstimate? Estimate(
        IReadOnlyList<(DateTimeOffset At, double Cars)> occupancy, TimeSpan offset, EstimationOptions? options = null, IReadOnlyList<(DateTimeOffset At, double Cars)>? entries = null)
    {
        ArgumentNullException.ThrowIfNull(occupancy);
        options ??= new();
        var days = new OccupancyDays(occupancy, offset, options);
        if (days.Count == 0) return null;
        ArrivalFit Fit(double mean) => new(days.Usual, new(mean, options.Spread), options.Slot, options.Smoothness);

        var longest = Longest(Fit, days.Scale);
        var (mean, evidence) = (options.MeanStay, StayEvidence.Given);
        if (double.IsNaN(mean) && entries is { Count: > 0 } && days.ByLittle(entries) is var little and > 0) (mean, evidence) = (little, StayEvidence.Entries);
        if (double.IsNaN(mean) && !days.TellsFading) (mean, evidence) = (Math.Min(options.AssumedStay, longest), StayEvidence.Assumed);
        if (double.IsNaN(mean))
        {
            (mean, evidence) = (Refined(m => days.FadingMismatch(new(m, options.Spread))), StayEvidence.Fluctuation);
            if (mean > longest) (mean, evidence) = (longest, StayEvidence.Emptying);
        }
        var fit = Fit(mean);
        return new()
        {
            Slot = options.Slot,
            Arrivals = fit.Arrivals,
            Occupancy = days.Usual,
            Fitted = fit.Fitted,
            Stay = new(mean, options.Spread),
            Evidence = evidence,
            LongestStay = longest,
            Error = fit.Error,
            Days = days.Count,
            Unmoved = days.Unmoved,
        };
    }

    /// <summary>The candidate of the least mismatch, moved to where a parabola through it and its neighbours (over the logarithm of the mean) is least.</summary>
    private static double Refined(Func<double, double> mismatch)
    {
        var all = Array.ConvertAll(Candidates, m => mismatch(m));
        var i = Array.IndexOf(all, all.Min());
        if (i == 0 || i == all.Length - 1) return Candidates[i];
        var bend = all[i - 1] - 2 * all[i] + all[i + 1];
        return bend > 0 ? Candidates[i] * Math.Pow(Candidates[i + 1] / Candidates[i], 0.5 * (all[i - 1] - all[i + 1]) / bend) : Candidates[i];
    }

    /// <summary>
    /// Short stays explain any course, since arrivals can make up for them; from some mean on the lot empties faster than they allow, and the error grows (E3): by more than a hundredth of the usual
    /// occupancy.
    /// </summary>
    private static double Longest(Func<double, ArrivalFit> fit, double scale)
    {
        var allowed = fit(Candidates[0]).Error + 0.01 * scale;
        var (held, broken) = (0, Candidates.Length);
        while (broken - held > 1)
        {
            var middle = (held + broken) / 2;
            if (fit(Candidates[middle]).Error <= allowed) held = middle;
            else broken = middle;
        }
        return Candidates[held];
    }
}
