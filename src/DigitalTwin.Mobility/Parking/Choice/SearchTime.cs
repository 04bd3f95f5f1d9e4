using MathNet.Numerics.Distributions;

namespace DigitalTwin.Mobility.Parking.Choice;

/// <summary>How long it takes to find a space, by the share of spaces taken. Equations P12 to P14 of the README.</summary>
public static class SearchTime
{
    /// <summary>Bays that are looked at until a free one is found when each is taken with the share q, whatever its neighbours: 1/(1 - q). It underestimates above about 85 %, where free bays cluster
    /// (Levy, Martens and Benenson 2013; Arnott and Williams 2017).</summary>
    public static double BaysInspected(double share) => share < 1 ? 1 / (1 - Math.Max(0, share)) : double.PositiveInfinity;

    /// <summary>Probability that all n bays of a kerb are taken when each is with the share q, whatever its neighbours: q^n.</summary>
    public static double AllTaken(double share, int bays) => Math.Pow(Math.Clamp(share, 0, 1), bays);

    /// <summary>Search along kerbs: T = α exp(β q), s (Belloche 2015, Transportation Research Procedia 6, 313-324; α and β as MATSim has them from that paper).</summary>
    /// <param name="share">q, share of the bays around that are taken; counted as 1 above 1.</param>
    /// <param name="alpha">α, s.</param>
    /// <param name="beta">β.</param>
    public static double Belloche(double share, double alpha = 2, double beta = 6) => alpha * Math.Exp(beta * Math.Clamp(share, 0, 1));

    /// <summary>
    /// Probability that a lot is full when a share of its spaces is taken on average: that a Poisson number of cars with this mean reaches the number of spaces, by the normal approximation with
    /// continuity correction (a lot that turns nobody away holds a Poisson number of cars, whatever the dwell).
    /// </summary>
    public static double Full(double share, int spaces)
    {
        var mean = share * spaces;
        return mean <= 0 ? spaces == 0 ? 1 : 0 : Normal.CDF(0, 1, (mean - spaces + 0.5) / Math.Sqrt(mean));
    }
}
