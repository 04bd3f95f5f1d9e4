namespace DigitalTwin.Scenarios;

/// <summary>The weather of a scenario or of one of its variants: whose climate, and what is laid over it.</summary>
public sealed record WeatherSpec
{
    /// <summary>The climate and nothing else.</summary>
    public static WeatherSpec FromMap { get; } = new();

    /// <summary>Full path of an EPW file; null for the climate of the map.</summary>
    public string? Climate { get; init; }

    /// <summary>A design storm; null for none.</summary>
    public DesignStorm? Storm { get; init; }

    /// <summary>How the air temperature is changed; null for the climate's own.</summary>
    public TemperatureChange? Temperature { get; init; }

    /// <summary>What differs at single stations, in the order of their ids.</summary>
    public IReadOnlyList<StationOverride> Stations { get; init; } = [];

    /// <summary>Whether two are alike but for the storm.</summary>
    internal bool SameClimateAs(WeatherSpec other) =>
        Climate == other.Climate && Temperature == other.Temperature && Stations.SequenceEqual(other.Stations);
}

/// <summary>How a design storm spreads its depth over time.</summary>
public enum Hyetograph
{
    /// <summary>Keifer and Chu 1957: intense at the peak and less towards both ends.</summary>
    Chicago,

    /// <summary>The same intensity throughout.</summary>
    Block,
}

/// <summary>A design storm.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="Begins">When it begins, s since the scenario's start.</param>
/// <param name="Duration">How long it lasts, s.</param>
/// <param name="ReturnPeriod">Mean years between storms at least as deep, a; null when the depth is given.</param>
/// <param name="Depth">Rain in all, m; null when the return period is given and the city's formula tells the depth.</param>
/// <param name="Peak">Share of the duration that lies before the peak, 0 to 1; null for the city's own.</param>
/// <param name="Formula">Intensity formula: its id or a city's name, as the weather library knows it; null for the map's city.</param>
public sealed record DesignStorm(
    Hyetograph Kind, double Begins, double Duration, double? ReturnPeriod, double? Depth, double? Peak, string? Formula = null);

/// <summary>A change of air temperature: exactly one of both is given.</summary>
/// <param name="Peak">What every day of the period peaks at, degC.</param>
/// <param name="Offset">Added all the time, K.</param>
public sealed record TemperatureChange(double? Peak, double? Offset);

/// <summary>What differs at one weather station.</summary>
/// <param name="Station">Asset id: <c>weather/station/S-1</c>.</param>
/// <param name="TemperatureOffset">Added to its air temperature, K.</param>
/// <param name="RainFactor">Multiplies its rain (-).</param>
/// <param name="WindFactor">Multiplies its wind speed (-).</param>
public sealed record StationOverride(string Station, double TemperatureOffset, double RainFactor, double WindFactor);
