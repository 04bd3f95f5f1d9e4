using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Grains.Contracts.Twins;

/// <summary>What raised an alert.</summary>
[GenerateSerializer, Alias("dt.alert-kind")]
public enum AlertKind
{
    /// <summary>A threshold was crossed.</summary>
    Threshold = 0,

    /// <summary>A sensor has gone silent.</summary>
    Silent = 1,

    /// <summary>A sensor repeats itself.</summary>
    Stuck = 2,

    /// <summary>A signal of the early-warning service is in force.</summary>
    Signal = 3,

    /// <summary>What the twin counts and what it is told disagree.</summary>
    Conflict = 4,
}

/// <summary>Something that a twin noticed. An alert is raised once and stays the same alert until it is over, however often it is confirmed in between.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Rule">What raised it, unique in the twin: a threshold's name, <c>silent:level</c>, <c>signal:rainstorm</c>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Severity">How serious it is.</param>
/// <param name="Property">The property concerned.</param>
/// <param name="Value">The value that raised it.</param>
/// <param name="RaisedAt">When it began, by the instants of observation. Together with asset and rule it identifies the alert.</param>
/// <param name="Text">One sentence.</param>
/// <param name="ClearedAt">When it was over; null while it is active.</param>
/// <param name="AcknowledgedBy">Who has seen it; null for nobody.</param>
/// <param name="AcknowledgedAt">When.</param>
[GenerateSerializer, Immutable, Alias("dt.alert")]
public sealed record Alert(
    [property: Id(0)] string Asset,
    [property: Id(1)] string Rule,
    [property: Id(2)] AlertKind Kind,
    [property: Id(3)] Severity Severity,
    [property: Id(4)] string Property,
    [property: Id(5)] double Value,
    [property: Id(6)] DateTimeOffset RaisedAt,
    [property: Id(7)] LocalizedText Text,
    [property: Id(8)] DateTimeOffset? ClearedAt = null,
    [property: Id(9)] string? AcknowledgedBy = null,
    [property: Id(10)] DateTimeOffset? AcknowledgedAt = null)
{
    /// <summary>True until it is over.</summary>
    public bool IsActive => ClearedAt is null;
}
