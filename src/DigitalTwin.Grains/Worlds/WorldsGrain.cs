using System.Collections.Immutable;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Storage;
using Orleans.Concurrency;

namespace DigitalTwin.Grains.Worlds;

/// <summary>The worlds of the store.</summary>
[StatelessWorker, Reentrant]
internal sealed class WorldsGrain(ICityStore store, CityClock clock) : Grain, IWorldsGrain
{
    /// <inheritdoc/>
    public Task<ImmutableArray<WorldStatus>> ListAsync(CancellationToken cancellation) => WorldStatuses.AllAsync(store, clock.Time.GetUtcNow(), cancellation);
}
