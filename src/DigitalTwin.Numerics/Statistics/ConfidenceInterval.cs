using MathNet.Numerics.Distributions;

namespace DigitalTwin.Numerics.Statistics;

/// <summary>
/// A two-sided interval that covers the true value in a share <paramref name="Confidence"/> of repetitions of the experiment.
/// It is not a range in which observations fall.
/// </summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Confidence">Coverage, between 0 and 1.</param>
public readonly record struct ConfidenceInterval(double Low, double High, double Confidence)
{
    /// <summary>True when the interval contains <paramref name="value"/>, its ends included.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>estimate ± t(1 - α/2, ν) · standard error, with α = 1 - confidence.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="degreesOfFreedom">ν, above 0; not necessarily whole (Welch).</param>
    /// <param name="confidence">Coverage, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">ν is not above 0, or the coverage is not between 0 and 1.</exception>
    public static ConfidenceInterval Around(double estimate, double standardError, double degreesOfFreedom, double confidence = 0.95)
    {
        if (!(degreesOfFreedom > 0)) throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom));
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence));
        var half = standardError == 0 ? 0 : StudentT.InvCDF(0, 1, degreesOfFreedom, 0.5 + (confidence / 2)) * standardError;
        return new(estimate - half, estimate + half, confidence);
    }
}
