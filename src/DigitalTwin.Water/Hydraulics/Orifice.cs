namespace DigitalTwin.Water.Hydraulics;

/// <summary>
/// A burst as an orifice to the air (equation W18): q = Cd A √(2 g h) for pressure heads above 0, nothing below. Cd = 0.6 is the classical value of a
/// sharp-edged orifice (Idelchik 2007, diagram 4-18; the value of EPANET's leakage model too).
/// </summary>
internal static class Orifice
{
    private const double DischargeCoefficient = 0.6;
    private const double Gravity = 9.80665;

    /// <summary>k of h = k q² for an opening in m², s²/m⁵.</summary>
    public static double Loss(double area)
    {
        var effective = DischargeCoefficient * area;
        return 1 / (2 * Gravity * effective * effective);
    }

    /// <summary>Head (m) that makes the flow (m³/s), and its gradient.</summary>
    public static (double Loss, double Gradient) Evaluate(double k, double q)
    {
        var gradient = Math.Max(2 * k * Math.Abs(q), Foot.LeastGradient);
        var loss = gradient * q / 2;
        Barrier.AddLower(q, ref loss, ref gradient);
        return (loss, gradient);
    }
}

/// <summary>
/// One share of the leakage of a node's pipes (equation W17), FAVAD of May (1994) and van Zyl and Cassa (2014) turned round as EPANET 2.3 does: h = c q^n, with n = 2
/// for openings of fixed area and n = ⅔ for those that grow with pressure.
/// </summary>
internal static class Leak
{
    /// <summary>Head (m) that makes the flow (m³/s), and its gradient.</summary>
    public static (double Loss, double Gradient) Evaluate(double c, double n, double q)
    {
        var gradient = n * c * (n == 2 ? Math.Abs(q) : Math.Pow(Math.Abs(q), n - 1));
        var loss = gradient * q / n;
        Barrier.AddLower(q, ref loss, ref gradient);
        return (loss, gradient);
    }
}
