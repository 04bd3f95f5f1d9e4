using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Studies;

/// <summary>The experiment of a study, as it is handed to whoever carries it out.</summary>
/// <param name="Study">The study.</param>
/// <param name="Identity">A hash of all that the bits of its runs depend on.</param>
/// <param name="Variants">Names of the variants wanted; all when empty.</param>
/// <param name="Options">Threads, partitions, checkpoints.</param>
/// <param name="IsDone">Whether a variant's replication needs no run.</param>
/// <param name="Finished">Given the record of every run that is finished, perhaps several at a time.</param>
public sealed record StudyExperiment(
    Study Study, string Identity, IReadOnlyCollection<string> Variants, ExperimentOptions Options, Func<string, int, bool> IsDone, Func<RunRecord, Task> Finished);

/// <summary>Carries experiments out: <see cref="LocalRunner"/> with the plain loop, or grains in this process or on a cluster. The records have the same bits.</summary>
public interface IExperimentRunner
{
    /// <summary>Carries an experiment out; when it returns, every record has been given.</summary>
    /// <returns>How many steps were really simulated.</returns>
    /// <exception cref="OperationCanceledException">It was stopped; what is kept is good.</exception>
    Task<long> RunAsync(StudyExperiment experiment, IProgress<ExperimentProgress>? progress, CancellationToken cancellation);
}

/// <summary>Carries experiments out in this process with the plain loop.</summary>
public sealed class LocalRunner : IExperimentRunner
{
    /// <inheritdoc/>
    public async Task<long> RunAsync(StudyExperiment experiment, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var (study, options) = (experiment.Study, experiment.Options);
        study.Spread(options.Threads, (experiment.Variants.Count > 0 ? experiment.Variants.Count : study.Scenario.Variants.Count) * study.Scenario.Replications);
        var carrier = new LocalCarrier(new KeyedRandom(study.Scenario.Seed), options, (run, stretch) => experiment.Finished(study.Record(run, stretch)));
        var tree = study.Tree(experiment.Variants);
        var walk = new Experiment(tree, carrier, options.Threads);
        await walk.RunAsync(study.Replications, experiment.IsDone, progress, cancellation).ConfigureAwait(false);
        return walk.StepsSimulated;
    }
}
