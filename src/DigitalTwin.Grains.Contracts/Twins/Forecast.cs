namespace DigitalTwin.Grains.Contracts.Twins;

/// <summary>What a twin expects of its future.</summary>
/// <param name="At">The instant that is forecast.</param>
/// <param name="Expected">The expected value.</param>
/// <param name="Lower">Lower end of the prediction interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Coverage">Share of outcomes that the interval is made to hold, between 0 and 1.</param>
/// <param name="From">Instant of the reading that it goes out from.</param>
/// <param name="IsGuess">Whether too little is known yet to say how far it may miss: the interval then holds whatever the twin can.</param>
[GenerateSerializer, Immutable, Alias("dt.forecast")]
public readonly record struct Forecast(
    [property: Id(0)] DateTimeOffset At, [property: Id(1)] double Expected, [property: Id(2)] double Lower, [property: Id(3)] double Upper,
    [property: Id(4)] double Coverage, [property: Id(5)] DateTimeOffset From, [property: Id(6)] bool IsGuess = false);
