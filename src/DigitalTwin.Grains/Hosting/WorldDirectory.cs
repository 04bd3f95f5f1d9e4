using System.Collections.Concurrent;
using DigitalTwin.Grains.Twins;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Storage;

namespace DigitalTwin.Grains.Hosting;

/// <summary>
/// The worlds that this process has to do with, each with its assets. A world never changes but may be deleted, here or on another silo, and made anew under the same name; so what is
/// known of it is looked up again every few seconds while somebody asks.
/// </summary>
internal sealed class WorldDirectory(ICityStore store, ICityLibrary library, CityOptions options, TimeProvider monotonic)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (TwinSite Site, long Since)> known = new(StringComparer.Ordinal);

    /// <summary>A world with its assets; null when there is no such world.</summary>
    /// <exception cref="WorldException">Nobody here has its map.</exception>
    public ValueTask<TwinSite?> FindAsync(string name, CancellationToken cancellation) =>
        known.TryGetValue(name, out var found) && monotonic.GetElapsedTime(found.Since) < GoodFor ? new(found.Site) : new(LookUpAsync(name, cancellation));

    /// <summary>Whether a world is still the one it was, as far as this process knows.</summary>
    public bool IsCurrent(TwinSite site)
    {
        if (!known.TryGetValue(site.World.Name, out var found) || !ReferenceEquals(found.Site, site)) return false;
        if (monotonic.GetElapsedTime(found.Since) >= GoodFor && known.TryUpdate(site.World.Name, (found.Site, monotonic.GetTimestamp()), found)) _ = RefreshAsync(site.World.Name);
        return true;
    }

    /// <summary>Forgets a world that was deleted.</summary>
    public void Forget(string name) => known.TryRemove(name, out _);

    /// <summary>Why there is no such world, with the nearest name.</summary>
    public async Task<string> WhyAbsentAsync(string name, CancellationToken cancellation)
    {
        var names = (await store.Worlds.ListAsync(cancellation)).Select(w => w.Name).ToList();
        return $"There is no world '{Names.Shown(name)}'.{NearestName.Hint(name, names)}{(names.Count == 0 ? " There is none at all." : "")}";
    }

    private async Task RefreshAsync(string name)
    {
        try
        {
            await LookUpAsync(name, CancellationToken.None);
        }
        catch (Exception error) when (error is IOException or WorldException)
        {
            // Whoever needs the store next is told that it fails.
        }
    }

    private async Task<TwinSite?> LookUpAsync(string name, CancellationToken cancellation)
    {
        var world = await store.Worlds.FindAsync(name, cancellation);
        if (world is null)
        {
            Forget(name);
            return null;
        }
        var since = monotonic.GetTimestamp();
        if (!known.TryGetValue(name, out var found) || found.Site.World != world)
        {
            var assets = await library.FindAsync(world.Map, cancellation)
                ?? throw new WorldException($"The map {world.Map[..Math.Min(12, world.Map.Length)]}… of the world '{name}' is not here: neither loaded nor in the store.");
            found = (new(world, assets, options.DefaultRules), since);
        }
        return known.AddOrUpdate(name, found with { Since = since }, (_, now) => now.Site.World == world ? (now.Site, since) : (found.Site, since)).Site;
    }
}
