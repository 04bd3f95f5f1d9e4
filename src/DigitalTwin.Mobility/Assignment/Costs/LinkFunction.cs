using System.Runtime.CompilerServices;

namespace DigitalTwin.Mobility.Assignment.Costs;

/// <summary>
/// Travel time of one link by its volume x, and the derivative.
/// BPR (A1): t = t0 + r (x/c)^p, r = t0 B. Conical (A2): t = t0 (2 + √(α²(1 − x/c)² + β²) − α(1 − x/c) − β), β = (2α − 1)/(2α − 2).
/// </summary>
/// <remarks>a: t0 (BPR), the same (conical). r: t0 B, t0. k: 1/c. p: power, α. Marginal cost (A6) of a BPR function is one of B (p + 1).</remarks>
internal readonly struct LinkFunction
{
    private enum Form : byte
    {
        Constant,
        Linear,
        Quartic,
        Power,
        Conical,
        MarginalConical,
    }

    private readonly double a, r, k, p;
    private readonly Form form;

    private LinkFunction(Form form, double a, double r, double k, double p) => (this.form, this.a, this.r, this.k, this.p) = (form, a, r, k, p);

    /// <summary>A link's function. Where the time does not depend on the volume (B or free time 0, or power 0) it is constant: t0 (1 + B) for power 0.</summary>
    public static LinkFunction Of(TravelTimeFunction function, AssignmentGoal goal, double freeTime, double b, double power, double capacity)
    {
        if (freeTime == 0 || b == 0) return new(Form.Constant, freeTime, 0, 0, 0);
        var k = 1 / capacity;
        if (function == TravelTimeFunction.Conical)
            return power > 1 ? new(goal == AssignmentGoal.SystemOptimum ? Form.MarginalConical : Form.Conical, freeTime, freeTime, k, power) : new(Form.Constant, freeTime, 0, 0, 0);
        if (power == 0) return new(Form.Constant, freeTime * (1 + b), 0, 0, 0);
        var rise = goal == AssignmentGoal.SystemOptimum ? freeTime * b * (power + 1) : freeTime * b;
        return new(power switch { 1 => Form.Linear, 4 => Form.Quartic, _ => Form.Power }, freeTime, rise, k, power);
    }

    /// <summary>Time and its derivative at a volume of at least 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (double Time, double Slope) Evaluate(double x)
    {
        if (form == Form.Quartic)
        {
            var v = x * k;
            var cube = r * (v * v * v);
            return (a + cube * v, 4 * k * cube);
        }
        return form == Form.Constant ? (a, 0) : Other(x);
    }

    /// <summary>Area below the curve from 0 to x.</summary>
    public double Integral(double x) => form switch
    {
        Form.Constant => a * x,
        Form.Quartic => a * x + r * (x * k * (x * k)) * (x * k * (x * k)) * x / 5,
        Form.Conical => a * ConicalIntegral(x * k) / k,
        Form.MarginalConical => a * x * Cone(x * k).F,
        _ => a * x + r * Math.Pow(x * k, p) * x / (p + 1),
    };

    private (double Time, double Slope) Other(double x)
    {
        var v = x * k;
        switch (form)
        {
            case Form.Linear:
                return (a + r * v, r * k);
            case Form.Power:
                if (v <= 0) return (a, p < 1 ? double.MaxValue : 0);
                var w = r * Math.Pow(v, p - 1);
                return (a + w * v, p * k * w);
            case Form.Conical:
                var cone = Cone(v);
                return (a * cone.F, a * k * cone.Slope);
            default:
                var (f, slope, bend) = Cone(v);
                return (a * (f + v * slope), a * k * (2 * slope + v * bend));
        }
    }

    // The cone, its first and its second derivative at a ratio v of volume to capacity.
    private (double F, double Slope, double Bend) Cone(double v)
    {
        var beta = (2 * p - 1) / (2 * p - 2);
        var u = 1 - v;
        var root = Math.Sqrt(p * p * u * u + beta * beta);
        return (2 + root - p * u - beta, p - p * p * u / root, p * p * beta * beta / (root * root * root));
    }

    // ∫ √(α²(1 − s)² + β²) ds has an elementary antiderivative in u = α(1 − s): −(u √(u² + β²) + β² asinh(u/β)) / 2α.
    private double ConicalIntegral(double v)
    {
        var alpha = p;
        var beta = (2 * p - 1) / (2 * p - 2);
        return (2 - beta) * v - alpha * (v - v * v / 2) + (Area(alpha) - Area(alpha * (1 - v))) / (2 * alpha);

        double Area(double u) => u * Math.Sqrt(u * u + beta * beta) + beta * beta * Math.Asinh(u / beta);
    }
}
