namespace DigitalTwin.Buildings.Zones;

/// <summary>
/// Long-wave exchange between inner faces as a star (Carroll 1980, "An MRT method of computing radiant energy exchange in rooms"): each face exchanges heat with one radiant temperature,
/// through F'. It conserves heat, and takes into account that a flat face does not see itself.
/// </summary>
internal static class RadiantStar
{
    /// <summary>F' of each face: 1 / (1/F + (1 - ε)/ε), with F = 1 / (1 - A F / Σ A F).</summary>
    public static double[] Factors(ReadOnlySpan<double> areas, ReadOnlySpan<double> emittances)
    {
        var f = new double[areas.Length];
        Array.Fill(f, 1);
        for (var turn = 0; turn < 100; turn++)
        {
            double sum = 0;
            for (var i = 0; i < f.Length; i++) sum += areas[i] * f[i];

            // A face of more than half of all area has no solution: it sees more of the others than they have.
            for (var i = 0; i < f.Length; i++) f[i] = 1 / Math.Max(0.1, 1 - (areas[i] * f[i] / sum));
        }
        for (var i = 0; i < f.Length; i++) f[i] = 1 / ((1 / f[i]) + ((1 - emittances[i]) / emittances[i]));
        return f;
    }
}
