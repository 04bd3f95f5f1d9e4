using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Experiments;

/// <summary>Carries stretches out in this process, with partitions that are objects: the plain loop.</summary>
/// <param name="random">The scenario's chance.</param>
/// <param name="options">Threads, partitions, checkpoints.</param>
/// <param name="finished">Given every tail's run when it has reached its end, by as many threads as there are.</param>
public sealed class LocalCarrier(KeyedRandom random, ExperimentOptions options, Func<CityRun, Stretch, Task> finished) : IStretchCarrier
{
    private readonly Workers workers = new(options.Threads);
    private readonly Workbench bench = new(options);

    /// <inheritdoc/>
    public ValueTask<bool> IsKeptAsync(Stretch stretch) => bench.IsKeptAsync(stretch);

    /// <inheritdoc/>
    public Task CarryOutAsync(Stretch stretch, Action<StretchProgress> reached, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(stretch);
        return workers.Start(async () =>
        {
            var run = new CityRun(stretch.Branch.Plan, options.Partitions, random.ForReplication(stretch.Replication), workers);
            await bench.WorkAsync(run, stretch, reached, stop).ConfigureAwait(false);
            if (stretch.IsTail) await finished(run, stretch).ConfigureAwait(false);
        });
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(Stretch stretch) => bench.ForgetAsync(stretch);
}
