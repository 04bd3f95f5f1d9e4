using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Grains.Tests.Starting;
using DigitalTwin.Grains.Worlds;
using DigitalTwin.Grains.Worlds.Copies;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Grains.Tests.Worlds;

public class CopyTests
{
    private const string Tank = "water/tank/T-1";

    [Fact]
    public async Task A_world_comes_back_the_same_to_the_bit()
    {
        await using var city = await LivedCity.StartAsync();
        var (twins, now) = (city.Twins, city.Twins.Clock.Now);
        await twins.Twin(Tank).WatchAsync(new([new Threshold("low", "level", Side.Below, 2.5, 0.1, TimeSpan.Zero, Contracts.Twins.Severity.Severe)], [new("level", TimeSpan.FromHours(1), null)]), "ann, \"b\"", default);
        await twins.SendAsync(
            new(Tank, "level", 1.1, now.AddMinutes(-3), "scada, north"), new(Tank, "level", 0.1 + 0.2, now.AddMinutes(-2), "scada"), new(Tank, "level", 3, now.AddMinutes(-1), "scada"), new(Tank, "level", 2, now, "scada"),
            new(Tank, "level", 7, now.AddMinutes(-9), "late"), new("water/pump/PU-1A", "status", double.NaN, now, "gate", Quality.Uncertain, "open"), new(Tank, "level", 5, now, "broken", Quality.Bad));
        await twins.Twin(Tank).AcknowledgeAsync("low", "bob", default);
        await twins.Store.Worlds.ForkAsync("fork", "live", now, WorldKind.Fork, now, default);
        await twins.Twin(Tank, "fork").ObserveAsync([new(Tank, "level", 4, now, "scada", Origin: Origin.Assumed)], default);
        await city.RunAsync("fork", "run", "{ duration: 1 h }");

        foreach (var world in new[] { "live", "fork", "run" })
        {
            await using var other = await Brought(twins, world);
            var (here, there) = (await Told(twins.Store, world), await Told(other, world));
            Assert.True(here.Count > 10);
            Assert.Equal(here, there);
        }
    }

    [Fact]
    public async Task What_was_shared_is_in_the_copy_as_it_was_seen()
    {
        await using var city = await LivedCity.StartAsync();
        var (twins, now) = (city.Twins, city.Twins.Clock.Now);
        await twins.Store.Worlds.ForkAsync("fork", "live", now.AddMinutes(-3), WorldKind.Fork, now, default);
        await twins.SendAsync(new Observation(Tank, "level", 9, now.AddMinutes(-5), "late"));
        await using var other = await Brought(twins, "fork");
        var copied = await other.Archive.EntriesAsync("fork", default).Where(e => e.Asset == Tank).ToListAsync();
        Assert.Equal(2.75, Assert.Single(copied).Reading.Value);
    }

    [Theory]
    [InlineData("observations.csv", "level", "levle", "observations.csv: The file is not as it was written: its SHA-256 is another than in the manifest.")]
    [InlineData("world.json", "\"alerts\": 0", "\"alerts\": 1", "alerts.csv: The file has 0 records; the manifest says 1.")]
    [InlineData("world.json", "digital-twin-world/1", "digital-twin-world/2", "world.json: The format is 'digital-twin-world/2'; this version reads 'digital-twin-world/1'.")]
    [InlineData("world.json", "{", "", "world.json: This is not the manifest of an exported world:")]
    [InlineData("map/city.yaml", "name: optics-valley", "name: optics", "map/city.yaml: The file is not as it was written: its SHA-256 is another than in the manifest.")]
    [InlineData("world.json", "\"alerts.csv\"", "\"../alerts.csv\"", "world.json: The file '../alerts.csv' is missing.")]
    public async Task A_damaged_folder_is_refused_whole(string file, string find, string replace, string expected)
    {
        await using var city = await LivedCity.StartAsync();
        var folder = await Exported(city.Twins, "live");
        var path = Path.Combine(folder, file);
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains(find, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text[..text.IndexOf(find, StringComparison.Ordinal)] + replace + text[(text.IndexOf(find, StringComparison.Ordinal) + find.Length)..]);
        await using var store = await SqliteStore.OpenAsync(Path.Combine(city.Twins.Folder, "other.db"), TimeProvider.System, NullLoggerFactory.Instance, default);
        var problem = (await Assert.ThrowsAsync<InputException>(() => new WorldImport(store, Shelf(city.Twins, store)).ReadAsync(folder, null, null, default))).Problems[0];
        Assert.StartsWith(expected, $"{Path.GetRelativePath(folder, problem.File).Replace('\\', '/')}: {problem.Sentence}", StringComparison.Ordinal);
        Assert.Empty(await store.Worlds.ListAsync(default));
    }

