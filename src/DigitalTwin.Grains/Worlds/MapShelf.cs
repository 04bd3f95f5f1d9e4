using System.Collections.Concurrent;
using System.Text.Json;
using DigitalTwin.Cities;
using DigitalTwin.Cities.Maps;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Storage.Documents;

namespace DigitalTwin.Grains.Worlds;

/// <summary>
/// Maps in the store, by content hash: their very files, each once. Whoever opens a store has the maps of its worlds, wherever the folder is that they came from. A map is laid out
/// in a cache folder when it is first asked for, and what is loaded is checked against its hash.
/// </summary>
/// <param name="documents">The store.</param>
/// <param name="cache">Folder in which maps are laid out, each in its own; made when needed.</param>
public sealed class MapShelf(IDocumentShelf documents, string cache) : ICityLibrary
{
    private const string Kind = "map";
    private readonly ConcurrentDictionary<string, Task<ICityAssets?>> loaded = new(StringComparer.Ordinal);

    /// <summary>Keeps a city's map; nothing happens when it is there already.</summary>
    public async Task KeepAsync(City city, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(city);
        if (await documents.ReadAsync(Kind, city.ContentHash, cancellation).ConfigureAwait(false) is null)
        {
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var path in city.Parts.Select(p => p.Path).Append(Path.Combine(city.Folder, MapFile.FileName)).Distinct(StringComparer.Ordinal))
            {
                var content = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
                files[Path.GetRelativePath(city.Folder, path).Replace(Path.DirectorySeparatorChar, '/')] = await documents.KeepAsync(content, cancellation).ConfigureAwait(false);
            }
            try
            {
                await documents.WriteAsync(Kind, city.ContentHash, JsonSerializer.SerializeToUtf8Bytes(new Listing(city.Name, files)), null, cancellation).ConfigureAwait(false);
            }
            catch (DocumentConflictException)
            {
                // Somebody else has kept the same map meanwhile.
            }
        }
        loaded[city.ContentHash] = Task.FromResult<ICityAssets?>(new LoadedCity(city));
    }

    /// <inheritdoc/>
    public async ValueTask<ICityAssets?> FindAsync(string map, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(map);
        var loading = loaded.GetOrAdd(map, hash => Task.Run(() => LoadAsync(hash)));
        try
        {
            var found = await loading.WaitAsync(cancellation).ConfigureAwait(false);
            if (found is null) loaded.TryRemove(new(map, loading));
            return found;
        }
        catch when (loading.IsFaulted)
        {
            loaded.TryRemove(new(map, loading));
            throw;
        }
    }

    /// <summary>The name of a map; null when it is not here.</summary>
    public async Task<string?> NameAsync(string map, CancellationToken cancellation) => (await ListingAsync(map, cancellation).ConfigureAwait(false))?.Name;

    /// <summary>Writes a map's files into a folder, which is made.</summary>
    /// <returns>The files, relative to the folder; null when the map is not here.</returns>
    /// <exception cref="WorldException">The store has lost one of its files.</exception>
    public async Task<IReadOnlyList<string>?> LayOutAsync(string map, string folder, CancellationToken cancellation)
    {
        if (await ListingAsync(map, cancellation).ConfigureAwait(false) is not { } listing) return null;
        var root = Path.GetFullPath(folder);
        Directory.CreateDirectory(root);
        foreach (var (name, hash) in listing.Files)
        {
            var path = Path.GetFullPath(Path.Combine(root, name));
            if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new WorldException($"The map's file '{name}' lies outside of its folder.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var content = await documents.ContentAsync(hash, cancellation).ConfigureAwait(false) ?? throw new WorldException($"The store has lost the file '{name}' of the map '{listing.Name}'.");
            await File.WriteAllBytesAsync(path, content, cancellation).ConfigureAwait(false);
        }
        return [.. listing.Files.Keys];
    }

    private async Task<Listing?> ListingAsync(string map, CancellationToken cancellation) =>
        await documents.ReadAsync(Kind, map, cancellation).ConfigureAwait(false) is { } document ? JsonSerializer.Deserialize<Listing>(document.Content) : null;

    private async Task<ICityAssets?> LoadAsync(string map)
    {
        var folder = Path.Combine(Path.GetFullPath(cache), map);
        if (TryLoad(folder, map) is { } cached) return cached;
        // Laid out beside its place and moved there: another process may be doing the same.
        var half = $"{folder}.{Environment.ProcessId}.unfinished";
        if (await LayOutAsync(map, half, CancellationToken.None).ConfigureAwait(false) is null) return null;
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, true);
            Directory.Move(half, folder);
        }
        catch (IOException) when (TryLoad(folder, map) is not null)
        {
            Directory.Delete(half, true);
        }
        return TryLoad(folder, map) ?? throw new WorldException($"The map {WorldStatuses.Short(map)} in the store is not what it was: its files have another hash.");
    }

    private static LoadedCity? TryLoad(string folder, string map)
    {
        if (!Directory.Exists(folder)) return null;
        var problems = new ProblemList();
        var city = City.Load(folder, problems);
        return problems.HasErrors || city.ContentHash != map ? null : new(city);
    }

    private sealed record Listing(string Name, SortedDictionary<string, string> Files);
}
