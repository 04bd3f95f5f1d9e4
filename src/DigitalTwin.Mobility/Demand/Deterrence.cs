namespace DigitalTwin.Mobility.Demand;

/// <summary>What keeps people from driving far: f(c) = c^−n · e^(−βc) of the time or the distance of the drive (D7; Tanner 1961, Ortúzar and Willumsen, Modelling Transport, 4th ed. 2011, ch. 5).</summary>
/// <param name="ByDistance">Whether c is the length of the shortest way, m, and not the time of the fastest, s.</param>
/// <param name="Exponential">β, 1/s or 1/m; from 0.</param>
/// <param name="Power">n, from 0.</param>
public sealed record Deterrence(bool ByDistance, double Exponential, double Power = 0)
{
    /// <summary>Mean of c that the trips of each purpose shall have, s or m, for which β is then found; NaN when <see cref="Exponential"/> is as given.</summary>
    public double Mean { get; init; } = double.NaN;

    /// <summary>f of a cost, s or m; nothing where there is no way. Costs below 1 s or 1 m count as that.</summary>
    public double Of(double cost) => Of(cost, Exponential);

    internal double Of(double cost, double exponential)
    {
        if (!double.IsFinite(cost)) return 0;
        cost = Math.Max(1, cost);
        var f = Math.Exp(-exponential * cost);
        return Power == 0 ? f : f * Math.Pow(cost, -Power);
    }
}