    [Fact]
    public async Task An_export_never_writes_over_something_and_leaves_nothing_when_it_fails()
    {
        await using var city = await LivedCity.StartAsync();
        var folder = await Exported(city.Twins, "live");
        var export = new WorldExport(city.Twins.Store, Shelf(city.Twins, city.Twins.Store));
        await Assert.ThrowsAsync<IOException>(() => export.WriteAsync("live", folder, city.Twins.Clock.Now, null, default));
        await Assert.ThrowsAsync<WorldException>(() => export.WriteAsync("lvie", folder + "2", city.Twins.Clock.Now, null, default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => export.WriteAsync("live", folder + "2", city.Twins.Clock.Now, null, new(true)));
        Assert.Equal(["live"], (await city.Twins.Store.Worlds.ListAsync(default)).Select(w => w.Name));
        Assert.DoesNotContain(Directory.EnumerateDirectories(city.Twins.Folder), d => d.Contains("copy-live2", StringComparison.Ordinal));
    }

    private static MapShelf Shelf(TestCity city, ICityStore store) => new(store.Documents, Path.Combine(city.Folder, "maps"));

    private static async Task<string> Exported(TestCity city, string world)
    {
        var (shelf, folder) = (Shelf(city, city.Store), Path.Combine(city.Folder, "copy-" + world));
        await shelf.KeepAsync(LivedCity.City, default);
        await new WorldExport(city.Store, shelf).WriteAsync(world, folder, city.Clock.Now, null, default);
        return folder;
    }

    private static async Task<ICityStore> Brought(TestCity city, string world)
    {
        var folder = await Exported(city, world);
        var store = await SqliteStore.OpenAsync(Path.Combine(city.Folder, $"{world}.db"), TimeProvider.System, NullLoggerFactory.Instance, default);
        await new WorldImport(store, Shelf(city, store)).ReadAsync(folder, null, null, default);
        return store;
    }

    /// <summary>Everything that a world tells, line by line.</summary>
    private static async Task<List<string>> Told(ICityStore store, string world)
    {
        var told = new List<string>();
        await foreach (var (asset, reading) in store.Archive.EntriesAsync(world, default)) told.Add($"{asset} {reading with { Value = 0 }} {BitConverter.DoubleToInt64Bits(reading.Value)}");
        await foreach (var twin in store.History.NewestAsync(world, null, default).OrderBy(t => t.Asset, StringComparer.Ordinal)) told.Add($"{twin.Asset} {string.Join(' ', twin.Readings)}");
        await foreach (var alert in store.History.AlertsAsync(world, false, null, null, null, default)) told.Add(alert.ToString());
        await foreach (var frame in store.Archive.FramesAsync(world, default))
            told.Add($"{frame.Property} {frame.At} {frame.ArrivedAt} {string.Join(',', frame.AssetSet.Assets)} {string.Join(',', frame.Values.ToArray().Select(BitConverter.SingleToInt32Bits))}");
        await foreach (var (asset, outcome) in store.Archive.OutcomesAsync(world, default)) told.Add($"{asset} {outcome.Status} {outcome.Sentence} {outcome.At} {outcome.Command.Key} {outcome.Command.Name}");
        var record = await store.History.TwinAsync(world, Tank, null, default);
        told.Add(string.Join(' ', record.Rules?.Thresholds ?? []) + string.Join(' ', record.Rules?.Staleness ?? []));
        foreach (var sample in await store.History.SamplesAsync(world, Tank, new("level", DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue), default)) told.Add(sample.ToString());
        var run = await RunDocument.ReadAsync(store.Documents, (await store.Worlds.FindAsync(world, default))!, [], default);
        told.Add(run is null ? "no run" : string.Join(' ', run.Kpis.Select(k => $"{k.Kpi.Name}={k.Value:R}")));
        return told;
    }
}
