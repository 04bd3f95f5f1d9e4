using System.Collections.Concurrent;
using System.Diagnostics;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Benchmarks.Telemetry;

/// <summary>The generator of the load: senders of batches of 100 of as many assets, and readers that ask 1,000 twins a second what they know.</summary>
internal sealed class TelemetryLoad(IGrainFactory grains, ReadOnlyMemory<string> names, int seconds)
{
    private const int Senders = 16, BatchSize = 100, ReadsPerSecond = 1000;
    private static readonly DateTimeOffset Origin = TimeProvider.System.GetUtcNow().AddDays(-1);
    private long sent;

    /// <summary>One observation of each asset, so that all twins are in memory.</summary>
    public async Task WarmAsync()
    {
        for (var first = 0; first < names.Length; first += 1000)
            await grains.GetGrain<ITelemetryGrain>("live").ObserveAsync([.. Enumerable.Range(first, 1000).Select(Next)], default);
    }

    /// <summary>Sends for a while, at a rate or as fast as answers come.</summary>
    public async Task<string> RunAsync(int? perSecond)
    {
        var (batches, reads) = (new ConcurrentQueue<double>(), new ConcurrentQueue<double>());
        var (acknowledged, late, watch) = (0L, 0L, Stopwatch.StartNew());
        var senders = Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var random = new Random(sender);
            for (var n = 0; watch.Elapsed.TotalSeconds < seconds; n++)
            {
                // Paced: the n-th batch of this sender is due at an instant, and its time counts from then, waiting included.
                var due = perSecond is { } rate ? (n * Senders + sender) * (double)BatchSize / rate : watch.Elapsed.TotalSeconds;
                if (due >= seconds) break;
                var wait = due - watch.Elapsed.TotalSeconds;
                if (wait > 0.001) await Task.Delay(TimeSpan.FromSeconds(wait));
                var first = random.Next(names.Length);
                var receipt = await grains.GetGrain<ITelemetryGrain>("live").ObserveAsync([.. Enumerable.Range(first, BatchSize).Select(Next)], default);
                Interlocked.Add(ref acknowledged, receipt.Count(ReceptionKind.Accepted));
                Interlocked.Add(ref late, BatchSize - receipt.Count(ReceptionKind.Accepted));
                batches.Enqueue((watch.Elapsed.TotalSeconds - due) * 1000);
            }
        })).ToArray();
        var reader = Task.Run(async () =>
        {
            var asked = new List<Task>();
            for (var n = 0; watch.Elapsed.TotalSeconds < seconds; n++)
            {
                var wait = n * 10.0 / ReadsPerSecond - watch.Elapsed.TotalSeconds;
                if (wait > 0.001) await Task.Delay(TimeSpan.FromSeconds(wait));
                for (var i = 0; i < 10; i++) asked.Add(ReadAsync(n * 7919 + i * 104729, reads));
            }
            await Task.WhenAll(asked);
        });
        await Task.WhenAll(senders);
        var elapsed = watch.Elapsed.TotalSeconds;
        await reader;
        return $"{(acknowledged + late) / elapsed,7:F0} observations/s durable ({late} not the newest); batch p50 {At(batches, 0.5):F0} ms, p99 {At(batches, 0.99):F0} ms, max {At(batches, 1):F0} ms; {reads.Count / elapsed:F0} reads/s, p50 {At(reads, 0.5):F1} ms, p99 {At(reads, 0.99):F1} ms";
    }

    private async Task ReadAsync(int number, ConcurrentQueue<double> times)
    {
        var started = Stopwatch.GetTimestamp();
        await TwinKey.Twin(grains, "live", names.Span[(int)((uint)number % names.Length)])!.StateAsync(null, default);
        times.Enqueue(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private Observation Next(int asset)
    {
        var n = Interlocked.Increment(ref sent);
        return new(names.Span[asset % names.Length], "power", n % 977, Origin.AddMicroseconds(n * 1000), "bench");
    }

    private static double At(ConcurrentQueue<double> times, double share)
    {
        double[] sorted = [.. times.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
    }
}
