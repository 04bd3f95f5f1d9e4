namespace DigitalTwin.Weather.Series;

/// <summary>
/// Water vapour by the Magnus form of the WMO <i>Guide to Instruments and Methods of Observation</i> (WMO-No. 8), annex 4.B, valid from -45 to
/// 60 degC over water: (Y1) e_s(t) = 611.2 exp(17.62 t / (243.12 + t)) Pa. Relative humidity is against water at every temperature.
/// </summary>
public static class Humidity
{
    /// <summary>(Y1) Saturation vapour pressure over water, Pa.</summary>
    /// <param name="temperature">degC.</param>
    public static double SaturationPressure(double temperature) => 611.2 * Math.Exp(17.62 * temperature / (243.12 + temperature));

    /// <summary>(Y2) Dew point, degC: the temperature at which a vapour pressure saturates.</summary>
    /// <param name="vapourPressure">Pa, above 0.</param>
    public static double DewPoint(double vapourPressure)
    {
        var x = Math.Log(vapourPressure / 611.2);
        return 243.12 * x / (17.62 - x);
    }

    /// <summary>Relative humidity, %, of air at a temperature with a dew point, degC.</summary>
    public static double Relative(double temperature, double dewPoint) => 100 * SaturationPressure(dewPoint) / SaturationPressure(temperature);
}
