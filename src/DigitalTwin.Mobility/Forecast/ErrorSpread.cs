namespace DigitalTwin.Mobility.Forecast;

/// <summary>
/// How far forecasts of one lead have missed: the newest errors, each divided by what is usual at its time of day, so that an interval is wide in the morning rush and narrow at night
/// (F4; split conformal prediction after Vovk, Gammerman and Shafer 2005, on a moving window).
/// </summary>
internal sealed class ErrorSpread(ForecastOptions options)
{
    /// <summary>Errors that the mean over all times of day counts for at each time of day.</summary>
    private const double Prior = 4;

    /// <summary>How fast intervals are stretched after a miss or tightened after a hit, so that they hold what they say in the long run whatever changes (Gibbs and Candès 2021).</summary>
    private const double Haste = 0.02;

    /// <summary>Coverages that are watched; between them the stretch is on a straight line.</summary>
    private static readonly double[] Watched = [0.5, 0.8, 0.95];

    /// <summary>Days of a kind, working days or weekends, on which a time of day must have been judged before an interval is told of it.</summary>
    private const int FewestDays = 3;

    /// <summary>How far from a time of day a judged one may lie, s: readings come with gaps.</summary>
    private const double Beside = 3600;

    /// <summary>How much intervals are tightened and stretched at most: a sensor that stands still for weeks must not make them vanish.</summary>
    private const double LeastStretch = 0.9, MostStretch = 4;

    private readonly double[] usual = new double[options.SlotsPerDay];
    private readonly int[] judged = new int[2 * options.SlotsPerDay];
    private readonly int[] seen = new int[options.SlotsPerDay];
    private readonly double[] ring = new double[options.RememberedErrors], sorted = new double[options.RememberedErrors];
    private double overall;
    private readonly double[] stretch = [1, 1, 1];
    private int count;

    /// <summary>Errors known.</summary>
    public int Count => Math.Min(count, ring.Length);

    /// <summary>Takes in the error of a forecast for a slot: what came less what was expected.</summary>
    /// <param name="slot">Slot of the day.</param>
    /// <param name="kind">Slot among those of a working day and, after them, of a day of the weekend.</param>
    /// <param name="error">Error.</param>
    public void Learn(int slot, int kind, double error)
    {
        judged[kind]++;
        for (var w = 0; w < Watched.Length; w++)
            if (Interval(slot, Watched[w]) is (> double.NegativeInfinity, < double.PositiveInfinity) told)
                stretch[w] = Math.Clamp(stretch[w] * Math.Exp(Haste * (error < told.Lower || error > told.Upper ? Watched[w] : Watched[w] - 1)), LeastStretch, MostStretch);
        Remember(Scale(slot) is > 0 and var scale ? error / scale : 0);
        seen[slot]++;
        usual[slot] += Math.Max(1.0 / seen[slot], 0.05) * (Math.Abs(error) - usual[slot]);
        overall += Math.Max(1.0 / count, 0.005) * (Math.Abs(error) - overall);
    }

    /// <summary>The errors between which a share of the outcomes falls, at a slot; null while too few were judged at that time of such days to say it, or fewer than the share needs.</summary>
    public (double Lower, double Upper)? Interval(int slot, int kind, double coverage)
    {
        var (days, reach) = (0, (int)(Beside / options.Slot));
        var first = kind - slot;
        for (var s = Math.Max(0, slot - reach); s <= Math.Min(usual.Length - 1, slot + reach); s++) days = Math.Max(days, judged[first + s]);
        return days >= FewestDays && Interval(slot, coverage) is (_, < double.PositiveInfinity) told ? told : null;
    }

    private (double Lower, double Upper) Interval(int slot, double coverage)
    {
        var n = Count;
        var rank = (int)Math.Ceiling((n + 1) * (1 + coverage) / 2);
        if (rank > n) return (double.NegativeInfinity, double.PositiveInfinity);
        var scale = Stretch(coverage) * Scale(slot);
        return (scale * sorted[n - rank], scale * sorted[rank - 1]);
    }

    private double Stretch(double coverage)
    {
        if (coverage <= Watched[0]) return stretch[0];
        for (var w = 1; w < Watched.Length; w++)
            if (coverage <= Watched[w]) return stretch[w - 1] + (coverage - Watched[w - 1]) / (Watched[w] - Watched[w - 1]) * (stretch[w] - stretch[w - 1]);
        return stretch[^1];
    }

    /// <summary>Puts an error in the place of the oldest, and keeps the sorted copy sorted.</summary>
    private void Remember(double error)
    {
        var (known, oldest) = (Count, count % ring.Length);
        if (count >= ring.Length)
        {
            var gone = Array.BinarySearch(sorted, 0, known, ring[oldest]);
            Array.Copy(sorted, gone + 1, sorted, gone, --known - gone);
        }
        var place = Array.BinarySearch(sorted, 0, known, error);
        if (place < 0) place = ~place;
        Array.Copy(sorted, place, sorted, place + 1, known - place);
        sorted[place] = ring[oldest] = error;
        count++;
    }

    private double Scale(int slot) => (seen[slot] * usual[slot] + Prior * overall) / (seen[slot] + Prior);
}
