namespace DigitalTwin.Water.Hydraulics;

/// <summary>
/// Darcy-Weisbach friction (equation W5): Hagen-Poiseuille up to Re 2000, Swamee and Jain's explicit form of Colebrook-White (1976) from Re 4000,
/// and Dunlop's cubic (1991) between, which joins both with their slopes.
/// </summary>
/// <remarks>
/// q: flow, m³/s. r: h = f r q² (f: friction factor, -), s²/m⁵. m: minor loss, s²/m⁵. e: roughness over diameter, -. s: viscosity times diameter, m³/s.
/// w = q/s is Re π/4. P: 1/(dh/dq), (m³/s)/m. Z: P h − q, m³/s.
/// </remarks>
internal static partial class DarcyWeisbach
{
    private const double TurbulentFrom = 1000 * Math.PI;
    private const double LaminarTo = 500 * Math.PI;

    // 5.74 (π/4)^0.9 turns Swamee and Jain's 5.74 / Re^0.9 into one of w; 5.74 / 4000^0.9 is its value where the cubic ends.
    private static readonly double Smooth = 5.74 * Math.Pow(Math.PI / 4, 0.9);
    private static readonly double SmoothAt4000 = 5.74 / Math.Pow(4000, 0.9);
    private static readonly double LogFactor = -2 / Math.Log(10);

    /// <summary>r of a pipe; length and diameter in m.</summary>
    public static double Resistance(double length, double diameter)
    {
        var area = Math.PI * diameter * diameter / 4;
        return length / (2 * 32.2 * Foot.Length) / diameter / (area * area);
    }

    /// <summary>P and Z of one open pipe.</summary>
    public static (double P, double Z) Coefficients(double q, double r, double m, double e, double s)
    {
        var a = Math.Abs(q);
        double chord, gradient;
        if (a <= LaminarTo * s)
        {
            var laminar = 16 * Math.PI * s * r;
            chord = laminar + m * a;
            gradient = laminar + 2 * m * a;
        }
        else
        {
            var (f, slope) = FrictionFactor(a, e, s);
            var turbulent = f * r + m;
            chord = turbulent * a;
            gradient = 2 * turbulent * a + slope * r * a * a;
        }
        return (1 / gradient, q * (chord / gradient - 1));
    }

    /// <summary>Friction factor and its derivative by flow, above Re 2000.</summary>
    public static (double F, double Slope) FrictionFactor(double a, double e, double s)
    {
        var w = a / s;
        if (w >= TurbulentFrom)
        {
            var smooth = Smooth / Math.Pow(w, 0.9);
            var argument = e / 3.7 + smooth;
            var root = LogFactor * Math.Log(argument);
            var f = 1 / (root * root);
            return (f, 1.8 * f * smooth * LogFactor / argument / root / a);
        }
        return Transition(w / LaminarTo, e, s);
    }

    // Dunlop's cubic in R = Re/2000.
    private static (double F, double Slope) Transition(double ratio, double e, double s)
    {
        var argument = e / 3.7 + SmoothAt4000;
        var root = LogFactor * Math.Log(argument);
        var fa = 1 / (root * root);
        var fb = (2 + 1.8 * LogFactor * SmoothAt4000 / (argument * root)) * fa;
        var x1 = 7 * fa - fb;
        var x2 = 0.128 - 17 * fa + 2.5 * fb;
        var x3 = -0.128 + 13 * fa - 2 * fb;
        var x4 = 0.032 - 3 * fa + 0.5 * fb;
        return (x1 + ratio * (x2 + ratio * (x3 + ratio * x4)), (x2 + ratio * (2 * x3 + ratio * 3 * x4)) / (s * LaminarTo));
    }
}
