using System.Collections.Immutable;

namespace DigitalTwin.Grains.Contracts.Twins;

/// <summary>What a twin knows at an instant.</summary>
/// <param name="World">The world.</param>
/// <param name="Asset">The asset.</param>
/// <param name="At">The instant.</param>
/// <param name="Observed">The newest observed, derived or assumed value of every property, by name.</param>
/// <param name="Simulated">The newest simulated value of every property, by name.</param>
/// <param name="Figures">What follows from these by the asset's type: a tank's volume and time to empty, a lot's free spaces.</param>
/// <param name="Alerts">Active alerts, the most serious first.</param>
/// <param name="Rules">What it watches.</param>
[GenerateSerializer, Immutable, Alias("dt.twin-state")]
public sealed record TwinState(
    [property: Id(0)] string World,
    [property: Id(1)] string Asset,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] ImmutableArray<Reading> Observed,
    [property: Id(4)] ImmutableArray<Reading> Simulated,
    [property: Id(5)] ImmutableArray<Figure> Figures,
    [property: Id(6)] ImmutableArray<Alert> Alerts,
    [property: Id(7)] Rules Rules);

/// <summary>A number that follows from a twin's readings.</summary>
/// <param name="Name">Its name: <c>volume</c>.</param>
/// <param name="Value">The number; NaN when it cannot be said.</param>
/// <param name="Unit">Its unit: <c>m³</c>.</param>
[GenerateSerializer, Immutable, Alias("dt.figure")]
public readonly record struct Figure([property: Id(0)] string Name, [property: Id(1)] double Value, [property: Id(2)] string Unit);

/// <summary>A change of a twin, as it happens.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Reading">A new reading, or null.</param>
/// <param name="Alert">An alert that was raised, acknowledged or cleared, or null.</param>
[GenerateSerializer, Immutable, Alias("dt.twin-change")]
public sealed record TwinChange([property: Id(0)] string Asset, [property: Id(1)] Reading? Reading, [property: Id(2)] Alert? Alert);
