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
}

/// <summary>A number that differs from driver to driver, by its mean and standard deviation over the group.</summary>
/// <param name="Mean">Mean over drivers; above 0 for log-normal and exponential.</param>
/// <param name="Spread">Standard deviation; 0 or more.</param>
/// <param name="Law">Distribution.</param>
public readonly record struct Taste(double Mean, double Spread = 0, TasteLaw Law = TasteLaw.Fixed)
{
    /// <summary>The number of one driver, a pure function of the seed, the stream (what it is for) and the driver.</summary>
    public double Of(KeyedRandom random, ulong stream, int driver) => Law switch
    {
        TasteLaw.Normal => Mean + (Spread * random.Normal(stream, (ulong)driver)),
        TasteLaw.LogNormal => LogNormal(random.Normal(stream, (ulong)driver)),
        TasteLaw.Exponential => -Mean * Math.Log(1 - random.Uniform(stream, (ulong)driver)),
        _ => Mean,
    };

    private double LogNormal(double z)
    {
        var variance = Math.Log(1 + (Spread * Spread / (Mean * Mean)));
        return Mean * Math.Exp((Math.Sqrt(variance) * z) - (variance / 2));
    }
}
