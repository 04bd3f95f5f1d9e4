using System.Collections.Immutable;

namespace DigitalTwin.Grains.Contracts.Telemetry;

/// <summary>What became of an observation.</summary>
[GenerateSerializer, Alias("dt.reception-kind")]
public enum ReceptionKind
{
    /// <summary>Durable, and the newest value of its property.</summary>
    Accepted = 0,

    /// <summary>Durable in the history; a newer value stands.</summary>
    OutOfOrder = 1,

    /// <summary>Known already: nothing was written.</summary>
    Duplicate = 2,

    /// <summary>Not taken, with the reason.</summary>
    Refused = 3,
}

/// <summary>What became of one observation of a batch.</summary>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why it was refused, one sentence; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("dt.reception")]
public readonly record struct Reception([property: Id(0)] ReceptionKind Kind, [property: Id(1)] string? Reason = null);

/// <summary>The answer to a batch: everything that was not refused is durable when it arrives.</summary>
/// <param name="Receptions">One for each observation, in the order of the batch.</param>
[GenerateSerializer, Immutable, Alias("dt.batch-receipt")]
public sealed record BatchReceipt([property: Id(0)] ImmutableArray<Reception> Receptions)
{
    /// <summary>How many observations of the batch met with this.</summary>
    public int Count(ReceptionKind kind) => Receptions.Count(r => r.Kind == kind);
}
