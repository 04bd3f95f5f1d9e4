namespace DigitalTwin.Mobility.Forecast;

/// <summary>
/// How far forecasts of one lead have missed: the newest errors, each divided by what is usual at its time of day, so that an interval is wide in the morning rush and narrow at night
/// (F4; split conformal prediction after Vovk, Gammerman and Shafer 2005, on a moving window).
/// </summary>
internal sealed class ErrorSpread(ForecastOptions options)
{
    /// <summary>Errors that the mean over all times of day counts for at each time of day.</summary>
    private const double Prior = 4;

    /// <summary>The coverage that is watched, and how fast all intervals are stretched after a miss or tightened after a hit, so that it holds in the long run whatever changes (Gibbs and Candès 2021).</summary>
    private const double Watched = 0.8, Haste = 0.02;

    private readonly double[] usual = new double[options.SlotsPerDay];
    private readonly int[] seen = new int[options.SlotsPerDay];
    private readonly double[] ring = new double[options.RememberedErrors], sorted = new double[options.RememberedErrors];
    private double overall;
    private double stretch = 1;
    private int count;

    /// <summary>Errors known.</summary>
    public int Count => Math.Min(count, ring.Length);

    /// <summary>Takes in the error of a forecast for a slot: what came less what was expected.</summary>
    public void Learn(int slot, double error)
    {
        if (Interval(slot, Watched) is (> double.NegativeInfinity, < double.PositiveInfinity) told)
            stretch *= Math.Exp(Haste * (error < told.Lower || error > told.Upper ? Watched : Watched - 1));
        Remember(Scale(slot) is > 0 and var scale ? error / scale : 0);
        seen[slot]++;
        usual[slot] += Math.Max(1.0 / seen[slot], 0.05) * (Math.Abs(error) - usual[slot]);
        overall += Math.Max(1.0 / count, 0.005) * (Math.Abs(error) - overall);
    }

    /// <summary>The errors between which a share of the outcomes falls, at a slot. Infinitely wide while fewer errors are known than the share needs.</summary>
    public (double Lower, double Upper) Interval(int slot, double coverage)
    {
        var n = Count;
        var rank = (int)Math.Ceiling((n + 1) * (1 + coverage) / 2);
        if (rank > n) return (double.NegativeInfinity, double.PositiveInfinity);
        var scale = stretch * Scale(slot);
        return (scale * sorted[n - rank], scale * sorted[rank - 1]);
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
