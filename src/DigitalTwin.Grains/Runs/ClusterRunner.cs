using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Numerics.Hashing;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Studies;
using DigitalTwin.Storage.Documents;

namespace DigitalTwin.Grains.Runs;

/// <summary>
/// Has a cluster carry experiments out: the study goes to the store, where silos find it, and outcomes come from there. One and the same experiment has one id: whoever
/// submits it again, after a stop or from another machine, joins it or gets what is kept of it.
/// </summary>
/// <param name="grains">The cluster's grains.</param>
/// <param name="documents">The cluster's store.</param>
/// <param name="parallel">Most runs at a time on the whole cluster.</param>
/// <param name="clock">The clock of its patience.</param>
public sealed class ClusterRunner(IGrainFactory grains, IDocumentShelf documents, int parallel, TimeProvider clock) : IExperimentRunner
{
    /// <inheritdoc/>
    public async Task<long> RunAsync(StudyExperiment experiment, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var (study, options) = (experiment.Study, experiment.Options);
        var bundle = await StudyBundle.KeepAsync(study, documents, cancellation).ConfigureAwait(false);
        var order = new ExperimentOrder(
            new StudyReference(experiment.Identity, bundle), [.. experiment.Variants], experiment.Done(), parallel, options.Partitions, options.CheckpointInterval);
        var id = IdOf(study, order);
        var outcomes = new StoredOutcomes(documents, id, $"{experiment.Identity} {options.Partitions}");
        var tree = study.Tree(experiment.Variants);
        var wanted = order.Done.ToHashSet();
        return await Following.ToTheEndAsync(grains.GetGrain<IExperimentGrain>(id), order, TakeAsync, progress, clock, cancellation).ConfigureAwait(false);

        async Task TakeAsync(RunOutcome outcome)
        {
            // One that was told before the silo was lost is told again by the next.
            if (!wanted.Add(outcome.Run)) return;
            await experiment.Finished(await outcomes.RecordAsync(study, tree, options.Partitions, outcome, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>The id of an experiment: by all that decides which stretches there are and what is in them.</summary>
    public static string IdOf(Study study, ExperimentOrder order)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(order);
        using var hash = new ContentHash();
        hash.Append(order.Study.Identity);
        hash.Append(order.Partitions);
        foreach (var variant in order.Variants.Order(StringComparer.Ordinal)) hash.Append(variant);
        return $"{FolderName.Of(study.Scenario.Name)}-{hash.Current()[..16]}";
    }
}
