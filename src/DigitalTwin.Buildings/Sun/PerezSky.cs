using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Buildings.Sun;

/// <summary>
/// The brightness coefficients of Perez, Ineichen, Seals, Michalsky and Stewart, "Modeling daylight availability and irradiance components from direct and global irradiance",
/// <i>Solar Energy</i> 44 (1990) 271-289, table 6: how much of the diffuse radiation stands around the sun (F1), and how much brighter the horizon is than the rest (F2).
/// </summary>
internal static class PerezSky
{
    /// <summary>Upper ends of the classes of clearness ε, of which the last is open.</summary>
    private static readonly double[] Clearness = [1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2];

    private static readonly double[,] F =
    {
        { -0.008, 0.588, -0.062, -0.060, 0.072, -0.022 },
        { 0.130, 0.683, -0.151, -0.019, 0.066, -0.029 },
        { 0.330, 0.487, -0.221, 0.055, -0.064, -0.026 },
        { 0.568, 0.187, -0.295, 0.109, -0.152, -0.014 },
        { 0.873, -0.392, -0.362, 0.226, -0.462, 0.001 },
        { 1.132, -1.237, -0.412, 0.288, -0.823, 0.056 },
        { 1.060, -1.600, -0.359, 0.264, -1.127, 0.131 },
        { 0.678, -0.327, -0.250, 0.156, -1.377, 0.251 },
    };

    /// <summary>F1 (at least 0) and F2.</summary>
    /// <param name="beam">Direct normal radiation, W/m².</param>
    /// <param name="diffuse">Diffuse horizontal radiation, W/m², above 0.</param>
    /// <param name="sun">The sun, above the horizon.</param>
    public static (double Disc, double Band) Brightness(double beam, double diffuse, in SolarPosition sun)
    {
        // z zenith angle, rad; ε clearness; Δ brightness with the air mass of Kasten and Young 1989.
        var z = Math.Acos(Math.Clamp(sun.Up, 0, 1));
        var kz = 1.041 * z * z * z;
        var clearness = (((diffuse + beam) / diffuse) + kz) / (1 + kz);
        var altitude = Math.Max(0, 90 - (z * 180 / Math.PI));
        var airMass = 1 / (sun.Up + (0.50572 * Math.Pow(altitude + 6.07995, -1.6364)));
        var brightness = diffuse * airMass / sun.Extraterrestrial;
        var c = 0;
        while (c < Clearness.Length && clearness >= Clearness[c]) c++;
        return (Math.Clamp(F[c, 0] + (F[c, 1] * brightness) + (F[c, 2] * z), 0, 1), F[c, 3] + (F[c, 4] * brightness) + (F[c, 5] * z));
    }
}
