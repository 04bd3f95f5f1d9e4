using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Parking.Drivers;

/// <summary>How a number differs from driver to driver.</summary>
public enum TasteLaw : byte
{
    /// <summary>It does not.</summary>
    Fixed,

    /// <summary>Normal; may change its sign.</summary>
    Normal,

    /// <summary>Log-normal: keeps its sign.</summary>
    LogNormal,

    /// <summary>Exponential; its spread is its mean.</summary>
    Exponential,

    /// <summary>Gamma: keeps its sign.</summary>
    Gamma,
}

/// <summary>A number that differs from driver to driver (a weight, a patience, a dwell), by its mean and standard deviation over the group.</summary>
/// <param name="Mean">Mean over drivers; above 0 for log-normal, exponential and gamma.</param>
/// <param name="Spread">Standard deviation; 0 or more.</param>
/// <param name="Law">Distribution.</param>
public readonly record struct Taste(double Mean, double Spread = 0, TasteLaw Law = TasteLaw.Fixed)
{
    /// <summary>The number of one driver, a pure function of the seed, the stream (what it is for) and the driver.</summary>
    public double Of(KeyedRandom random, ulong stream, int driver) => Law switch
    {
        TasteLaw.Normal => Mean + (Spread * random.Normal(stream, (ulong)driver)),
        TasteLaw.LogNormal => LogNormal(random.Normal(stream, (ulong)driver)),
        TasteLaw.Gamma => Gamma(random, stream, (ulong)driver),
        TasteLaw.Exponential => -Mean * Math.Log(1 - random.Uniform(stream, (ulong)driver)),
        _ => Mean,
    };

    /// <summary>By rejection (Marsaglia and Tsang 2000, ACM Transactions on Mathematical Software 26, 363-372): about 1.05 tries, each with draws of its own.</summary>
    private double Gamma(KeyedRandom random, ulong stream, ulong driver)
    {
        if (Spread == 0) return Mean;
        var shape = Mean / Spread * (Mean / Spread);
        var scale = Mean / shape;
        // Below 1 the shape is raised by 1 and the draw brought down by u^(1/shape).
        if (shape < 1) scale *= Math.Pow(1 - random.Uniform(~stream, driver), 1 / shape);
        var d = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        for (var attempt = 1UL; ; attempt++)
        {
            var x = random.Normal(stream + (2 * attempt), driver);
            var v = 1 + (x / Math.Sqrt(9 * d));
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.Log(1 - random.Uniform(stream + (2 * attempt) + 1, driver)) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v))) return scale * d * v;
        }
    }

    private double LogNormal(double z)
    {
        var variance = Math.Log(1 + (Spread * Spread / (Mean * Mean)));
        return Mean * Math.Exp((Math.Sqrt(variance) * z) - (variance / 2));
    }
}
