using System.Diagnostics;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Hosting;

namespace DigitalTwin.Benchmarks.Telemetry;

/// <summary>How much memory many twins take that each know three properties, and what is left of it when they have been idle.</summary>
internal static class TwinMemory
{
    private static readonly string[] Properties = ["energy-register", "water-register", "indoor-temperature"];
    private static readonly DateTimeOffset At = TimeProvider.System.GetUtcNow().AddHours(-1);

    /// <summary>Gives each of so many twins three values, which wakes all of them, and measures the process.</summary>
    public static async Task MeasureAsync(EmbeddedCity city, string[] names, int twins, TextWriter report)
    {
        var before = Managed();
        var (watch, sent) = (Stopwatch.StartNew(), 0);
        var door = city.Grains.GetGrain<ITelemetryGrain>("live");
        foreach (var wave in names.Take(twins).Chunk(12_000))
        {
            var receipts = await Task.WhenAll(wave.Chunk(3000).Select(part => door.ObserveAsync([.. part.SelectMany(asset => Properties.Select(p => new Observation(asset, p, 20, At.AddSeconds(twins / 100_000), "bench")))], default)));
            sent += receipts.Sum(r => r.Receptions.Length);
        }
        var managed = Managed();
        using var process = Process.GetCurrentProcess();
        await report.WriteLineAsync($"  {twins:N0} twins awake with {Properties.Length} properties each: process {process.WorkingSet64 / 1e6:F0} MB, managed {managed / 1e6:F0} MB (before {before / 1e6:F0}); {sent / watch.Elapsed.TotalSeconds:F0} first observations/s");
    }

    /// <summary>Waits until idle twins have been collected, nine minutes at most.</summary>
    public static async Task WaitForCollectionAsync(TextWriter report)
    {
        var (watch, before, now) = (Stopwatch.StartNew(), Managed(), 0L);
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(10));
            now = Managed();
        }
        while (now > before / 2 && watch.Elapsed < TimeSpan.FromMinutes(9));
        await Task.Delay(TimeSpan.FromSeconds(30));
        using var process = Process.GetCurrentProcess();
        await report.WriteLineAsync($"  after {watch.Elapsed.TotalMinutes:F1} min without a call: process {process.WorkingSet64 / 1e6:F0} MB, managed {Managed() / 1e6:F0} MB");
    }

    private static long Managed()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(true);
    }
}
