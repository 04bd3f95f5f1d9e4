namespace DigitalTwin.Mobility.Forecast;

/// <summary>
/// Least squares that learns from one pair at a time and slowly forgets (F3): k = C x / (m + x'C x), b += k (y - b'x), C = (C - k x'C) / m, with memory m. The starting covariance is the
/// ridge that holds the coefficients near their prior until data speak.
/// </summary>
internal sealed class RecursiveRegression
{
    private readonly int n;
    private readonly double memory, mostVariance;
    private readonly double[] coefficients, covariance, gain;

    /// <param name="prior">Coefficients before any data.</param>
    /// <param name="variances">How far each may be from its prior, relative to the variance of the noise.</param>
    /// <param name="memory">What is kept of the past with each pair, just below 1.</param>
    public RecursiveRegression(ReadOnlySpan<double> prior, ReadOnlySpan<double> variances, double memory)
    {
        n = prior.Length;
        this.memory = memory;
        coefficients = prior.ToArray();
        covariance = new double[n * n];
        gain = new double[n];
        for (var i = 0; i < n; i++)
        {
            covariance[i * n + i] = variances[i];
            mostVariance += 10 * variances[i];
        }
    }

    /// <summary>The prediction b'x.</summary>
    public double Predict(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++) sum += coefficients[i] * x[i];
        return sum;
    }

    /// <summary>Learns one pair.</summary>
    public void Learn(ReadOnlySpan<double> x, double y)
    {
        var (error, scale, trace) = (y - Predict(x), memory, 0.0);
        for (var i = 0; i < n; i++)
        {
            gain[i] = 0;
            for (var j = 0; j < n; j++) gain[i] += covariance[i * n + j] * x[j];
            scale += x[i] * gain[i];
            trace += covariance[i * n + i];
        }
        // A lot that stands still teaches nothing: what was learned must not be forgotten meanwhile, or the covariance grows without bound.
        var keep = trace < mostVariance ? memory : 1;
        for (var i = 0; i < n; i++) coefficients[i] += gain[i] / scale * error;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var value = (covariance[i * n + j] - gain[i] * gain[j] / scale) / keep;
                covariance[i * n + j] = covariance[j * n + i] = value;
            }
        }
    }
}
