namespace DigitalTwin.Grains.Contracts.Telemetry;

/// <summary>One value of one property of one asset at one instant, as a source tells it. Source, asset, property and instant identify it: a second one with the same is a duplicate.</summary>
/// <param name="Asset">The asset's id: <c>water/tank/T-1</c>.</param>
/// <param name="Property">The property: <c>level</c>, <c>occupancy</c>, <c>air-temperature</c>. Small letters, digits and hyphens.</param>
/// <param name="Value">The value in the property's SI unit, or a count; NaN only together with <paramref name="Text"/>.</param>
/// <param name="ObservedAt">When it was so.</param>
/// <param name="Source">Who says so: <c>scada</c>, <c>gate-2</c>.</param>
/// <param name="Quality">How far the source trusts it.</param>
/// <param name="Text">The value when it is a word: <c>open</c>, <c>closed</c>; null for a number.</param>
/// <param name="Origin">Where it comes from.</param>
[GenerateSerializer, Immutable, Alias("dt.observation")]
public sealed record Observation(
    [property: Id(0)] string Asset,
    [property: Id(1)] string Property,
    [property: Id(2)] double Value,
    [property: Id(3)] DateTimeOffset ObservedAt,
    [property: Id(4)] string Source,
    [property: Id(5)] Quality Quality = Quality.Good,
    [property: Id(6)] string? Text = null,
    [property: Id(7)] Origin Origin = Origin.Observed);
