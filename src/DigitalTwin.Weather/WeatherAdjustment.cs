namespace DigitalTwin.Weather;

/// <summary>A change to the climate of a scenario's stations.</summary>
public abstract record WeatherAdjustment;

/// <summary>Warmer or colder by a fixed amount from one instant until another (or always). The water vapour in the air stays as it is.</summary>
/// <param name="Kelvin">K, added to the air temperature.</param>
/// <param name="From">Begin, or null.</param>
/// <param name="Until">End, or null.</param>
public sealed record TemperatureOffset(double Kelvin, DateTimeOffset? From = null, DateTimeOffset? Until = null) : WeatherAdjustment;

/// <summary>
/// A day whose air temperature peaks at a given value at every station. What lies above the warmer of the day's two midnights is stretched,
/// (Y11) T' = T + (T_peak - T_max) clamp((T - T_night) / (T_max - T_night), 0, 1), so that the day keeps its diurnal shape, meets its neighbours
/// without a step, and T' = T_peak where T = T_max. The water vapour in the air stays as it is.
/// </summary>
/// <param name="Date">The local day.</param>
/// <param name="Peak">T_peak, degC.</param>
public sealed record PeakTemperatureDay(DateOnly Date, double Peak) : WeatherAdjustment;
