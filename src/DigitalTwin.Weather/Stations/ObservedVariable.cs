using DigitalTwin.Weather.Series;

namespace DigitalTwin.Weather.Stations;

/// <summary>A variable of an observation file: which element it is, which units it may come in, and which values are believed.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Element">The element.</param>
/// <param name="Least">Lowest believable value in the element's unit.</param>
/// <param name="Most">Highest believable value in the element's unit.</param>
/// <param name="Units">Accepted units with factor and offset to the element's unit: value = factor * found + offset.</param>
internal sealed record ObservedVariable(string Name, WeatherElement Element, double Least, double Most, params (string Unit, double Factor, double Offset)[] Units)
{
    private static readonly (string, double, double)[] Temperature = [("degC", 1, 0), ("K", 1, -273.15), ("degF", 5 / 9.0, -160 / 9.0)];
    private static readonly (string, double, double)[] Speed = [("m/s", 1, 0), ("km/h", 1 / 3.6, 0), ("kn", 1852 / 3600.0, 0)];
    private static readonly (string, double, double)[] Radiation = [("W/m2", 1, 0), ("kW/m2", 1000, 0)];

    /// <summary>An amount of precipitation since the last record, and not a rate.</summary>
    public const string Amount = "mm";

    /// <summary>Dew point; becomes relative humidity.</summary>
    public const string DewPoint = "dew_point";

    /// <summary>All variables.</summary>
    public static IReadOnlyList<ObservedVariable> All { get; } =
    [
        new("air_temperature", WeatherElement.AirTemperature, -70, 60, Temperature),
        new("relative_humidity", WeatherElement.RelativeHumidity, 0, 110, ("%", 1, 0), ("1", 100, 0)),
        new(DewPoint, WeatherElement.RelativeHumidity, -90, 50, Temperature),
        new("pressure", WeatherElement.Pressure, 31_000, 120_000, ("Pa", 1, 0), ("hPa", 100, 0), ("kPa", 1000, 0)),
        new("wind_speed", WeatherElement.WindSpeed, 0, 120, Speed),
        new("wind_direction", WeatherElement.WindDirection, 0, 360, ("deg", 1, 0)),
        new("wind_gust", WeatherElement.WindGust, 0, 150, Speed),
        new("cloud_cover", WeatherElement.CloudCover, 0, 1, ("1", 1, 0), ("%", 0.01, 0), ("okta", 0.125, 0), ("tenth", 0.1, 0)),
        new("visibility", WeatherElement.Visibility, 0, 1_000_000, ("m", 1, 0), ("km", 1000, 0)),
        new("ground_temperature", WeatherElement.GroundTemperature, -70, 90, Temperature),
        new("road_temperature", WeatherElement.RoadTemperature, -70, 90, Temperature),
        new("global_radiation", WeatherElement.GlobalRadiation, 0, 2000, Radiation),
        new("direct_radiation", WeatherElement.DirectRadiation, 0, 2000, Radiation),
        new("diffuse_radiation", WeatherElement.DiffuseRadiation, 0, 2000, Radiation),
        new("infrared_radiation", WeatherElement.InfraredRadiation, 0, 1000, Radiation),
        new("precipitation", WeatherElement.Precipitation, 0, 2000, ("mm/h", 1, 0), (Amount, 1, 0)),
    ];
}
