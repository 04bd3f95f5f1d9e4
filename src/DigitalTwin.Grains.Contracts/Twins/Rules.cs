using System.Collections.Immutable;

namespace DigitalTwin.Grains.Contracts.Twins;

/// <summary>How serious an alert is, in the four words of the Common Alerting Protocol 1.2 (minor, moderate, severe, extreme).</summary>
[GenerateSerializer, Alias("dt.severity")]
public enum Severity
{
    /// <summary>To be known.</summary>
    Minor = 0,

    /// <summary>To be looked at.</summary>
    Moderate = 1,

    /// <summary>To be acted on.</summary>
    Severe = 2,

    /// <summary>To be acted on at once.</summary>
    Extreme = 3,
}

/// <summary>On which side of its limit a threshold is crossed.</summary>
[GenerateSerializer, Alias("dt.side")]
public enum Side
{
    /// <summary>A value above the limit crosses it.</summary>
    Above = 0,

    /// <summary>A value below the limit crosses it.</summary>
    Below = 1,
}

/// <summary>A threshold on a property. It is crossed when the value has been beyond the limit for <paramref name="Delay"/>, and over when it has come back by <paramref name="Hysteresis"/>.</summary>
/// <param name="Name">Unique in its twin: <c>low-level</c>.</param>
/// <param name="Property">The property.</param>
/// <param name="Side">Which side.</param>
/// <param name="Limit">The limit, in the property's unit.</param>
/// <param name="Hysteresis">How far the value must come back, in the property's unit; at least 0.</param>
/// <param name="Delay">How long the value must be beyond, by the instants of observation; at least 0.</param>
/// <param name="Severity">How serious it is.</param>
[GenerateSerializer, Immutable, Alias("dt.threshold")]
public sealed record Threshold(
    [property: Id(0)] string Name,
    [property: Id(1)] string Property,
    [property: Id(2)] Side Side,
    [property: Id(3)] double Limit,
    [property: Id(4)] double Hysteresis,
    [property: Id(5)] TimeSpan Delay,
    [property: Id(6)] Severity Severity);

/// <summary>What makes a sensor suspect.</summary>
/// <param name="Property">The property.</param>
/// <param name="SilentAfter">Without a new value for this long it is silent; null to never say so.</param>
/// <param name="StuckAfter">With the very same value for this long it is stuck; null to never say so.</param>
[GenerateSerializer, Immutable, Alias("dt.staleness")]
public sealed record Staleness([property: Id(0)] string Property, [property: Id(1)] TimeSpan? SilentAfter, [property: Id(2)] TimeSpan? StuckAfter);

/// <summary>What a twin watches.</summary>
/// <param name="Thresholds">Thresholds.</param>
/// <param name="Staleness">Silent and stuck sensors.</param>
[GenerateSerializer, Immutable, Alias("dt.rules")]
public sealed record Rules([property: Id(0)] ImmutableArray<Threshold> Thresholds, [property: Id(1)] ImmutableArray<Staleness> Staleness)
{
    /// <summary>Watches nothing.</summary>
    public static Rules None { get; } = new([], []);
}
