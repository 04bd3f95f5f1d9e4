namespace DigitalTwin.Weather.Epw;

/// <summary>
/// The measured fields of an EPW data row; the value is the field's number in the row (1-based), as in the EnergyPlus <i>Auxiliary Programs</i>
/// manual, "EnergyPlus Weather File (EPW) Data Dictionary". Fields 1 to 6 are the time and the flags; field 28 is text.
/// </summary>
public enum EpwField
{
    /// <summary>Dry bulb temperature, degC, at the time.</summary>
    DryBulb = 7,

    /// <summary>Dew point temperature, degC, at the time.</summary>
    DewPoint = 8,

    /// <summary>Relative humidity, %, at the time.</summary>
    RelativeHumidity = 9,

    /// <summary>Station pressure, Pa, at the time.</summary>
    Pressure = 10,

    /// <summary>Extraterrestrial horizontal radiation, Wh/m2, in the interval before the time.</summary>
    ExtraterrestrialHorizontal = 11,

    /// <summary>Extraterrestrial direct normal radiation, Wh/m2, in the interval before the time.</summary>
    ExtraterrestrialDirectNormal = 12,

    /// <summary>Infrared radiation from the sky on a horizontal plane, Wh/m2.</summary>
    InfraredFromSky = 13,

    /// <summary>Global horizontal radiation, Wh/m2, in the interval before the time.</summary>
    GlobalHorizontal = 14,

    /// <summary>Direct normal radiation, Wh/m2, in the interval before the time.</summary>
    DirectNormal = 15,

    /// <summary>Diffuse horizontal radiation, Wh/m2, in the interval before the time.</summary>
    DiffuseHorizontal = 16,

    /// <summary>Global horizontal illuminance, lux.</summary>
    GlobalIlluminance = 17,

    /// <summary>Direct normal illuminance, lux.</summary>
    DirectNormalIlluminance = 18,

    /// <summary>Diffuse horizontal illuminance, lux.</summary>
    DiffuseIlluminance = 19,

    /// <summary>Zenith luminance, cd/m2.</summary>
    ZenithLuminance = 20,

    /// <summary>Direction the wind blows from, degrees clockwise from north; 0 in a calm.</summary>
    WindDirection = 21,

    /// <summary>Wind speed, m/s.</summary>
    WindSpeed = 22,

    /// <summary>Total sky cover, tenths.</summary>
    TotalSkyCover = 23,

    /// <summary>Opaque sky cover, tenths.</summary>
    OpaqueSkyCover = 24,

    /// <summary>Visibility, km; 777.7 means unlimited.</summary>
    Visibility = 25,

    /// <summary>Ceiling height, m; 77777 means unlimited and 88888 cirrus.</summary>
    CeilingHeight = 26,

    /// <summary>Present weather observation: 0 means that the codes of field 28 were observed.</summary>
    PresentWeatherObservation = 27,

    /// <summary>Precipitable water, mm.</summary>
    PrecipitableWater = 29,

    /// <summary>Aerosol optical depth, broadband (some files write thousandths).</summary>
    AerosolOpticalDepth = 30,

    /// <summary>Snow depth, cm.</summary>
    SnowDepth = 31,

    /// <summary>Days since the last snowfall; 88 means 88 or more.</summary>
    DaysSinceSnowfall = 32,

    /// <summary>Albedo.</summary>
    Albedo = 33,

    /// <summary>Liquid precipitation, mm, in the duration of the next field.</summary>
    LiquidPrecipitation = 34,

    /// <summary>Duration over which the liquid precipitation fell, h.</summary>
    LiquidPrecipitationDuration = 35,
}
