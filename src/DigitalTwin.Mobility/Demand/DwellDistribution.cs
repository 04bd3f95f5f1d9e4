using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// How long cars stay, s, as a quantile function (D6): one uniform draw gives one stay, so that a driver who draws long stays long whatever else changes. No family fits all uses (facts of the field:
/// lognormal and gamma for short stays, Weibull for freight bays, histograms of one's own gates where nothing else does).
/// </summary>
public abstract class DwellDistribution
{
    /// <summary>Mean, s.</summary>
    public abstract double Mean { get; }

    /// <summary>The stay that a share <paramref name="u"/> of cars, in [0, 1), does not exceed, s.</summary>
    public abstract double Quantile(double u);

    /// <summary>Every stay is of one length.</summary>
    public static DwellDistribution Fixed(double seconds) => new FixedStay(Positive(seconds));

    /// <summary>ln of the stay is normal; given by mean and standard deviation of the stay, s.</summary>
    public static DwellDistribution Lognormal(double mean, double deviation)
    {
        var variance = Math.Log(1 + Positive(deviation) / Positive(mean) * (deviation / mean));
        return new LognormalStay(mean, Math.Log(mean) - variance / 2, Math.Sqrt(variance));
    }

    /// <summary>Gamma with the mean and the standard deviation given, s; exponential when they are equal.</summary>
    public static DwellDistribution Gamma(double mean, double deviation) => new GammaStay(mean, Positive(mean) / Positive(deviation) * (mean / deviation));

    /// <summary>Stays fall into bins with weights and are even inside a bin: a histogram of one's own gate records.</summary>
    public static DwellDistribution Histogram(IReadOnlyList<(double From, double Until, double Weight)> bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        if (bins.Count == 0 || bins.Any(b => !(b.From >= 0 && b.Until > b.From && b.Weight >= 0)) || !(bins.Sum(b => b.Weight) > 0))
            throw new ArgumentException("Bins go from 0 upwards and have weights of which one is above 0.", nameof(bins));
        return new HistogramStay([.. bins]);
    }

    private static double Positive(double value) => value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Above 0 and finite.");

    private sealed class FixedStay(double seconds) : DwellDistribution
    {
        public override double Mean => seconds;

        public override double Quantile(double u) => seconds;
    }

    private sealed class LognormalStay(double mean, double location, double scale) : DwellDistribution
    {
        public override double Mean => mean;

        public override double Quantile(double u) => Math.Exp(location + scale * Normal.InvCDF(0, 1, Inside(u)));
    }

    private sealed class GammaStay(double mean, double shape) : DwellDistribution
    {
        public override double Mean => mean;

        public override double Quantile(double u) => SpecialFunctions.GammaLowerRegularizedInv(shape, Inside(u)) * (mean / shape);
    }

    private sealed class HistogramStay : DwellDistribution
    {
        private readonly (double From, double Until, double Weight)[] bins;
        private readonly ShareTable shares;

        public HistogramStay((double From, double Until, double Weight)[] bins) =>
            (this.bins, shares) = (bins, new ShareTable([.. bins.Select(b => b.Weight)]));

        public override double Mean => bins.Sum(b => (b.From + b.Until) / 2 * b.Weight) / shares.Total;

        public override double Quantile(double u)
        {
            var bin = shares.At(u, out var within);
            return bins[bin].From + within * (bins[bin].Until - bins[bin].From);
        }
    }

    /// <summary>A draw of exactly 0 would be a stay of nothing; half a step of the generator's grid is as likely.</summary>
    private static double Inside(double u) => u > 0 ? u : 0.5 / (1UL << 53);
}
