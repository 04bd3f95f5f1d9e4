using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Weather;

/// <summary>How the weather is computed. Every default is said with its source.</summary>
public sealed record WeatherOptions
{
    /// <summary>How many of the nearest stations count at a place.</summary>
    public int NearestStations { get; init; } = 8;

    /// <summary>Fall of temperature with height, K/m: 0.0065, the standard atmosphere (ISO 2533:1975).</summary>
    public double LapseRate { get; init; } = 0.0065;

    /// <summary>
    /// Gust (3 s) over mean (10 min) wind where no gust is measured: 1.66, "in-land" in table 1.1 of Harper, Kepert and Ginger (2010), WMO/TD-No. 1555.
    /// </summary>
    public double GustFactor { get; init; } = 1.66;

    /// <summary>At and below this air temperature precipitation is snow, degC.</summary>
    public double AllSnow { get; init; }

    /// <summary>At and above this air temperature precipitation is rain, degC; between the two it is mixed linearly. SWMM's single limit, 1.1 degC (34 °F), lies midway.</summary>
    public double AllRain { get; init; } = 2;

    /// <summary>Chance of this replication; null for the expected weather.</summary>
    public KeyedRandom? Chance { get; init; }

    /// <summary>Spread of a storm's depth over replications: standard deviation of its natural logarithm (the mean depth stays).</summary>
    public double StormDepthSpread { get; init; }

    /// <summary>Spread of the temperature over replications: standard deviation of one shift for the whole run, K.</summary>
    public double TemperatureSpread { get; init; }

    /// <summary>Spread of the wind over replications: standard deviation of the natural logarithm of one factor for the whole run (its mean stays 1).</summary>
    public double WindSpread { get; init; }

    /// <summary>
    /// How far ahead the early-warning service sees. Its forecast is the scenario's own weather (a perfect one) unless spreads are given below. 0 leaves it with
    /// what has been observed.
    /// </summary>
    public TimeSpan ForecastHorizon { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How long a lower level must have been enough before a signal is lowered or lifted.</summary>
    public TimeSpan LiftAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Error of the forecast's rain a day ahead: standard deviation of its natural logarithm; grows with the root of the lead time.</summary>
    public double ForecastRainSpread { get; init; }

    /// <summary>Error of the forecast's temperature a day ahead: standard deviation, K; grows with the root of the lead time.</summary>
    public double ForecastTemperatureSpread { get; init; }

    /// <summary>What is wrong with the options, one sentence each.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (NearestStations < 1) yield return $"{nameof(NearestStations)} is {NearestStations}; 1 or more is accepted.";
        if (!(Math.Abs(LapseRate) <= 0.05)) yield return $"{nameof(LapseRate)} is {LapseRate} K/m; -0.05 to 0.05 is accepted.";
        if (!(GustFactor >= 1 && GustFactor <= 5)) yield return $"{nameof(GustFactor)} is {GustFactor}; 1 to 5 is accepted.";
        if (!(AllRain > AllSnow)) yield return $"{nameof(AllRain)} ({AllRain} degC) must be above {nameof(AllSnow)} ({AllSnow} degC).";
        if (ForecastHorizon < TimeSpan.Zero || ForecastHorizon > TimeSpan.FromHours(240)) yield return $"{nameof(ForecastHorizon)} is {ForecastHorizon.TotalHours} h; 0 to 240 is accepted.";
        if (LiftAfter < TimeSpan.Zero) yield return $"{nameof(LiftAfter)} is {LiftAfter}; 0 or more is accepted.";
        foreach (var (name, spread, most) in new[]
                 {
                     (nameof(StormDepthSpread), StormDepthSpread, 2.0), (nameof(TemperatureSpread), TemperatureSpread, 20.0), (nameof(WindSpread), WindSpread, 2.0),
                     (nameof(ForecastRainSpread), ForecastRainSpread, 2.0), (nameof(ForecastTemperatureSpread), ForecastTemperatureSpread, 20.0),
                 })
        {
            if (!(spread >= 0 && spread <= most)) yield return $"{name} is {spread}; 0 to {most} is accepted.";
        }
    }
}
