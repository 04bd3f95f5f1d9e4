using System.Collections.Concurrent;
using DigitalTwin.Grains.Contracts.Runs;

namespace DigitalTwin.Grains.Runs;

/// <summary>
/// The desks of this process, by experiment. One is placed here by whoever starts an experiment in this very process; that of an experiment which was started elsewhere is made
/// from the store.
/// </summary>
/// <param name="stored">Makes desks from the store; null when the silo has none.</param>
public sealed class ExperimentDesks(StoredDesks? stored = null)
{
    private readonly ConcurrentDictionary<string, ExperimentDesk> placed = new(StringComparer.Ordinal);

    /// <summary>Places a desk, until what is returned is disposed.</summary>
    public IDisposable Place(string experiment, ExperimentDesk desk)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return placed.TryAdd(experiment, desk) ? new Placed(this, experiment) : throw new ArgumentException($"An experiment '{experiment}' is under way in this process.", nameof(experiment));
    }

    /// <summary>The desk of an experiment.</summary>
    /// <exception cref="ExperimentException">It was started elsewhere, and cannot be carried out here.</exception>
    public ValueTask<ExperimentDesk> AtAsync(string experiment, ExperimentOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (placed.TryGetValue(experiment, out var desk)) return new(desk);
        if (stored is not null && order.Study.Bundle is not null) return new(stored.AtAsync(experiment, order, cancellation));
        throw new ExperimentException($"The experiment '{experiment}' was started by a process that is gone, and nothing of it is in the store.");
    }

    private sealed class Placed(ExperimentDesks desks, string experiment) : IDisposable
    {
        public void Dispose() => desks.placed.TryRemove(experiment, out _);
    }
}
