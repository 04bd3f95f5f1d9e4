using System.Runtime.ExceptionServices;
using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Studies;

namespace DigitalTwin.Grains.Runs;

/// <summary>Carries experiments out with grains of this process: the study is handed over in memory, checkpoints go where the options say, and records come back by reference.</summary>
/// <param name="grains">The silo's grains.</param>
/// <param name="desks">The silo's desks.</param>
/// <param name="clock">The clock of its patience.</param>
public sealed class GrainRunner(IGrainFactory grains, ExperimentDesks desks, TimeProvider clock) : IExperimentRunner
{
    private static long started;

    /// <inheritdoc/>
    public async Task<long> RunAsync(StudyExperiment experiment, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var (study, options) = (experiment.Study, experiment.Options);
        var id = $"{FolderName.Of(study.Scenario.Name)}-{Interlocked.Increment(ref started)}";
        using var threads = new SemaphoreSlim(options.Threads);
        var desk = new ExperimentDesk(study, experiment.Variants, options, threads, new OutcomesByHand(study, experiment.Finished));
        using var placed = desks.Place(id, desk);
        var order = new ExperimentOrder(
            new StudyReference(experiment.Identity, null), [.. experiment.Variants], experiment.Done(), options.Threads, options.Partitions, options.CheckpointInterval);
        try
        {
            return await Following.ToTheEndAsync(grains.GetGrain<IExperimentGrain>(id), order, _ => Task.CompletedTask, progress, clock, cancellation).ConfigureAwait(false);
        }
        catch (ExperimentException told) when (desk.Fault is { } fault)
        {
            // In one process the error itself is at hand: a full disk is then told as one. What failed in a model is told with its place.
            if (fault is IOException or UnauthorizedAccessException) ExceptionDispatchInfo.Throw(fault);
            throw new ExperimentException(told.Message, fault);
        }
    }
}
