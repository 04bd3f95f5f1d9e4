using DigitalTwin.Simulation.Starting;
using DigitalTwin.Storage;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Grains.Worlds;

/// <summary>Where the runs of a study leave a world: what they start from, and where their own worlds fork off, so that these see exactly what the runs started from.</summary>
/// <param name="Start">What the world knew.</param>
/// <param name="Fork">Where the runs' worlds leave it; null when the store does not have that world.</param>
public sealed record RunOrigin(StartingPoint Start, ForkPoint? Fork)
{
    /// <summary>
    /// Takes hold of a world at an instant. With a name for the runs' worlds, a draft of that name holds what is seen until all of them are written: what arrives late in the parent changes
    /// nothing, a study that goes on after a kill starts from the very same, and nobody deletes or forgets it meanwhile.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="world">The world.</param>
    /// <param name="instant">The instant; the newest of the world when null.</param>
    /// <param name="prefix">The name for the runs' worlds; null when they leave none.</param>
    /// <param name="resume">Whether to go on where a study that was killed had started.</param>
    /// <param name="now">When it is done.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="WorldException">There is no such world, or the name for the runs' worlds cannot be.</exception>
    public static async Task<RunOrigin> TakeAsync(
        ICityStore store, string world, DateTimeOffset? instant, string? prefix, bool resume, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (prefix is null)
        {
            var content = await store.Worlds.ContentAsync(world, cancellation).ConfigureAwait(false);
            var seen = (await store.Worlds.FindAsync(world, cancellation).ConfigureAwait(false))!;
            var at = instant ?? Later(content.Last, seen.ForkedAt) ?? now;
            return new(await WorldReading.StartAsync(store.History, seen, world, at, cancellation).ConfigureAwait(false), new(world, at));
        }
        var draft = resume ? await store.Worlds.FindDraftAsync(prefix, cancellation).ConfigureAwait(false) : null;
        if (draft is null || draft.Parent != world || (instant is { } wanted && wanted != draft.ForkedAt))
        {
            var parent = await store.Worlds.FindAsync(world, cancellation).ConfigureAwait(false);
            draft = await store.Worlds.DraftAsync(prefix, WorldKind.Run, parent?.Map ?? "", new(world, instant), now, cancellation).ConfigureAwait(false);
        }
        var start = await WorldReading.StartAsync(store.History, draft, world, draft.ForkedAt!.Value, cancellation).ConfigureAwait(false);
        return new(start, new(world, draft.ForkedAt, draft.ForkedUpTo));
    }

    /// <summary>Starts from what was kept of a world earlier, with worlds that leave it where it is still known.</summary>
    public static async Task<RunOrigin> AgainAsync(ICityStore store, StartingPoint start, string prefix, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(start);
        if (await store.Worlds.FindDraftAsync(prefix, cancellation).ConfigureAwait(false) is { } draft && draft.Parent == start.World && draft.ForkedAt == start.Instant)
            return new(start, new(start.World, draft.ForkedAt, draft.ForkedUpTo));
        return new(start, await store.Worlds.FindAsync(start.World, cancellation).ConfigureAwait(false) is null ? null : new(start.World, start.Instant));
    }

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a > b || b is null ? a : b;
}
