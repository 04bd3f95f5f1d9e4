using DigitalTwin.Weather.Series;

namespace DigitalTwin.Weather.Stations;

/// <summary>
/// What a station measured last, laid over what its series says: at that instant the weather is what was measured, and with the distance in time
/// it becomes what the series says (Y22, Y23). It is no forecast of fronts and cells: it carries on what is known now for as long as that is worth something.
/// </summary>
/// <param name="Observed">The newest measurement of every element that is known.</param>
public sealed record Nowcast(IReadOnlyDictionary<WeatherElement, Measured> Observed)
{
    /// <summary>After how long a deviation from the series has fallen to 1/e; above 0.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromHours(3);

    /// <summary>The same for rain and snow, which come in cells.</summary>
    public TimeSpan RainMemory { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The values of an element that are believed, in its unit.</summary>
    public static (double Least, double Most) Believable(WeatherElement element)
    {
        var variable = ObservedVariable.All.First(v => v.Element == element);
        return (variable.Least, variable.Most);
    }

    /// <summary>Whether a measurement can be laid over a series: the series knows the element at that instant (rain may be unknown), and for radiation it is day.</summary>
    public static bool CanApproach(WeatherSeries series, WeatherElement element, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(series);
        var known = series.At(element, at);
        return element switch
        {
            WeatherElement.Precipitation => true,
            WeatherElement.GlobalRadiation or WeatherElement.DirectRadiation or WeatherElement.DiffuseRadiation => known >= StationNowcast.LeastRadiation,
            WeatherElement.Visibility => known > 0,
            _ => double.IsFinite(known),
        };
    }
}

/// <summary>A value that was measured.</summary>
/// <param name="At">When.</param>
/// <param name="Value">The value, in the unit of its <see cref="WeatherElement"/>.</param>
public readonly record struct Measured(DateTimeOffset At, double Value);
