using System.Collections.Immutable;
using DigitalTwin.Client.Telemetry;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;

namespace DigitalTwin.Client;

/// <summary>
/// A city's worlds and twins, for programs: over the grains of a cluster, or of the silo in the same process. It holds nothing but the way to them, and is safe to use from
/// many threads.
/// </summary>
/// <param name="grains">The way to the grains: an <c>IClusterClient</c>, or a silo's own factory.</param>
/// <param name="clock">Counts the time between attempts of what it sends.</param>
public sealed class CityClient(IGrainFactory grains, TimeProvider clock)
{
    /// <summary>Every world, by name.</summary>
    public Task<ImmutableArray<WorldStatus>> WorldsAsync(CancellationToken cancellation = default) =>
        grains.GetGrain<IWorldsGrain>(IWorldsGrain.Key).ListAsync(cancellation);

    /// <summary>A world, whether it is there or not.</summary>
    public IWorldGrain World(string name) => grains.GetGrain<IWorldGrain>(name);

    /// <summary>The twin of an asset in a world, whether it is there or not.</summary>
    /// <exception cref="ArgumentException">No type of twin stands for such assets.</exception>
    public ITwinGrain Twin(string world, string asset) => TwinKey.Twin(grains, world, asset)
        ?? throw new ArgumentException($"No twin stands for assets such as '{asset}'; an asset is domain/type/id, as in 'water/tank/T-1'.", nameof(asset));

    /// <summary>Opens a sender of observations to a world: ordered for each asset, in batches, with bounded memory.</summary>
    /// <param name="world">The world; only a live world or a fork takes observations.</param>
    /// <param name="received">Told what became of each observation, from several threads but for one asset in order; null when nobody wants to know.</param>
    /// <param name="options">Sizes and patience; the defaults when null.</param>
    public TelemetrySender Sender(string world, Action<Receipt>? received = null, TelemetrySenderOptions? options = null) =>
        new(grains.GetGrain<ITelemetryGrain>(world), clock, received, options ?? new());

    /// <summary>Changes of some twins of a world from now on, as they become durable, until the caller has had enough.</summary>
    public IAsyncEnumerable<TwinChange> ChangesAsync(string world, IEnumerable<string> assets, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(assets);
        return Merging.Of([.. assets.Select(asset => Twin(world, asset))], (twin, stop) => twin.ChangesAsync(stop), cancellation);
    }
}
