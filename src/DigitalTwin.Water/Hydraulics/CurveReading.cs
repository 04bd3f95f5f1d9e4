using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>Reading of curves as EPANET reads them.</summary>
internal static class CurveReading
{
    /// <summary>y at x by linear interpolation; the first or last y beyond the ends.</summary>
    public static double Interpolate(double[] xs, double[] ys, double x)
    {
        if (xs.Length == 0) return 0;
        if (x <= xs[0]) return ys[0];
        for (var k = 1; k < xs.Length; k++)
        {
            if (xs[k] < x) continue;
            var dx = xs[k] - xs[k - 1];
            return dx < 1e-12 ? ys[k] : ys[k] - (xs[k] - x) * (ys[k] - ys[k - 1]) / dx;
        }
        return ys[^1];
    }

    /// <summary>Intercept and slope of the segment that x falls on; the first and last segments extend beyond the ends.</summary>
    public static (double Intercept, double Slope) Segment(Curve curve, double x)
    {
        var (xs, ys) = (curve.X, curve.Y);
        if (xs.Length == 1) return (ys[0], 0);
        var k = 0;
        while (k < xs.Length && xs[k] < x) k++;
        k = Math.Clamp(k, 1, xs.Length - 1);
        var slope = (ys[k] - ys[k - 1]) / (xs[k] - xs[k - 1]);
        return (ys[k - 1] - slope * xs[k - 1], slope);
    }
}
