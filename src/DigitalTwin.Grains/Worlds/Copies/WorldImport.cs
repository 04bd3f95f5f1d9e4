using System.Text.Json;
using DigitalTwin.Cities;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Storage;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Grains.Worlds.Copies;

/// <summary>
/// Brings a world back from the folder that <see cref="WorldExport"/> wrote. Everything is checked before anything is written: the manifest, the hash of every file, the map. The world is seen when it is
/// whole; a folder that is damaged leaves nothing.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="maps">Its maps.</param>
public sealed class WorldImport(ICityStore store, MapShelf maps)
{
    /// <summary>Brings a world back.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">Its name here; the one it had when null.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Ends it; nothing is left.</param>
    /// <exception cref="InputException">The folder is no exported world, or not as it was written; with every mistake.</exception>
    /// <exception cref="WorldException">The name is taken or malformed.</exception>
    public async Task<World> ReadAsync(string folder, string? name, IProgress<double>? progress, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var manifest = Check(folder, problems);
        problems.ThrowIfErrors();
        var city = City.Load(Path.Combine(folder, WorldManifest.MapFolder));
        if (city.ContentHash != manifest!.Map) throw new InputException(Path.Combine(folder, WorldManifest.File), $"The map in '{WorldManifest.MapFolder}' has the content hash {city.ContentHash}, and {manifest.Map} is expected.");
        await maps.KeepAsync(city, cancellation).ConfigureAwait(false);
        var called = name ?? manifest.Name;
        var draft = await store.Worlds.DraftAsync(called, manifest.Kind, manifest.Map, null, manifest.CreatedAt, cancellation).ConfigureAwait(false);
        try
        {
            await new WorldFilling(store.Journal, folder, draft, manifest, problems).RunAsync(progress, cancellation).ConfigureAwait(false);
            problems.ThrowIfErrors();
            if (manifest.Files.ContainsKey(WorldManifest.Run))
                await RunDocument.PasteAsync(store.Documents, draft, called, await File.ReadAllBytesAsync(Path.Combine(folder, WorldManifest.Run), cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            return await store.Worlds.PublishAsync(called, cancellation).ConfigureAwait(false);
        }
        catch
        {
            await store.Worlds.DropDraftAsync(called, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The manifest of a folder whose files are as they were written; every mistake is reported.</summary>
    private static WorldManifest? Check(string folder, ProblemList problems)
    {
        var file = Path.Combine(folder, WorldManifest.File);
        WorldManifest? manifest = null;
        if (!File.Exists(file)) problems.Error(folder, 0, 0, $"The folder has no {WorldManifest.File}, so it is not an exported world.");
        else
        {
            try
            {
                manifest = JsonSerializer.Deserialize<WorldManifest>(File.ReadAllBytes(file), WorldManifest.Json);
            }
            catch (JsonException error)
            {
                problems.Error(file, (int)(error.LineNumber + 1 ?? 0), 0, $"This is not the manifest of an exported world: {error.Message.Split(" LineNumber:")[0]}");
            }
        }
        if (manifest is null) return null;
        if (manifest.Format != WorldManifest.CurrentFormat)
        {
            problems.Error(file, 0, 0, $"The format is '{manifest.Format}'; this version reads '{WorldManifest.CurrentFormat}'.");
            return null;
        }
        var found = WorldManifest.Hashes(folder);
        foreach (var (name, hash) in manifest.Files)
            if (!found.TryGetValue(name, out var now)) problems.Error(file, 0, 0, $"The file '{name}' is missing.");
            else if (now != hash) problems.Error(Path.Combine(folder, name), 0, 0, "The file is not as it was written: its SHA-256 is another than in the manifest.");
        foreach (var name in (ReadOnlySpan<string>)[WorldManifest.Observations, WorldManifest.Alerts, WorldManifest.Commands, WorldManifest.Rules, WorldManifest.Frames])
            if (!manifest.Files.ContainsKey(name)) problems.Error(file, 0, 0, $"The manifest does not name '{name}'.");
        foreach (var name in found.Keys.Where(n => !manifest.Files.ContainsKey(n)))
            problems.Error(Path.Combine(folder, name), 0, 0, "The file does not belong to the world: the manifest does not name it.");
        return manifest;
    }
}
