using System.Collections.Immutable;

namespace DigitalTwin.Grains.Contracts.Telemetry;

/// <summary>The door for telemetry of a world (key: the world's name): checks each observation, hands it to its twin, and answers when all that was taken is durable. A stateless worker: as many as there is load.</summary>
[Alias("dt.telemetry-grain")]
public interface ITelemetryGrain : IGrainWithStringKey
{
    /// <summary>Takes a batch. Observations that are refused do not keep the others out.</summary>
    /// <param name="batch">At most <see cref="TelemetryLimits.BatchSize"/> observations, of any assets.</param>
    /// <param name="cancellation">Gives up waiting; what was taken stays taken.</param>
    [Alias("observe")]
    Task<BatchReceipt> ObserveAsync(ImmutableArray<Observation> batch, CancellationToken cancellation);
}

/// <summary>What telemetry may not exceed; beyond it a record is refused with its reason.</summary>
public static class TelemetryLimits
{
    /// <summary>Most observations in a batch.</summary>
    public const int BatchSize = 10_000;

    /// <summary>Most different properties of an asset.</summary>
    public const int PropertiesPerAsset = 256;

    /// <summary>Longest name of a property or a source, characters.</summary>
    public const int NameLength = 64;

    /// <summary>Longest text value, characters.</summary>
    public const int TextLength = 256;

    /// <summary>How far ahead of the silo's clock an instant of an observed value may lie.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>The first instant that is accepted: 1970-01-01.</summary>
    public static readonly DateTimeOffset First = DateTimeOffset.UnixEpoch;
}
