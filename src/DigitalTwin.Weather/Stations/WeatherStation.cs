using DigitalTwin.Numerics.Text;
using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Series;

namespace DigitalTwin.Weather.Stations;

/// <summary>A place where the weather is known.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Elevation">m above sea level.</param>
/// <param name="Series">What it knows.</param>
public sealed record WeatherStation(string Id, string Name, double Longitude, double Latitude, double Elevation, WeatherSeries Series)
{
    /// <summary>Added to its air temperature after all adjustments, K: a heat island, say.</summary>
    public double TemperatureOffset { get; init; }

    /// <summary>Multiplies its precipitation and, where it counts, that of storms.</summary>
    public double RainFactor { get; init; } = 1;

    /// <summary>Multiplies its wind and gusts.</summary>
    public double WindFactor { get; init; } = 1;

    /// <summary>What it measured at an instant, laid over its series before anything else; null for nothing.</summary>
    public Nowcast? Nowcast { get; init; }

    /// <summary>The station of an EPW file, where its LOCATION record puts it.</summary>
    public static WeatherStation FromEpw(EpwFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var at = file.Location;
        return new WeatherStation(at.Wmo.Length > 0 ? at.Wmo : at.City, at.City, at.Longitude, at.Latitude, at.Elevation, EpwSeries.From(file));
    }
}

/// <summary>A place whose weather is asked for: a district, a building, a point of a network.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, in warnings too.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Elevation">m above sea level; NaN takes that of the stations around, so that nothing is corrected for height.</param>
public sealed record WeatherPlace(string Id, LocalizedText Name, double Longitude, double Latitude, double Elevation = double.NaN)
{
    /// <summary>Whether warning signals are issued for it.</summary>
    public bool IsWarned { get; init; } = true;
}
