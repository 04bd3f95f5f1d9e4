using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Client.Telemetry;

/// <summary>How a <see cref="TelemetrySender"/> sends.</summary>
public sealed record TelemetrySenderOptions
{
    /// <summary>Most observations in a batch, 1 to <see cref="TelemetryLimits.BatchSize"/>. What is there is sent at once: a batch is as large as what came while the one before it was on its way.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>How many batches are on their way at the same time, each of other assets.</summary>
    public int Lanes { get; init; } = 4;

    /// <summary>How many observations may wait in a lane before <see cref="TelemetrySender.SendAsync"/> waits too.</summary>
    public int Waiting { get; init; } = 2_000;

    /// <summary>How often a batch is tried before the sender gives up.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>Wait before the second attempt; each further wait is twice as long, up to half a minute.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(200);

    internal void ThrowIfWrong()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BatchSize, TelemetryLimits.BatchSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(Lanes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Waiting, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Attempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(FirstWait, TimeSpan.Zero);
    }
}
