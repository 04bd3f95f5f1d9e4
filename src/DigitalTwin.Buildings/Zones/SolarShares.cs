namespace DigitalTwin.Buildings.Zones;

/// <summary>
/// Where the sun that comes through the windows ends: absorbed by inner faces after any number of diffuse reflections, a part of it by panes and out again. The beam falls on the floor first, the diffuse
/// on all faces by area; a face sends what it reflects to all others by their area.
/// </summary>
internal static class SolarShares
{
    /// <summary>Part of the entering radiation that each face keeps (or, a window, lets out again); sums to 1.</summary>
    /// <param name="first">Where it falls first, any scale.</param>
    /// <param name="areas">Of the faces, m².</param>
    /// <param name="kept">Part that a face does not reflect.</param>
    public static double[] Of(ReadOnlySpan<double> first, ReadOnlySpan<double> areas, ReadOnlySpan<double> kept)
    {
        var n = areas.Length;
        double[] share = new double[n], arriving = new double[n], next = new double[n];
        double sum = 0, all = 0;
        for (var i = 0; i < n; i++) (sum, all) = (sum + first[i], all + areas[i]);
        for (var i = 0; i < n; i++) arriving[i] = first[i] / sum;
        var left = 1.0;
        for (var bounce = 0; bounce < 1000 && left > 1e-14; bounce++)
        {
            double perArea = 0;
            for (var i = 0; i < n; i++)
            {
                share[i] += kept[i] * arriving[i];

                // What i reflects, per area of the faces it sees; a face that is alone sees itself.
                next[i] = (1 - kept[i]) * arriving[i] / (all > areas[i] ? all - areas[i] : all);
                perArea += next[i];
            }
            left = 0;
            for (var i = 0; i < n; i++)
            {
                arriving[i] = areas[i] * (all > areas[i] ? perArea - next[i] : perArea);
                left += arriving[i];
            }
        }
        return share;
    }
}
