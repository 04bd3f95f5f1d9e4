using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Grains.Contracts.Twins;

/// <summary>A value as a twin knows it.</summary>
/// <param name="Property">The property.</param>
/// <param name="Value">The value, SI; NaN when it is a word.</param>
/// <param name="Text">The value when it is a word.</param>
/// <param name="ObservedAt">When it was so.</param>
/// <param name="ArrivedAt">When we learnt it.</param>
/// <param name="Quality">How far it can be trusted.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Origin">Where it comes from.</param>
[GenerateSerializer, Immutable, Alias("dt.reading")]
public sealed record Reading(
    [property: Id(0)] string Property,
    [property: Id(1)] double Value,
    [property: Id(2)] string? Text,
    [property: Id(3)] DateTimeOffset ObservedAt,
    [property: Id(4)] DateTimeOffset ArrivedAt,
    [property: Id(5)] Quality Quality,
    [property: Id(6)] string Source,
    [property: Id(7)] Origin Origin);
