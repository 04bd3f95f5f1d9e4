using System.Diagnostics;
using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Grains.Runs;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Studies;

namespace DigitalTwin.Benchmarks.Runs;

/// <summary>What it costs to drive a run's partitions as grains: the same scenario with the plain loop and over grains, in turns, in one process, and the ratio of their medians.</summary>
internal static class GrainRatios
{
    private const int Rounds = 5;

    public static async Task PrintAsync(string[] scenarios, TextWriter into)
    {
        var starting = Stopwatch.StartNew();
        await using var silo = await RunSilo.StartAsync(TimeProvider.System, null, default).ConfigureAwait(false);
        var started = starting.Elapsed;
        await silo.Grains.GetGrain<IExperimentGrain>("first").StatusAsync(default).ConfigureAwait(false);
        await into.WriteLineAsync($"silo started in {started.TotalMilliseconds:0} ms, first call answered {(starting.Elapsed - started).TotalMilliseconds:0} ms later").ConfigureAwait(false);
        await into.WriteLineAsync("scenario · threads · partitions · steps · plain s (CPU s) · grains s (CPU s) · ratio (CPU)").ConfigureAwait(false);
        foreach (var path in scenarios)
        {
            var study = Study.Open(path, new ProblemList()) ?? throw new InputException(path, "The scenario cannot be read.");
            foreach (var (threads, partitions) in ((int, int)[])[(1, 1), (2, 1), (2, 8)])
            {
                List<Cost> plain = [], grains = [];
                for (var round = 0; round <= Rounds; round++)
                {
                    var (a, b) = (await CostAsync(study, new LocalRunner(), threads, partitions).ConfigureAwait(false), await CostAsync(study, silo.Runner, threads, partitions).ConfigureAwait(false));
                    // The first round compiles.
                    if (round == 0) continue;
                    plain.Add(a);
                    grains.Add(b);
                }
                await into.WriteLineAsync(
                    $"{study.Scenario.Name} · {threads} · {partitions} · {plain[0].Steps} · {Median(plain, c => c.Wall):0.00} ({Median(plain, c => c.Processor):0.00}) · "
                    + $"{Median(grains, c => c.Wall):0.00} ({Median(grains, c => c.Processor):0.00}) · "
                    + $"{Median(grains, c => c.Wall) / Median(plain, c => c.Wall):0.000} ({Median(grains, c => c.Processor) / Median(plain, c => c.Processor):0.000})").ConfigureAwait(false);
            }
        }
    }

    private static async Task<Cost> CostAsync(Study study, IExperimentRunner runner, int threads, int partitions)
    {
        var experiment = new StudyExperiment(study, "measured", [], new ExperimentOptions { Threads = threads, Partitions = partitions }, (_, _) => false, _ => Task.CompletedTask);
        var (wall, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var steps = await runner.RunAsync(experiment, null, default).ConfigureAwait(false);
        return new(wall.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds, steps);
    }

    private static double Median(List<Cost> costs, Func<Cost, double> of) => costs.Select(of).Order().ElementAt(costs.Count / 2);

    private readonly record struct Cost(double Wall, double Processor, long Steps);
}
