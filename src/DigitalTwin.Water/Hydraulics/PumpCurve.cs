using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>How a pump's head gain depends on its flow (equations W6 to W8), for one pump, at speed 1.</summary>
internal sealed class PumpCurve
{
    // Head gain (m) times flow (m³/s) of one watt: EPANET's 8.814 ft⁴/s per horsepower of 745.7 W.
    private const double GainPerWatt = 8.814 * Foot.Length * Foot.Flow / 745.7;

    private readonly PumpShape shape;
    private readonly Curve? curve;
    private readonly double shutoff;
    private readonly double resistance;
    private readonly double exponent;

    /// <summary>Flow at which iteration begins, m³/s.</summary>
    public double DesignFlow { get; }

    /// <summary>Largest head gain, m.</summary>
    public double MaxHead { get; }

    /// <summary>Flow at which the gain is nothing, m³/s.</summary>
    public double MaxFlow { get; }

    /// <summary>Whether the pump is one of constant power.</summary>
    public bool IsConstantPower => shape == PumpShape.ConstantPower;

    private enum PumpShape
    {
        ConstantPower,
        PowerFunction,
        Segments,
        None,
    }

    /// <summary>Reads a pump's curve or power; a pump with neither, or with an impossible curve, behaves as an open valve.</summary>
    public PumpCurve(Pump pump, IReadOnlyList<Curve> curves)
    {
        shape = PumpShape.None;
        curve = pump.HeadCurve >= 0 ? curves[pump.HeadCurve] : null;
        if (curve is { X.Length: > 0 })
        {
            var (x, y) = (curve.X, curve.Y);
            if (x.Length == 1) (shape, shutoff, resistance, exponent) = Fit(1.33334 * y[0], y[0], 0, x[0], 2 * x[0]);
            else if (x.Length == 3 && x[0] == 0) (shape, shutoff, resistance, exponent) = Fit(y[0], y[1], y[2], x[1], x[2]);
            else shape = Falls(y) ? PumpShape.Segments : PumpShape.None;

            (DesignFlow, MaxHead, MaxFlow) = shape switch
            {
                PumpShape.PowerFunction => (x.Length == 1 ? x[0] : x[1], shutoff, Math.Pow(shutoff / resistance, 1 / exponent)),
                PumpShape.Segments => ((x[0] + x[^1]) / 2, y[0], x[^1]),
                _ => (0, 0, 0),
            };
        }
        else if (pump.Power > 0)
        {
            shape = PumpShape.ConstantPower;
            resistance = GainPerWatt * pump.Power;
            (DesignFlow, MaxHead, MaxFlow) = (Foot.Flow, 1e10, 1e10);
        }
    }

    /// <summary>Whether there is anything to compute the gain from.</summary>
    public bool IsUsable => shape != PumpShape.None;

    /// <summary>P and Z (see <see cref="PowerLawFriction"/>) of a running pump at a speed above 0.</summary>
    public (double P, double Z) Coefficients(double q, double speed)
    {
        switch (shape)
        {
            case PumpShape.Segments:
                {
                    var (intercept, slope) = CurveReading.Segment(curve!, Math.Abs(q) / speed);
                    var gradient = -slope * speed;
                    return (1 / gradient, -intercept * speed * speed / gradient);
                }
            case PumpShape.PowerFunction:
                return PowerFunction(q, speed);
            case PumpShape.ConstantPower:
                {
                    var gradient = resistance * speed * speed * speed / (q * q);
                    if (gradient > Foot.ClosedGradient) return (Foot.ClosedConductance, 0);
                    if (gradient < Foot.OpenGradient) return (Foot.OpenConductance, 0);
                    return (1 / gradient, -resistance * speed * speed * speed / q / gradient - q);
                }
            default:
                return (Foot.OpenConductance, 0);
        }
    }

    private (double P, double Z) PowerFunction(double q, double speed)
    {
        var head = -speed * speed * shutoff;
        var r = resistance * Math.Pow(speed, 2 - exponent);
        if (exponent == 1) return (1 / r, head / r);
        var gradient = exponent * r * Math.Pow(Math.Abs(q), exponent - 1);
        if (gradient < Foot.LeastGradient) return (1 / Foot.LeastGradient, head / Foot.LeastGradient);
        return (1 / gradient, head / gradient + q / exponent - q);
    }

    // h = a − b q^c through the shutoff head, a design point and a last point.
    private static (PumpShape, double A, double B, double C) Fit(double h0, double h1, double h2, double q1, double q2)
    {
        const double tiny = 1e-6;
        if (h0 < tiny || h0 - h1 < tiny || h1 - h2 < tiny || q1 <= 0 || q2 <= q1) return (PumpShape.None, 0, 0, 0);
        var c = Math.Log((h0 - h2) / (h0 - h1)) / Math.Log(q2 / q1);
        if (c is not (> 0 and <= 20)) return (PumpShape.None, 0, 0, 0);
        if (Math.Abs(c - 1) < tiny) c = 1;
        return (PumpShape.PowerFunction, h0, (h0 - h1) / Math.Pow(q1, c), c);
    }

    private static bool Falls(double[] heads)
    {
        for (var i = 1; i < heads.Length; i++)
        {
            if (heads[i] >= heads[i - 1]) return false;
        }
        return heads.Length > 1;
    }
}
