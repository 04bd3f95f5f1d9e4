using System.Diagnostics;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Benchmarks.Telemetry;

/// <summary>
/// What an operator's telemetry meets: batches of 100 through the door, twins and store, each acknowledged when it is durable, with reads of twins beside them; then many twins in
/// memory, their collection, and forks of their world. The generator of the load runs in the same process on the same cores.
/// </summary>
internal static class TelemetryBenchmark
{
    private const string Live = "live", Map = "benchmark";

    /// <summary>Runs it: <c>telemetry [--store sqlite|postgres [CONNECTION]] [--twins N] [--seconds S] [--collect]</c>.</summary>
    public static async Task RunAsync(string[] arguments, TextWriter report)
    {
        var (twins, seconds) = (Number(arguments, "--twins", 1_000_000), Number(arguments, "--seconds", 10));
        var at = Array.IndexOf(arguments, "--store");
        var isPostgres = at >= 0 && at + 1 < arguments.Length && arguments[at + 1] == "postgres";
        if (isPostgres && at + 2 >= arguments.Length && PostgresServer.Missing is { } sentence)
        {
            await report.WriteLineAsync(sentence);
            return;
        }
        var folder = Directory.CreateTempSubdirectory("twin-bench-").FullName;
        try
        {
            var store = isPostgres
                ? await PostgresStore.OpenAsync(at + 2 < arguments.Length && !arguments[at + 2].StartsWith("--", StringComparison.Ordinal) ? arguments[at + 2] : PostgresServer.Instance.NewDatabase(), TimeProvider.System, NullLoggerFactory.Instance, default)
                : await SqliteStore.OpenAsync(Path.Combine(folder, "city.db"), TimeProvider.System, NullLoggerFactory.Instance, default);
            var names = Enumerable.Range(0, Math.Max(twins, 10_000)).Select(i => $"building/building/B-{i}").ToArray();
            await store.Worlds.CreateAsync(Live, Map, TimeProvider.System.GetUtcNow(), default);
            var started = Stopwatch.GetTimestamp();
            await using var city = await EmbeddedCity.StartAsync(new()
            {
                Store = store,
                Library = new CityLibrary(new NamedAssets(Map, names)),
                Time = TimeProvider.System,
                City = new() { IdleAfter = arguments.Contains("--collect") ? TimeSpan.FromMinutes(5) : null },
            }, default);
            await city.Grains.GetGrain<ITelemetryGrain>(Live).ObserveAsync([new(names[0], "power", 1, TimeProvider.System.GetUtcNow(), "bench")], default);
            await report.WriteLineAsync($"{(isPostgres ? "PostgreSQL" : "SQLite")}, {Environment.ProcessorCount} cores; start to first acknowledged observation {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms");
            var load = new TelemetryLoad(city.Grains, names.AsMemory(0, 10_000), seconds);
            await load.WarmAsync();
            var target = isPostgres ? 10_000 : 20_000;
            await report.WriteLineAsync($"  at {target:N0}/s  {await load.RunAsync(target)}");
            await report.WriteLineAsync($"  as it comes  {await load.RunAsync(null)}");
            foreach (var count in new[] { 100_000, 1_000_000 }.Where(c => c <= twins)) await TwinMemory.MeasureAsync(city, names, count, report);
            if (arguments.Contains("--collect")) await TwinMemory.WaitForCollectionAsync(report);
            await WatchAsync(city, names, report);
            foreach (var count in new[] { 100_000, 1_000_000 }.Where(c => c <= twins)) await ForkAsync(city, count, report);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the watch over silent sensors costs: a look at one twin in the store, and the pass over all with which it begins.</summary>
    private static async Task WatchAsync(EmbeddedCity city, string[] names, TextWriter report)
    {
        const int Looks = 2000;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Looks; i++) await city.Store.History.TwinAsync(Live, names[i * 7919 % names.Length], null, default);
        var look = watch.Elapsed / Looks;
        watch.Restart();
        var all = 0;
        await foreach (var _ in city.Store.History.NewestAsync(Live, null, default)) all++;
        await report.WriteLineAsync($"  the watch: a look at one twin {look.TotalMicroseconds:F0} µs; the newest readings of all {all:N0} twins {watch.Elapsed.TotalSeconds:F1} s");
    }

    /// <summary>Forks the world with all its twins, and looks at one of them through the fork.</summary>
    private static async Task ForkAsync(EmbeddedCity city, int twins, TextWriter report)
    {
        var watch = Stopwatch.StartNew();
        await city.Store.Worlds.ForkAsync($"what-if-{twins}", Live, null, WorldKind.Fork, TimeProvider.System.GetUtcNow(), default);
        var forked = watch.Elapsed;
        var twin = Grains.Contracts.Twins.TwinKey.Twin(city.Grains, $"what-if-{twins}", $"building/building/B-{twins / 2}")!;
        await twin.StateAsync(null, default);
        await report.WriteLineAsync($"  fork of the world with {twins:N0} twins {forked.TotalMilliseconds:F1} ms; first look at a twin in it {(watch.Elapsed - forked).TotalMilliseconds:F1} ms");
    }

    private static int Number(string[] arguments, string name, int otherwise)
    {
        var at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length && int.TryParse(arguments[at + 1], out var number) ? number : otherwise;
    }
}
