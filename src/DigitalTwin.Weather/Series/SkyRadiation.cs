namespace DigitalTwin.Weather.Series;

/// <summary>Infrared radiation from the sky where a file has none.</summary>
public static class SkyRadiation
{
    /// <summary>
    /// (Y3) I = eps sigma T^4 with eps = (0.787 + 0.764 ln(T_d / 273)) (1 + 0.0224 N - 0.0035 N^2 + 0.00028 N^3), W/m2: Walton (1983) and Clark and
    /// Allen (1978), as the EPW data dictionary prescribes for a missing field 13. Its example (20 degC, dew point 10 degC, clear) gives 340.6 W/m2.
    /// </summary>
    /// <param name="temperature">Air temperature, degC.</param>
    /// <param name="dewPoint">Dew point, degC.</param>
    /// <param name="opaqueCover">Opaque sky cover, tenths.</param>
    public static double Infrared(double temperature, double dewPoint, double opaqueCover)
    {
        const double sigma = 5.6697e-8;
        var t = temperature + 273.15;
        var n = opaqueCover;
        var clear = 0.787 + (0.764 * Math.Log((dewPoint + 273.15) / 273));
        return clear * (1 + (0.0224 * n) - (0.0035 * n * n) + (0.00028 * n * n * n)) * sigma * t * t * t * t;
    }
}
