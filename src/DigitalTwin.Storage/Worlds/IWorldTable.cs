namespace DigitalTwin.Storage.Worlds;

/// <summary>The worlds of a store. A fork is one row: it shares what it has not changed with its parent, so it costs the same for ten twins and for a million.</summary>
public interface IWorldTable
{
    /// <summary>All worlds, by name.</summary>
    Task<IReadOnlyList<World>> ListAsync(CancellationToken cancellation);

    /// <summary>A world, or null.</summary>
    Task<World?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>Makes a world without a parent.</summary>
    /// <exception cref="WorldException">The name is taken or malformed.</exception>
    Task<World> CreateAsync(string name, string map, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>
    /// Forks a world at an instant: the fork sees exactly what its parent holds now of the time up to that instant; what arrives in the parent later is not seen, even if
    /// it was observed before. The fork is there whole or not at all.
    /// </summary>
    /// <param name="name">Its name: small letters, digits, hyphens and dots; at most 64 characters.</param>
    /// <param name="parent">The world that is forked.</param>
    /// <param name="instant">The instant; the newest of the parent when null.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="at">When it is made.</param>
    /// <param name="cancellation">Ends it before it is made.</param>
    /// <exception cref="WorldException">There is no such parent, or the name is taken or malformed.</exception>
    Task<World> ForkAsync(string name, string parent, DateTimeOffset? instant, WorldKind kind, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>
    /// Begins a world that nobody sees until it is published, so that a world of many frames is there whole or not at all. Its entries and frames are written under the name that the
    /// answer has. One that is never published (its writer was killed) is replaced by the next of the same name, and taken away a week later when a store is opened.
    /// </summary>
    /// <param name="name">The name under which it will be published.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="map">Content hash of its map.</param>
    /// <param name="from">What it is forked from; null for nothing.</param>
    /// <param name="at">When it is made.</param>
    /// <param name="cancellation">Ends it before it is made.</param>
    /// <exception cref="WorldException">There is no such parent, or the name is taken or malformed.</exception>
    Task<World> DraftAsync(string name, WorldKind kind, string map, ForkPoint? from, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>A world that was begun under a name and is not published, or null.</summary>
    Task<World?> FindDraftAsync(string name, CancellationToken cancellation);

    /// <summary>Publishes a world that was begun: from now on it has its name and everybody sees it, whole.</summary>
    /// <exception cref="WorldException">Nothing was begun under this name, or a world of this name has been made since.</exception>
    Task<World> PublishAsync(string name, CancellationToken cancellation);

    /// <summary>Gives up a world that was begun; nothing happens when there is none.</summary>
    Task DropDraftAsync(string name, CancellationToken cancellation);

    /// <summary>Deletes a world with all it does not share.</summary>
    /// <exception cref="WorldException">There is no such world, or others were forked from it.</exception>
    Task DeleteAsync(string name, CancellationToken cancellation);

    /// <summary>What a world holds of its own.</summary>
    Task<WorldContent> ContentAsync(string name, CancellationToken cancellation);
}

/// <summary>A world.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Map">Content hash of its map; twins of other assets do not exist in it.</param>
/// <param name="Parent">The world it was forked from, or null.</param>
/// <param name="ForkedAt">The instant of the fork: what the parent observed later is not seen.</param>
/// <param name="ForkedUpTo">The parent's newest entry at the fork: what arrived later is not seen.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record World(string Name, WorldKind Kind, string Map, string? Parent, DateTimeOffset? ForkedAt, long? ForkedUpTo, DateTimeOffset CreatedAt);

/// <summary>What a world holds of its own, without what it shares.</summary>
/// <param name="Observations">Entries of the history.</param>
/// <param name="Twins">Twins with an entry.</param>
/// <param name="ActiveAlerts">Alerts that are not over.</param>
/// <param name="Frames">Simulated frames.</param>
/// <param name="First">Instant of the first entry or frame, or null.</param>
/// <param name="Last">Instant of the last, or null.</param>
public sealed record WorldContent(long Observations, long Twins, long ActiveAlerts, long Frames, DateTimeOffset? First, DateTimeOffset? Last);

/// <summary>Where a world leaves its parent.</summary>
/// <param name="Parent">The parent's name.</param>
/// <param name="Instant">The instant; the newest of the parent when null.</param>
/// <param name="UpTo">The parent's newest entry that is seen; the newest now when null. Given to forks that must see the very same.</param>
public sealed record ForkPoint(string Parent, DateTimeOffset? Instant, long? UpTo = null);
