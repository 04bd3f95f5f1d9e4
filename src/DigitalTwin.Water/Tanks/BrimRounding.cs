using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Tanks;

/// <summary>
/// Whether EPANET sees a tank that holds its largest (or smallest) volume as full (or empty). It compares the level that it computes back from the volume with
/// the limit as given, so the last bit of its arithmetic in feet decides: a tank whose level comes out one bit too low is never full and swallows what flows
/// in. We repeat that arithmetic, in the file's numbers, because a tank that shuts and one that does not are different networks.
/// </summary>
internal static class BrimRounding
{
    /// <summary>Whether the level at the largest volume reaches the highest level, and that at the smallest volume the lowest.</summary>
    public static (bool Full, bool Empty) Reached(Tank tank, double bottom, Curve? curve, double fileLength)
    {
        var perFoot = fileLength == 1 ? Foot.Length : 1;
        var (elevation, d) = (InFile(bottom, fileLength) / perFoot, InFile(tank.Diameter, fileLength));
        var (min, max) = (InFile(tank.MinLevel, fileLength), InFile(tank.MaxLevel, fileLength));
        var (minHead, maxHead) = (elevation + min / perFoot, elevation + max / perFoot);
        var cubic = perFoot * perFoot * perFoot;
        if (curve is not null)
        {
            double[] x = [.. curve.X.Select(v => InFile(v, fileLength))];
            double[] y = [.. curve.Y.Select(v => InFile(v, fileLength * fileLength * fileLength))];
            return (elevation + Level(max) / perFoot >= maxHead, elevation + Level(min) / perFoot <= minHead);

            double Level(double level) => CurveReading.Interpolate(y, x, CurveReading.Interpolate(x, y, level) / cubic * cubic);
        }
        var area = Math.PI * (d * d) / 4;
        var least = tank.MinVolume > 0 ? InFile(tank.MinVolume, fileLength * fileLength * fileLength) : area * min;
        var most = least + area * (max - min);
        var surface = Math.PI * (d / perFoot * (d / perFoot)) / 4;
        return (minHead + (most / cubic - least / cubic) / surface >= maxHead, true);
    }

    // A number as the file had it: people write few decimals, so rounding undoes the conversion to SI exactly.
    private static double InFile(double value, double unit) => unit == 1 ? value : Math.Round(value / unit, 9);
}
