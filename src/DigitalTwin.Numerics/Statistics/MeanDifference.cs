namespace DigitalTwin.Numerics.Statistics;

/// <summary>
/// How much the mean of one set of observations exceeds that of another, and how sure that is. <see cref="Paired"/> is for experiments
/// that share their random numbers pair by pair, so that what both have in common cancels; <see cref="Unpaired"/> is for independent ones.
/// </summary>
/// <param name="Estimate">Mean of the second minus mean of the first.</param>
/// <param name="StandardError">Standard error of the estimate; NaN when there are too few observations.</param>
/// <param name="DegreesOfFreedom">ν of Student's t; 0 when there are too few observations.</param>
public readonly record struct MeanDifference(double Estimate, double StandardError, double DegreesOfFreedom)
{
    /// <summary>
    /// The mean of the differences second[i] - first[i], whose scatter alone decides the interval (Student 1908; Law 2015, Simulation
    /// Modeling and Analysis, 10.2.1 and, for common random numbers, 11.2).
    /// </summary>
    /// <exception cref="ArgumentException">The two differ in length or are empty.</exception>
    public static MeanDifference Paired(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length || first.IsEmpty) throw new ArgumentException("Pairs need two sets of one length, at least 1.", nameof(second));
        var differences = new double[first.Length];
        for (var i = 0; i < differences.Length; i++) differences[i] = second[i] - first[i];
        var sample = Sample.Of(differences);
        return new(sample.Mean, sample.StandardError, sample.Count - 1);
    }

    /// <summary>
    /// The difference of the means of independent sets with unlike variances (Welch 1947, Biometrika 34, 28-35; ν by
    /// Welch-Satterthwaite). Both need two observations for an interval.
    /// </summary>
    /// <exception cref="ArgumentException">One of them is empty.</exception>
    public static MeanDifference Unpaired(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.IsEmpty || second.IsEmpty) throw new ArgumentException("A difference of means needs an observation on either side.", nameof(second));
        Sample a = Sample.Of(first), b = Sample.Of(second);
        var estimate = b.Mean - a.Mean;
        if (a.Count < 2 || b.Count < 2) return new(estimate, double.NaN, 0);
        double va = a.StandardError * a.StandardError, vb = b.StandardError * b.StandardError;
        var freedom = va + vb == 0 ? a.Count + b.Count - 2 : (va + vb) * (va + vb) / ((va * va / (a.Count - 1)) + (vb * vb / (b.Count - 1)));
        return new(estimate, Math.Sqrt(va + vb), freedom);
    }

    /// <summary>The confidence interval of the difference; null when there were too few observations.</summary>
    public ConfidenceInterval? Interval(double confidence = 0.95) =>
        DegreesOfFreedom > 0 && double.IsFinite(StandardError)
            ? ConfidenceInterval.Around(Estimate, StandardError, DegreesOfFreedom, confidence) : null;
}
