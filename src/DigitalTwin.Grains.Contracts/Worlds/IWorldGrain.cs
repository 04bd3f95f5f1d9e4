using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Grains.Contracts.Worlds;

/// <summary>
/// A world (key: its name): one version of the city's state through time. What it changes is durable and in the audit trail when a call returns. Calls that ask of a
/// world that is not there throw a <see cref="WorldException"/> with the nearest name.
/// </summary>
[Alias("dt.world-grain")]
public interface IWorldGrain : IGrainWithStringKey
{
    /// <summary>Makes this world without a parent, fed by telemetry.</summary>
    /// <param name="map">Content hash of its map, which the store holds.</param>
    /// <param name="requester">Who wants it.</param>
    /// <param name="cancellation">Ends it before it is made.</param>
    /// <exception cref="WorldException">The name is taken or malformed, or the store does not hold the map.</exception>
    [Alias("create")]
    Task<WorldStatus> CreateAsync(string map, string requester, CancellationToken cancellation);

    /// <summary>What it is and holds; null when there is no such world.</summary>
    [Alias("status")]
    Task<WorldStatus?> StatusAsync(CancellationToken cancellation);

    /// <summary>
    /// Forks it: the new world sees exactly what this one knows now of the time up to an instant, costs one row however large this one is, and is there whole or not at all.
    /// </summary>
    /// <param name="name">Name of the new world: small letters, digits, hyphens and dots; at most 64 characters.</param>
    /// <param name="instant">The instant, which may be past; the newest of this world when null.</param>
    /// <param name="requester">Who wants it.</param>
    /// <param name="cancellation">Ends it before it is made.</param>
    /// <exception cref="WorldException">The name is taken or malformed.</exception>
    [Alias("fork")]
    Task<WorldStatus> ForkAsync(string name, DateTimeOffset? instant, string requester, CancellationToken cancellation);

    /// <summary>Deletes it with all it does not share.</summary>
    /// <exception cref="WorldException">Other worlds were forked from it; the message names them.</exception>
    [Alias("delete")]
    Task DeleteAsync(string requester, CancellationToken cancellation);

    /// <summary>What it knows differently from another world, or from itself at another instant; by asset and property.</summary>
    [Alias("differences")]
    IAsyncEnumerable<TwinDifference> DifferencesAsync(DifferenceQuery query, CancellationToken cancellation);

    /// <summary>Alerts of its twins, the newest first.</summary>
    [Alias("alerts")]
    IAsyncEnumerable<Alert> AlertsAsync(AlertQuery query, CancellationToken cancellation);

    /// <summary>The newest readings of every twin that has one, now or at an instant.</summary>
    [Alias("newest")]
    IAsyncEnumerable<AssetReadings> NewestAsync(DateTimeOffset? at, CancellationToken cancellation);

    /// <summary>Forgets what is older than an instant, except each property's newest value before it and whatever a fork still sees.</summary>
    /// <returns>How many entries were forgotten.</returns>
    [Alias("forget")]
    Task<long> ForgetAsync(DateTimeOffset olderThan, string requester, CancellationToken cancellation);
}

/// <summary>The worlds of a store. A stateless worker; any key will do, <see cref="Key"/> is the usual one.</summary>
[Alias("dt.worlds-grain")]
public interface IWorldsGrain : IGrainWithStringKey
{
    /// <summary>The usual key.</summary>
    public const string Key = "all";

    /// <summary>Every world, by name.</summary>
    [Alias("list")]
    Task<ImmutableArray<WorldStatus>> ListAsync(CancellationToken cancellation);
}
