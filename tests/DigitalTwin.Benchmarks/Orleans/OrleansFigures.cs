using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime.Hosting;

namespace DigitalTwin.Benchmarks.Orleans;

/// <summary>The figures of issue 3 for whichever binding of Orleans was built. Both are measured by the same grains and the same callers.</summary>
public static class OrleansFigures
{
    public const int Assets = 10_000, Partitions = 8;

    private const int Callers = 200;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);

    public static async Task PrintAsync(TextWriter output)
    {
        using var host = Host();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await grains.GetGrain<IPlainGrain>(-1).Next(0);
        using var process = Process.GetCurrentProcess();
        var (first, busy) = ((DateTime.Now - process.StartTime).TotalSeconds, process.TotalProcessorTime.TotalSeconds);

        var binding = typeof(Grain).Assembly.GetName();
        output.WriteLine($"Orleans is {binding.Name} {binding.Version}, on {Environment.ProcessorCount} processors");
        output.WriteLine($"{"first call after process start, s",-58}{first,12:0.00}");
        output.WriteLine($"{"processor time until then, s",-58}{busy,12:0.00}");

        var plain = await MemoryAsync(100_000, i => grains.GetGrain<IPlainGrain>(i).Next(0));
        var stateful = await MemoryAsync(100_000, i => grains.GetGrain<IStatefulGrain>(i).Next(0));
        Print("memory of a plain grain, bytes", plain.Bytes);
        Print("memory of a grain with persistent state, bytes", stateful.Bytes);
        Print("activations/s, plain", plain.PerSecond);
        Print("activations/s, with persistent state", stateful.PerSecond);
        Print($"calls/s, 1,000 grains, {Callers} callers", await CallsAsync(grains, 1_000));
        Print($"calls/s, 100,000 grains, {Callers} callers", await CallsAsync(grains, 100_000));
        Print($"ticks/s, one coordinator and {Assets:N0} grains of one asset", await TicksAsync(grains, Assets, partitioned: false));
        Print($"ticks/s, one coordinator and {Partitions} grains with the same assets", await TicksAsync(grains, Partitions, partitioned: true));
        await host.StopAsync();

        void Print(string what, double figure) => output.WriteLine($"{what,-58}{figure,12:N0}");
    }

    private static IHost Host()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering();
            silo.Services.AddGrainStorage("nowhere", static (_, _) => new NowhereStore());
        });
        return builder.Build();
    }

    private static async Task<(double Bytes, double PerSecond)> MemoryAsync(int count, Func<int, Task> activate)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < count;) await activate(i);
        })));
        var seconds = clock.Elapsed.TotalSeconds;
        return ((GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count, count / seconds);
    }

    private static async Task<double> CallsAsync(IGrainFactory factory, int count)
    {
        var grains = Enumerable.Range(0, count).Select(i => factory.GetGrain<IPlainGrain>(i)).ToArray();
        await RunAsync(TimeSpan.FromSeconds(1));
        return await RunAsync(Measured);

        async Task<double> RunAsync(TimeSpan time)
        {
            var clock = Stopwatch.StartNew();
            var calls = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
            {
                var made = 0L;
                for (var i = caller * 7919; clock.Elapsed < time; made++) await grains[(i += 101) % count].Next((int)made);
                return made;
            })));
            return calls.Sum() / clock.Elapsed.TotalSeconds;
        }
    }

    private static async Task<double> TicksAsync(IGrainFactory factory, int grains, bool partitioned)
    {
        var coordinator = factory.GetGrain<ICoordinatorGrain>(partitioned ? 1 : 0);
        var batch = partitioned ? 200 : 1;
        await coordinator.Step(batch, grains, partitioned);
        var clock = Stopwatch.StartNew();
        var ticks = 0;
        for (; clock.Elapsed < Measured; ticks += batch) await coordinator.Step(batch, grains, partitioned);
        return ticks / clock.Elapsed.TotalSeconds;
    }
}
