using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Client.Telemetry;

/// <summary>
/// Sends observations in batches with bounded memory. Observations of one asset keep their order: each asset belongs to one lane, and a lane has one batch on its way. A batch that
/// did not come through is sent again as it was; what had come through is known by source, asset, property and instant, so nothing is taken twice. What a receipt calls accepted is durable.
/// </summary>
public sealed class TelemetrySender : IAsyncDisposable
{
    private readonly Lane[] lanes;
    private readonly CancellationTokenSource stop = new();

    internal TelemetrySender(ITelemetryGrain door, TimeProvider clock, Action<Receipt>? received, TelemetrySenderOptions options)
    {
        options.ThrowIfWrong();
        Totals = new();
        lanes = [.. Enumerable.Range(0, options.Lanes).Select(_ => new Lane(door, clock, options, Totals, received, stop.Token))];
    }

    /// <summary>What became of everything sent so far.</summary>
    public SenderTotals Totals { get; }

    /// <summary>Hands an observation over; waits while its lane is full.</summary>
    /// <param name="observation">The observation.</param>
    /// <param name="tag">Comes back with its receipt.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="TelemetryException">Sending has failed for good; the inner exception says why.</exception>
    public ValueTask SendAsync(Observation observation, long tag = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return lanes[LaneOf(observation.Asset)].SendAsync(new(observation, tag), cancellation);
    }

    /// <summary>Waits until everything handed over before has its receipt.</summary>
    /// <exception cref="TelemetryException">Sending has failed for good.</exception>
    public async Task FlushAsync(CancellationToken cancellation = default)
    {
        foreach (var lane in lanes) await lane.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Stops at once. What was handed over and has no receipt may or may not have come through: call <see cref="FlushAsync"/> before.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        foreach (var lane in lanes) await lane.EndAsync().ConfigureAwait(false);
        stop.Dispose();
    }

    /// <summary>The same lane for the same asset (FNV-1a over its characters).</summary>
    private int LaneOf(string asset)
    {
        var hash = 2166136261u;
        foreach (var c in asset) hash = (hash ^ c) * 16777619u;
        return (int)(hash % (uint)lanes.Length);
    }
}

/// <summary>Sending has failed for good.</summary>
public sealed class TelemetryException : Exception
{
    /// <summary>An exception.</summary>
    public TelemetryException()
    {
    }

    /// <summary>An exception with its sentence.</summary>
    public TelemetryException(string message) : base(message)
    {
    }

    /// <summary>An exception with its sentence and its cause.</summary>
    public TelemetryException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
