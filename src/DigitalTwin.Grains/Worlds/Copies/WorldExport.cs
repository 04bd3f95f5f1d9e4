using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DigitalTwin.Storage;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Grains.Worlds.Copies;

/// <summary>
/// Writes a world into a folder, in formats that others read (CSV, JSON lines, NumPy, the map's own files): everything that it sees, what it shares with its ancestors included, so that it stands
/// alone. It is read from a fork that nobody sees, so that it is of one moment though the world goes on; the folder appears whole or not at all.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="maps">Its maps.</param>
public sealed class WorldExport(ICityStore store, MapShelf maps)
{
    /// <summary>Writes a world.</summary>
    /// <param name="name">The world.</param>
    /// <param name="folder">The folder to make; new or empty.</param>
    /// <param name="at">When.</param>
    /// <param name="progress">Told the share that is done, about.</param>
    /// <param name="cancellation">Ends it; nothing is left.</param>
    /// <exception cref="WorldException">There is no such world, or its map is not in the store.</exception>
    /// <exception cref="IOException">The folder is not empty, or cannot be written.</exception>
    public async Task<WorldManifest> WriteAsync(string name, string folder, DateTimeOffset at, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var world = await store.Worlds.FindAsync(name, cancellation).ConfigureAwait(false) ?? throw new WorldException($"There is no world '{name}'.");
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(place) || (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any()))
            throw new IOException($"'{folder}' is there already and not empty; an export is never written over something.");
        var unfinished = place + ".unfinished";
        var moment = $"{(name.Length > 56 ? name[..56] : name)}.export";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, true);
        try
        {
            var still = await store.Worlds.DraftAsync(moment, world.Kind, world.Map, new ForkPoint(name, null), at, cancellation).ConfigureAwait(false);
            var manifest = await FillAsync(world, still.Name, unfinished, progress, cancellation).ConfigureAwait(false);
            if (Directory.Exists(place)) Directory.Delete(place);
            Directory.Move(unfinished, place);
            return manifest;
        }
        finally
        {
            await store.Worlds.DropDraftAsync(moment, CancellationToken.None).ConfigureAwait(false);
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, true);
        }
    }

    private async Task<WorldManifest> FillAsync(World world, string still, string folder, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (await maps.LayOutAsync(world.Map, Path.Combine(folder, WorldManifest.MapFolder), cancellation).ConfigureAwait(false) is null)
            throw new WorldException($"The map {WorldStatuses.Short(world.Map)} of the world '{world.Name}' is not in the store.");
        var expected = Math.Max(1, (await store.Worlds.ContentAsync(world.Name, cancellation).ConfigureAwait(false)).Observations);
        var observations = await LinesAsync(folder, WorldManifest.Observations, "asset,property,value,text,observed_at,source,quality,origin,arrived_at\n",
            store.Archive.EntriesAsync(still, cancellation).Select(e => CopyText.Row(e.Asset, e.Reading.Property, CopyText.Number(e.Reading.Value), e.Reading.Text ?? "", CopyText.Instant(e.Reading.ObservedAt),
                e.Reading.Source, Word(e.Reading.Quality), Word(e.Reading.Origin), CopyText.Instant(e.Reading.ArrivedAt))), n => progress?.Report(Math.Min(0.9, 0.9 * n / expected))).ConfigureAwait(false);
        var alerts = await LinesAsync(folder, WorldManifest.Alerts, "asset,rule,kind,severity,property,value,raised_at,cleared_at,acknowledged_by,acknowledged_at,text_en,text_zh\n",
            store.History.AlertsAsync(still, false, null, null, null, cancellation).Reverse().Select(a => CopyText.Row(a.Asset, a.Rule, Word(a.Kind), Word(a.Severity), a.Property, CopyText.Number(a.Value), CopyText.Instant(a.RaisedAt),
                CopyText.Instant(a.ClearedAt), a.AcknowledgedBy ?? "", CopyText.Instant(a.AcknowledgedAt), a.Text.En, a.Text.Zh ?? ""))).ConfigureAwait(false);
        var commands = await LinesAsync(folder, WorldManifest.Commands, "",
            store.Archive.OutcomesAsync(still, cancellation).Select(o => JsonSerializer.Serialize(new CommandLine(o.Asset, o.Outcome), CopyText.Lines) + "\n")).ConfigureAwait(false);
        var rules = await LinesAsync(folder, WorldManifest.Rules, "",
            store.History.RulesAsync(still, cancellation).OrderBy(r => r.Asset, StringComparer.Ordinal).Select(r => JsonSerializer.Serialize(new RulesLine(r.Asset, r.Rules), CopyText.Lines) + "\n")).ConfigureAwait(false);
        var frames = await FramesAsync(still, folder, cancellation).ConfigureAwait(false);
        if (await RunDocument.CopyAsync(store.Documents, world, cancellation).ConfigureAwait(false) is { } run)
            await File.WriteAllBytesAsync(Path.Combine(folder, WorldManifest.Run), run, cancellation).ConfigureAwait(false);
        var manifest = new WorldManifest(WorldManifest.CurrentFormat, world.Name, world.Kind, world.Map, world.CreatedAt, world.Parent, world.ForkedAt,
            new(observations, alerts, commands, rules, frames), WorldManifest.Hashes(folder));
        await File.WriteAllBytesAsync(Path.Combine(folder, WorldManifest.File), JsonSerializer.SerializeToUtf8Bytes(manifest, WorldManifest.Json), cancellation).ConfigureAwait(false);
        progress?.Report(1);
        return manifest;
    }

    private static async Task<long> LinesAsync(string folder, string file, string header, IAsyncEnumerable<string> lines, Action<long>? progress = null)
    {
        var writer = new StreamWriter(Path.Combine(folder, file), false, new UTF8Encoding(false), 1 << 16);
        await using (writer.ConfigureAwait(false))
        {
            await writer.WriteAsync(header).ConfigureAwait(false);
            long count = 0;
            await foreach (var line in lines.ConfigureAwait(false))
            {
                await writer.WriteAsync(line).ConfigureAwait(false);
                if (++count % 10_000 == 0) progress?.Invoke(count);
            }
            return count;
        }
    }

    /// <summary>A matrix for each property and list of assets, a row for each instant, and a table that says which is which.</summary>
    private async Task<long> FramesAsync(string still, string folder, CancellationToken cancellation)
    {
        var matrices = new Dictionary<(AssetSet, string), (string Name, NpyFile File)>();
        var lists = new Dictionary<AssetSet, string>(ReferenceEqualityComparer.Instance);
        try
        {
            return await LinesAsync(folder, WorldManifest.Frames, "file,row,property,assets,at,arrived_at\n", store.Archive.FramesAsync(still, cancellation).Select(frame =>
            {
                if (matrices.Count == 0) Directory.CreateDirectory(Path.Combine(folder, "frames"));
                if (!lists.TryGetValue(frame.AssetSet, out var assets)) lists.Add(frame.AssetSet, assets = List(folder, lists.Count + 1, frame.AssetSet.Assets));
                if (!matrices.TryGetValue((frame.AssetSet, frame.Property), out var matrix))
                {
                    var name = $"frames/{(matrices.Count + 1).ToString(CultureInfo.InvariantCulture)}.npy";
                    matrices.Add((frame.AssetSet, frame.Property), matrix = (name, NpyFile.Create(Path.Combine(folder, name), frame.Values.Length)));
                }
                var row = matrix.File.Rows;
                matrix.File.Append(frame.Values.Span);
                return CopyText.Row(matrix.Name, row.ToString(CultureInfo.InvariantCulture), frame.Property, assets, CopyText.Instant(frame.At), CopyText.Instant(frame.ArrivedAt));
            })).ConfigureAwait(false);
        }
        finally
        {
            foreach (var (_, file) in matrices.Values) file.Dispose();
        }
    }

    private static string List(string folder, int number, ImmutableArray<string> assets)
    {
        var name = $"frames/assets-{number.ToString(CultureInfo.InvariantCulture)}.csv";
        File.WriteAllText(Path.Combine(folder, name), "asset\n" + string.Concat(assets.Select(a => CopyText.Row(a))), new UTF8Encoding(false));
        return name;
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
