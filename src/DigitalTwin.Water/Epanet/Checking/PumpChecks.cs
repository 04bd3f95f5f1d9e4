using DigitalTwin.Water.Epanet.Rows;

namespace DigitalTwin.Water.Epanet.Checking;

/// <summary>Whether a pump's curve is one that EPANET can fit H = a − b Qᶜ through, or a falling polygon.</summary>
internal static class PumpChecks
{
    private const double Tiny = 1e-6;

    public static void Check(PumpRow pump, Dictionary<string, CurveRow> curves, Action<string> say)
    {
        if (pump.OldCurve is { } old)
        {
            var points = PumpCurves.FromOldForm(old);
            if (!IsPower(points.X, points.Y)) say($"Pump '{pump.Id}' has a head curve that does not fall with flow, so that no H = a - b Q^c goes through it.");
        }
        else if (pump.HeadCurve is { } id)
        {
            if (curves.TryGetValue(id, out var curve)) CheckCurve(pump, curve, say);
        }
        else if (!(pump.Power > 0))
        {
            say($"Pump '{pump.Id}' has neither a head curve nor a power; HEAD curve or POWER value is expected.");
        }
    }

    private static void CheckCurve(PumpRow pump, CurveRow curve, Action<string> say)
    {
        if (curve.X.Count == 1 || (curve.X.Count == 3 && curve.X[0] == 0))
        {
            if (!IsPower([.. curve.X], [.. curve.Y]))
                say($"Pump '{pump.Id}' has head curve '{curve.Id}', but no H = a - b Q^c that falls with flow goes through its points.");
            return;
        }
        for (var i = 1; i < curve.Y.Count; i++)
        {
            if (curve.Y[i] < curve.Y[i - 1]) continue;
            say($"Pump '{pump.Id}' has head curve '{curve.Id}', whose head goes from {curve.Y[i - 1]} to {curve.Y[i]}, but must fall with flow.");
            return;
        }
    }

    /// <summary>One point (flow, head), completed by 4/3 of its head at no flow and none at twice its flow; or three points that begin at no flow.</summary>
    private static bool IsPower(double[] flow, double[] head)
    {
        var (h0, h1, h2, q1, q2) = flow.Length == 1
            ? (1.33334 * head[0], head[0], 0.0, flow[0], 2 * flow[0])
            : (head[0], head[1], head[2], flow[1], flow[2]);
        if (h0 < Tiny || h0 - h1 < Tiny || h1 - h2 < Tiny || q1 < Tiny || q2 - q1 < Tiny) return false;
        var exponent = Math.Log((h0 - h2) / (h0 - h1)) / Math.Log(q2 / q1);
        return exponent is > 0 and <= 20 && (h0 - h1) / Math.Pow(q1, exponent) > 0;
    }
}
