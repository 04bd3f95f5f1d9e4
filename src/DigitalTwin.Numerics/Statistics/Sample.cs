namespace DigitalTwin.Numerics.Statistics;

/// <summary>
/// What a set of observations says about itself. <see cref="StandardDeviation"/> is that of the population the sample was drawn
/// from (n - 1 in the denominator); it is NaN for fewer than two observations, as there is then nothing to learn it from.
/// </summary>
/// <param name="Count">n.</param>
/// <param name="Mean">Arithmetic mean; NaN when n is 0.</param>
/// <param name="StandardDeviation">Estimated standard deviation; NaN when n is below 2.</param>
/// <param name="Minimum">Smallest observation.</param>
/// <param name="Maximum">Largest observation.</param>
public readonly record struct Sample(int Count, double Mean, double StandardDeviation, double Minimum, double Maximum)
{
    /// <summary>Summarises observations: mean first, then squared deviations from it, both as compensated sums in the order given.</summary>
    public static Sample Of(ReadOnlySpan<double> observations)
    {
        if (observations.IsEmpty) return new(0, double.NaN, double.NaN, double.NaN, double.NaN);
        var n = observations.Length;
        var mean = CompensatedSum.Of(observations) / n;
        var squares = default(CompensatedSum);
        double minimum = observations[0], maximum = observations[0];
        foreach (var x in observations)
        {
            squares.Add((x - mean) * (x - mean));
            minimum = Math.Min(minimum, x);
            maximum = Math.Max(maximum, x);
        }
        return new(n, mean, n < 2 ? double.NaN : Math.Sqrt(squares.Value / (n - 1)), minimum, maximum);
    }

    /// <summary>Standard error of the mean, s / sqrt(n); NaN when n is below 2.</summary>
    public double StandardError => StandardDeviation / Math.Sqrt(Count);

    /// <summary>The confidence interval of the mean by Student's t with n - 1 degrees of freedom; null when n is below 2.</summary>
    public ConfidenceInterval? IntervalOfMean(double confidence = 0.95) =>
        Count < 2 ? null : ConfidenceInterval.Around(Mean, StandardError, Count - 1, confidence);
}
