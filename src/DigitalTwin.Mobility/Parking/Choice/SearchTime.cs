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
    /// Probability that a lot is full when a share of its spaces is taken on average, by Erlang's first formula: what is taken is the load that was let in, q c = a (1 - B(a, c)), so that a lot which is nearly always
    /// full is known to be. It holds for any law of the dwell.
    /// </summary>
    /// <param name="share">q, share of the spaces taken on average.</param>
    /// <param name="spaces">c.</param>
    public static double Full(double share, int spaces)
    {
        if (spaces <= 0 || share >= 1) return 1;
        var carried = share * spaces;
        if (carried <= 0) return 0;
        var (low, high) = (carried, 2 * carried);
        while (high * (1 - ErlangLoss(high, spaces)) < carried && high < 1e6 * spaces) (low, high) = (high, 2 * high);
        while (high - low > 1e-6 * high)
        {
            var load = (low + high) / 2;
            if (load * (1 - ErlangLoss(load, spaces)) < carried) low = load;
            else high = load;
        }
        // What was not let in, of all that came.
        return 1 - carried / high;
    }

    /// <summary>Erlang's first formula B(a, c): share of cars that find c spaces taken when they would take a of them on average. By the recursion over c (Jagerman 1974).</summary>
    /// <param name="load">a, erlang.</param>
    /// <param name="spaces">c.</param>
    public static double ErlangLoss(double load, int spaces)
    {
        var inverse = 1.0;
        for (var c = 1; c <= spaces; c++)
        {
            inverse = 1 + c / load * inverse;
            if (double.IsInfinity(inverse)) return 0;
        }
        return 1 / inverse;
    }
}
