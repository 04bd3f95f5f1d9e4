using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>Losses of valves that do not regulate pressure or flow themselves (equation W10). P and Z as in <see cref="PowerLawFriction"/>.</summary>
internal static class ValveLoss
{
    /// <summary>m of h = m q² for a minor loss coefficient K (-) and a diameter (m), s²/m⁵.</summary>
    public static double Minor(double k, double diameter)
    {
        var square = diameter * diameter;
        return Foot.MinorLoss * k / square / square;
    }

    /// <summary>An open valve with minor loss m.</summary>
    public static (double P, double Z) Open(double q, double m)
    {
        if (!(m > 0)) return (Foot.OpenConductance, 0);
        var gradient = 2 * m * Math.Abs(q);
        if (gradient < Foot.LeastGradient) return (2 / Foot.LeastGradient, 0);
        return (1 / gradient, q / 2 - q);
    }

    /// <summary>A general purpose valve: the segment of its curve that the flow falls on.</summary>
    public static (double P, double Z) General(Curve curve, double q)
    {
        var a = Math.Max(Math.Abs(q), Foot.ZeroFlow);
        var (intercept, slope) = CurveReading.Segment(curve, a);
        slope = Math.Max(slope, 1e-6 * Foot.Gradient);
        var y = intercept / slope + a;
        return (1 / slope, (q < 0 ? -y : y) - q);
    }

    /// <summary>m of a positional valve.</summary>
    /// <param name="open">m when fully open.</param>
    /// <param name="percent">How far it is open, percent.</param>
    /// <param name="curve">Percent of full flow by percent open, or null for a straight line.</param>
    public static double Positional(double open, double percent, Curve? curve)
    {
        const double closed = 1e8 * Foot.Gradient / Foot.Flow;
        if (percent >= 100) return open;
        if (percent <= 0) return closed;
        var share = Math.Clamp((curve is null ? percent : Share(percent, curve)) / 100, 1e-6, 1);
        return Math.Min(open / (share * share), closed);
    }

    // Below the first point the line goes to the origin; beyond the last one EPANET extends it towards (1, 1), and so do we.
    private static double Share(double percent, Curve curve)
    {
        var (x, y) = (curve.X, curve.Y);
        if (percent < x[0]) return percent / x[0] * y[0];
        if (percent > x[^1]) return (percent - x[^1]) / (1 - x[^1]) * (1 - y[^1]) + y[^1];
        var (intercept, slope) = CurveReading.Segment(curve, percent);
        return x.Length == 1 ? y[0] : intercept + slope * percent;
    }
}
