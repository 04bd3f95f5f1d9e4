using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Storage;
using DigitalTwin.Storage.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Benchmarks.Storage;

/// <summary>
/// What the store does by itself, on SQLite and on a PostgreSQL server of its own: durable appends in batches as telemetry brings them with reads beside them, against the same with one commit
/// for each; forks; backups. The generator of the load runs in the same process on the same cores.
/// </summary>
internal static class StoreBenchmark
{
    private static readonly DateTimeOffset Start = new(2025, 7, 8, 6, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(string[] arguments, TextWriter report)
    {
        var seconds = Number(arguments, "--seconds", 10);
        var assets = Number(arguments, "--assets", 10_000);
        var most = Number(arguments, "--twins", 1_000_000);
        foreach (var kind in arguments.Contains("sqlite") ? ["SQLite"] : arguments.Contains("postgres") ? ["PostgreSQL"] : new[] { "SQLite", "PostgreSQL" })
        {
            if (kind == "PostgreSQL" && PostgresServer.Missing is { } sentence)
            {
                await report.WriteLineAsync(sentence);
                continue;
            }
            var folder = Directory.CreateTempSubdirectory("twin-bench-").FullName;
            try
            {
                var store = kind == "SQLite"
                    ? await SqliteStore.OpenAsync(Path.Combine(folder, "city.db"), TimeProvider.System, NullLoggerFactory.Instance, default)
                    : await PostgresStore.OpenAsync(PostgresServer.Instance.NewDatabase(), TimeProvider.System, NullLoggerFactory.Instance, default);
                await using (store)
                {
                    await report.WriteLineAsync($"{kind}");
                    await IngestAsync(store, assets, seconds, report);
                    foreach (var twins in new[] { 100_000, 1_000_000 }.Where(t => t <= most)) await ForkAsync(store, twins, report);
                    var watch = Stopwatch.StartNew();
                    await store.BackupAsync(Path.Combine(folder, "backup.db"), default);
                    await report.WriteLineAsync(Line($"  backup of {(await store.Worlds.ListAsync(default)).Count} worlds", $"{watch.Elapsed.TotalSeconds:F1} s, {new FileInfo(Path.Combine(folder, "backup.db")).Length / 1e6:F0} MB"));
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task IngestAsync(ICityStore store, int assets, int seconds, TextWriter report)
    {
        await store.Worlds.CreateAsync("live", "map", Start, default);
        var names = Enumerable.Range(0, assets).Select(i => $"water/junction/J-{i}").ToArray();
        await SendAsync(store, "live", names, 0);

        var alone = Stopwatch.StartNew();
        var single = 0;
        for (; alone.Elapsed.TotalSeconds < Math.Min(2, seconds); single++) await AppendAsync(store, "live", names[single % assets], 1 + single);
        var perCommit = single / alone.Elapsed.TotalSeconds;

        using var stop = new CancellationTokenSource();
        var reads = new List<double>();
        var reading = ReadAsync(store, names, reads, stop.Token);
        var batches = new List<double>();
        var (sent, watch) = (0L, Stopwatch.StartNew());
        var senders = Enumerable.Range(0, 16).Select(sender => Task.Run(async () =>
        {
            var random = new Random(sender);
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                var started = Stopwatch.GetTimestamp();
                var tasks = new Task[100];
                var first = random.Next(assets);
                for (var i = 0; i < tasks.Length; i++) tasks[i] = AppendAsync(store, "live", names[(first + i) % assets], 1_000_000 + Interlocked.Increment(ref sent));
                await Task.WhenAll(tasks);
                lock (batches) batches.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        })).ToArray();
        await Task.WhenAll(senders);
        var rate = sent / watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await reading;
        await report.WriteLineAsync(Line($"  one commit each", $"{perCommit:F0} observations/s"));
        await report.WriteLineAsync(Line($"  16 senders, batches of 100, {assets} assets", $"{rate:F0} observations/s durable ({rate / perCommit:F0} times); batch p50 {At(batches, 0.5):F0} ms, p99 {At(batches, 0.99):F0} ms, max {At(batches, 1):F0} ms"));
        await report.WriteLineAsync(Line($"  reads of a twin beside them", $"{reads.Count / watch.Elapsed.TotalSeconds:F0} /s; p50 {At(reads, 0.5):F2} ms, p99 {At(reads, 0.99):F1} ms"));
    }

    private static async Task ForkAsync(ICityStore store, int twins, TextWriter report)
    {
        var world = $"city-{twins}";
        await store.Worlds.CreateAsync(world, "map", Start, default);
        var watch = Stopwatch.StartNew();
        var names = Enumerable.Range(0, twins).Select(i => $"building/building/B-{i}").ToArray();
        await SendAsync(store, world, names, 0);
        await report.WriteLineAsync(Line($"  first observations of {twins} twins", $"{twins / watch.Elapsed.TotalSeconds:F0} /s"));
        var times = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await store.Worlds.ForkAsync($"{world}-{i}", i == 0 ? world : $"{world}-{i - 1}", null, WorldKind.Fork, Start, default);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        var read = Stopwatch.GetTimestamp();
        await store.History.TwinAsync($"{world}-8", names[twins / 2], null, default);
        var readTime = Stopwatch.GetElapsedTime(read).TotalMilliseconds;
        var all = Stopwatch.StartNew();
        var count = await store.History.NewestAsync($"{world}-0", null, default).CountAsync();
        await report.WriteLineAsync(Line($"  fork of {twins} twins", $"{At(times, 0.5):F1} ms (max of 9 {At(times, 1):F1} ms); a twin through 9 forks {readTime:F1} ms; all {count} twins of the fork {all.Elapsed.TotalSeconds:F1} s"));
    }

    private static async Task SendAsync(ICityStore store, string world, string[] names, long second)
    {
        foreach (var chunk in names.Chunk(20_000)) await Task.WhenAll(chunk.Select(n => AppendAsync(store, world, n, second)));
    }

    private static Task<ImmutableArray<bool>> AppendAsync(ICityStore store, string world, string asset, long second) =>
        store.Journal.AppendAsync(new TwinEntry(world, asset, Start.AddSeconds(second), [new Observation(asset, "pressure", second * 0.37, Start.AddSeconds(second), "scada")]), default);

    /// <summary>A thousand reads a second, ten every ten milliseconds, each of another twin.</summary>
    private static async Task ReadAsync(ICityStore store, string[] names, List<double> times, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var started = 0;
        var running = new List<Task>();
        while (!stop.IsCancellationRequested)
        {
            for (; started < watch.Elapsed.TotalMilliseconds && running.Count < 10_000; started++) running.Add(OneAsync(started));
            running.RemoveAll(t => t.IsCompleted);
            await Task.Delay(5, CancellationToken.None);
        }
        await Task.WhenAll(running);

        async Task OneAsync(int number)
        {
            var begun = Stopwatch.GetTimestamp();
            await Task.Yield();
            await store.History.TwinAsync("live", names[(number * 7919) % names.Length], null, default);
            lock (times) times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
    }

    private static double At(List<double> values, double share)
    {
        values.Sort();
        return values.Count == 0 ? double.NaN : values[Math.Min(values.Count - 1, (int)(share * values.Count))];
    }

    private static int Number(string[] arguments, string name, int otherwise) =>
        Array.IndexOf(arguments, name) is >= 0 and var i && i + 1 < arguments.Length ? int.Parse(arguments[i + 1], CultureInfo.InvariantCulture) : otherwise;

    private static string Line(string what, string found) => $"{what,-52}{found}";
}
