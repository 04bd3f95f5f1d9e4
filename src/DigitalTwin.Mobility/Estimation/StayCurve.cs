using MathNet.Numerics;

namespace DigitalTwin.Mobility.Estimation;

/// <summary>Share of the cars that are still there some time after they came, for gamma-distributed stays of a mean and a spread.</summary>
/// <param name="Mean">Mean stay, s.</param>
/// <param name="Spread">Standard deviation over mean; 1 is exponential.</param>
public readonly record struct StayCurve(double Mean, double Spread)
{
    /// <summary>Share that stays longer than <paramref name="time"/> s.</summary>
    public double After(double time) => time <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(1 / (Spread * Spread), time / (Mean * Spread * Spread));

    /// <summary>Mean of <see cref="After"/> between two times, by Simpson's rule on eight parts.</summary>
    public double Between(double from, double until)
    {
        const int Parts = 8;
        var (width, sum) = ((until - from) / Parts, 0.0);
        for (var i = 0; i <= Parts; i++) sum += After(from + i * width) * (i is 0 or Parts ? 1 : i % 2 == 1 ? 4 : 2);
        return sum / (3 * Parts);
    }

    /// <summary>
    /// What the arrivals of each slot of a day leave in the lot at the beginning of another, when every day is like the last (E1): entry k - 1 belongs to k slots later, k from 1 to a whole day.
    /// </summary>
    public double[] Kernel(int slots, double slot)
    {
        var kernel = new double[slots];
        for (var k = 1; k <= 40 * slots; k++)
        {
            var share = Between((k - 1) * slot, k * slot);
            kernel[(k - 1) % slots] += share;
            if (share < 1e-9) break;
        }
        return kernel;
    }
}
