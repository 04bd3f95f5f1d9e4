using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Grains.Tests;

/// <summary>A city in this process over a SQLite file in a folder of its own, with a held clock and a live world of named assets.</summary>
internal sealed class TestCity : IAsyncDisposable
{
    public const string Live = "live", Map = "test-map";
    private readonly string folder;
    private readonly bool ownsFolder;

    private TestCity(string folder, bool ownsFolder, HeldClock clock, EmbeddedCity city) => (this.folder, this.ownsFolder, Clock, City) = (folder, ownsFolder, clock, city);

    public HeldClock Clock { get; }

    public EmbeddedCity City { get; }

    public IGrainFactory Grains => City.Grains;

    public ICityStore Store => City.Store;

    public string Folder => folder;

    public ITelemetryGrain Door => Grains.GetGrain<ITelemetryGrain>(Live);

    /// <summary>Assets that most tests need: two of each type, lots with 100 spaces.</summary>
    public static NamedAssets Assets() => new NamedAssets(Map,
            "water/tank/T-1", "water/tank/T-2", "water/junction/J-1", "water/junction/J-2", "water/pump/PU-1", "water/valve/V-1", "water/pipe/P-1",
            "building/building/B-2", "weather/station/S-1", "city/district/D-1")
        .With("parking/lot/L-1", ("capacity", 100)).With("parking/lot/L-2", ("capacity", 100))
        .With("building/building/B-1", ("energy-register-span", 1e6)).With("road/link/R-1", ("length", 500));

    public static async Task<TestCity> StartAsync(ICityAssets? assets = null, CityOptions? options = null, string? folder = null, HeldClock? clock = null, Func<ICityStore, ICityStore>? around = null)
    {
        var place = folder ?? Directory.CreateTempSubdirectory("twins").FullName;
        var held = clock ?? new HeldClock();
        var store = await SqliteStore.OpenAsync(Path.Combine(place, "city.db"), held, NullLoggerFactory.Instance, default);
        assets ??= Assets();
        if (await store.Worlds.FindAsync(Live, default) is null) await store.Worlds.CreateAsync(Live, assets.Map, held.Now, default);
        var city = await EmbeddedCity.StartAsync(
            new() { Store = around is null ? store : around(store), Library = new CityLibrary(assets), Time = held, City = options ?? new() }, default);
        return new(place, folder is null, held, city);
    }

    public ITwinGrain Twin(string asset, string world = Live) => TwinKey.Twin(Grains, world, asset)!;

    public static Observation Seen(string asset, string property, double value, DateTimeOffset at, string source = "scada", Quality quality = Quality.Good) =>
        new(asset, property, value, at, source, quality);

    public async Task<ImmutableArray<Reception>> SendAsync(params Observation[] batch) => (await Door.ObserveAsync([.. batch], default)).Receptions;

    public async ValueTask DisposeAsync()
    {
        await City.DisposeAsync();
        if (ownsFolder) Directory.Delete(folder, recursive: true);
    }
}
