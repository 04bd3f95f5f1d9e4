using System.Globalization;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Storage;
using DigitalTwin.Storage.Journal;
using Microsoft.Extensions.Logging.Abstractions;

// A process to be killed: DigitalTwin.CrashHost sqlite|postgres PLACE ingest|fork FIRST
// It writes observations numbered from FIRST on, by several writers at the same time, and with fork also forks, until it is killed. What the store has acknowledged it prints: a number,
// or f and a number for a fork made when that number had been acknowledged.
var (kind, place, forks) = (args[0], args[1], args[2] == "fork");
var next = long.Parse(args[3], CultureInfo.InvariantCulture);
var start = new DateTimeOffset(2025, 7, 8, 6, 0, 0, TimeSpan.Zero);
var asset = "water/tank/T-1";

var store = kind == "sqlite"
    ? await SqliteStore.OpenAsync(place, TimeProvider.System, NullLoggerFactory.Instance, default)
    : await PostgresStore.OpenAsync(place, TimeProvider.System, NullLoggerFactory.Instance, default);
if (await store.Worlds.FindAsync("live", default) is null) await store.Worlds.CreateAsync("live", "map", start, default);

var tasks = Enumerable.Range(0, 8).Select(_ => Task.Run(WriteAsync)).ToList();
if (forks) tasks.Add(Task.Run(ForkAsync));
await Task.WhenAll(tasks);

async Task WriteAsync()
{
    while (true)
    {
        var number = Interlocked.Increment(ref next);
        var at = start.AddSeconds(number);
        await store.Journal.AppendAsync(new TwinEntry("live", asset, at, [new Observation(asset, "level", number, at, "scada"), new Observation(asset, "inflow", number, at, "scada")]), default);
        Console.WriteLine(number);
    }
}

async Task ForkAsync()
{
    var depth = 0;
    while (true)
    {
        var number = Interlocked.Read(ref next);
        await store.Worlds.ForkAsync($"f{number}-{++depth}", "live", null, WorldKind.Fork, start, default);
        Console.WriteLine($"f{number}-{depth}");
    }
}
