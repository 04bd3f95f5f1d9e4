namespace DigitalTwin.Mobility.Forecast;

/// <summary>How many cars a lot will probably hold at an instant.</summary>
/// <param name="At">The instant that is forecast.</param>
/// <param name="Expected">Expected number of cars; at least 0, not bounded by the nominal capacity.</param>
/// <param name="Lower">Lower end of the prediction interval, cars; at least 0.</param>
/// <param name="Upper">Upper end, cars.</param>
/// <param name="Coverage">Share of outcomes that the interval is made to hold, 0 to 1.</param>
/// <param name="From">Instant of the reading that it goes out from.</param>
/// <param name="IsGuess">Whether too few days like that one have judged forecasts at that time of day to say how far they miss: the interval then holds whatever the lot can.</param>
public readonly record struct OccupancyForecast(DateTimeOffset At, double Expected, double Lower, double Upper, double Coverage, DateTimeOffset From, bool IsGuess = false);
