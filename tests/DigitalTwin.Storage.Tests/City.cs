using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Storage.History;
using DigitalTwin.Storage.Journal;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DigitalTwin.Storage.Tests;

/// <summary>A store of its own for a test, with a world named live, and short words for what tests do with it.</summary>
internal sealed class City : IAsyncDisposable
{
    public const string Tank = "water/tank/T-1", Lot = "parking/lot/P-1";

    private static readonly Lazy<NpgsqlDataSource> Schemas = new(() => NpgsqlDataSource.Create(PostgresServer.Instance.NewDatabase()));
    private static int schemas;
    private readonly StoreKind kind;
    private readonly string folder = Directory.CreateTempSubdirectory("twin-store-").FullName;

    private City(StoreKind kind) => this.kind = kind;

    public static CancellationToken None => CancellationToken.None;

    /// <summary>The file or the connection string.</summary>
    public string Place { get; private set; } = "";

    public ICityStore Store { get; private set; } = null!;

    /// <summary>The database beneath the store.</summary>
    public Sql.Database Database => ((CityStore)Store).Database;

    public Clock Clock { get; } = new();

    /// <summary>A file of this test.</summary>
    public string File(string name) => Path.Combine(folder, name);

    public static DateTimeOffset At(double minutes) => Clock.Start.AddMinutes(minutes);

    public static async Task<City> OpenAsync(StoreKind kind)
    {
        var city = await EmptyAsync(kind);
        await city.Store.Worlds.CreateAsync("live", "map-1", Clock.Start, None);
        return city;
    }

    public static async Task<City> EmptyAsync(StoreKind kind)
    {
        var city = new City(kind);
        city.Place = kind == StoreKind.Sqlite ? city.File("city.db") : await NewSchemaAsync();
        city.Store = await city.AnotherAsync();
        return city;
    }

    /// <summary>A schema of its own in one database: much sooner there than a database.</summary>
    private static async Task<string> NewSchemaAsync()
    {
        var name = $"city{Interlocked.Increment(ref schemas)}";
        await using var command = Schemas.Value.CreateCommand($"create schema {name}");
        await command.ExecuteNonQueryAsync();
        return $"{Schemas.Value.ConnectionString};Search Path={name}";
    }

    /// <summary>The same store opened once more, as another process would.</summary>
    public Task<ICityStore> AnotherAsync() => kind == StoreKind.Sqlite
        ? SqliteStore.OpenAsync(Place, Clock, NullLoggerFactory.Instance, None)
        : PostgresStore.OpenAsync(Place, Clock, NullLoggerFactory.Instance, None);

    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await AnotherAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>An observation of the tank's level, at minutes after the start.</summary>
    public static Observation Level(double minutes, double value, string source = "scada", Quality quality = Quality.Good, Origin origin = Origin.Observed, string asset = Tank, string property = "level") =>
        new(asset, property, value, At(minutes), source, quality, null, origin);

    public Task<ImmutableArray<bool>> ObserveAsync(string world, params Observation[] observations) =>
        Store.Journal.AppendAsync(new TwinEntry(world, observations[0].Asset, Clock.Now, [.. observations]), None);

    public Task AppendAsync(TwinEntry entry) => Store.Journal.AppendAsync(entry, None);

    public Task ForkAsync(string name, string parent, double? minutes = null, WorldKind kind = WorldKind.Fork) =>
        Store.Worlds.ForkAsync(name, parent, minutes is { } m ? At(m) : null, kind, Clock.Now, None);

    public Task<TwinRecord> TwinAsync(string world, double? minutes = null, string asset = Tank) =>
        Store.History.TwinAsync(world, asset, minutes is { } m ? At(m) : null, None);

    /// <summary>The newest known value of the tank's level; NaN for none.</summary>
    public async Task<double> LevelAsync(string world, double? minutes = null) =>
        (await TwinAsync(world, minutes)).Observed.SingleOrDefault(r => r.Property == "level")?.Value ?? double.NaN;

    /// <summary>All values of the tank's level that a world sees.</summary>
    public async Task<double[]> LevelsAsync(string world, string property = "level") =>
        [.. (await Store.History.SamplesAsync(world, Tank, new HistoryQuery(property, At(-1e7), At(1e7), Most: 1_000_000), None)).Select(s => s.Mean)];
}
