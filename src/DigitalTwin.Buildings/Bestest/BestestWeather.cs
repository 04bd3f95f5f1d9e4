using DigitalTwin.Buildings.Weather;
using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Buildings.Bestest;

/// <summary>A year of hours of weather at a place, means over each hour. The library reads no weather files; who runs a case does.</summary>
public sealed class BestestWeather
{
    /// <summary>Hours of a year.</summary>
    public const int Hours = 8760;

    private readonly Outdoors[] hours;
    private readonly SolarPosition[] sun = new SolarPosition[Hours];

    /// <summary>A year that begins on 1 January.</summary>
    /// <param name="hours">8760 hours.</param>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    /// <param name="offset">Standard time against UTC.</param>
    /// <exception cref="ArgumentException">There are not 8760 hours.</exception>
    public BestestWeather(ReadOnlySpan<Outdoors> hours, double latitude, double longitude, TimeSpan offset)
    {
        if (hours.Length != Hours) throw new ArgumentException($"A year has {Hours} hours; found {hours.Length}.", nameof(hours));
        this.hours = hours.ToArray();

        // A typical year has no year: the sun of one in the middle between leap years is meant.
        var begin = SolarPosition.Day(new DateTimeOffset(2022, 1, 1, 0, 0, 0, offset));
        for (var h = 0; h < Hours; h++) sun[h] = SolarPosition.MeanOver(begin + (h / 24.0), 3600, latitude, longitude);
    }

    /// <summary>An hour; hours before the year are those of its end.</summary>
    public ref readonly Outdoors this[int hour] => ref hours[(hour + Hours) % Hours];

    /// <summary>Where the sun stands in an hour.</summary>
    public ref readonly SolarPosition Sun(int hour) => ref sun[(hour + Hours) % Hours];
}
