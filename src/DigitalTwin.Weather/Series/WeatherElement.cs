namespace DigitalTwin.Weather.Series;

/// <summary>What a station can know. The first ones are values at an instant, those from <see cref="GlobalRadiation"/> on are means over an interval.</summary>
public enum WeatherElement
{
    /// <summary>Air temperature 1.5 to 2 m above ground, degC.</summary>
    AirTemperature,

    /// <summary>Relative humidity against water, %.</summary>
    RelativeHumidity,

    /// <summary>Pressure at the station, Pa.</summary>
    Pressure,

    /// <summary>Mean wind speed 10 m above ground, m/s.</summary>
    WindSpeed,

    /// <summary>Direction the wind comes from, degrees clockwise from north.</summary>
    WindDirection,

    /// <summary>Gust (3 s), m/s.</summary>
    WindGust,

    /// <summary>Part of the sky that is covered, 0 to 1.</summary>
    CloudCover,

    /// <summary>Visibility, m.</summary>
    Visibility,

    /// <summary>Temperature of the ground's surface (the 0 cm ground temperature of the Chinese network), degC.</summary>
    GroundTemperature,

    /// <summary>Temperature of the road's surface, degC.</summary>
    RoadTemperature,

    /// <summary>Global radiation on a horizontal plane, W/m2.</summary>
    GlobalRadiation,

    /// <summary>Direct radiation on a plane that faces the sun, W/m2.</summary>
    DirectRadiation,

    /// <summary>Diffuse radiation on a horizontal plane, W/m2.</summary>
    DiffuseRadiation,

    /// <summary>Infrared radiation from the sky on a horizontal plane, W/m2.</summary>
    InfraredRadiation,

    /// <summary>Precipitation, mm/h of water.</summary>
    Precipitation,
}

/// <summary>Facts about the elements that hold for every series.</summary>
public static class WeatherElements
{
    /// <summary>How many elements there are.</summary>
    public const int Count = (int)WeatherElement.Precipitation + 1;

    /// <summary>Whether values are means over an interval (radiation, precipitation) and not values at an instant.</summary>
    public static bool IsMean(WeatherElement element) => element >= WeatherElement.GlobalRadiation;
}
