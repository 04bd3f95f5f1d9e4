using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Studies;
using DigitalTwin.Storage.Documents;

namespace DigitalTwin.Grains.Runs;

/// <summary>What a silo needs to know to carry runs out for others.</summary>
/// <param name="Threads">Most partitions that compute at a time.</param>
/// <param name="Version">Version of the program; a study's identity depends on it.</param>
/// <param name="Cache">Folder for the files of studies.</param>
public sealed record RunSiloOptions(int Threads, string Version, string Cache);

/// <summary>Desks of experiments that were started elsewhere: studies from their bundles, states and outcomes in the store. The newest few are kept, since many runs share them.</summary>
/// <param name="documents">The store.</param>
/// <param name="options">The silo.</param>
/// <param name="clock">The clock of checkpoints.</param>
#pragma warning disable CA1001 // Runs may hold places of its semaphore when the silo goes; it has no handle.
public sealed class StoredDesks(IDocumentShelf documents, RunSiloOptions options, TimeProvider clock)
#pragma warning restore CA1001
{
    private const int Kept = 4;

    private readonly Lock gate = new();
    private readonly List<(string Experiment, Task<ExperimentDesk> Desk)> newest = [];
    private readonly List<(string Bundle, Task<Study> Study)> studies = [];
    private readonly SemaphoreSlim threads = new(options.Threads);

    /// <summary>The desk of an experiment.</summary>
    /// <exception cref="ExperimentException">Its study is not in the store, or is another one here.</exception>
    public Task<ExperimentDesk> AtAsync(string experiment, ExperimentOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        // Made once for all who ask at the same time, so that none of them can cancel it for the others.
        return Newest(newest, experiment, () => DeskAsync(experiment, order)).WaitAsync(cancellation);
    }

    private async Task<ExperimentDesk> DeskAsync(string experiment, ExperimentOrder order)
    {
        var study = await Newest(studies, order.Study.Bundle!, () => StudyAsync(order.Study)).ConfigureAwait(false);
        var belongsTo = $"{order.Study.Identity} {order.Partitions}";
        var experimentOptions = new ExperimentOptions
        {
            Partitions = order.Partitions, Checkpoints = new CheckpointShelf(documents, experiment, belongsTo), CheckpointInterval = order.CheckpointInterval, Clock = clock,
        };
        return new ExperimentDesk(study, order.Variants, experimentOptions, threads, new StoredOutcomes(documents, experiment, belongsTo));
    }

    private async Task<Study> StudyAsync(StudyReference reference)
    {
        var study = await StudyBundle.OpenAsync(documents, reference.Bundle!, options.Cache, CancellationToken.None).ConfigureAwait(false);
        var identity = study.Identity(options.Version);
        return identity == reference.Identity ? study : throw new ExperimentException(
            $"The experiment was started by another version of the program than this silo's ({options.Version}); its results would not be the same. Start silos and experiments with one version.");
    }

    private Task<T> Newest<T>(List<(string Key, Task<T> Value)> list, string key, Func<Task<T>> make)
    {
        lock (gate)
        {
            var at = list.FindIndex(entry => entry.Key == key);
            var found = at >= 0 ? list[at].Value : null;
            if (at >= 0) list.RemoveAt(at);
            else if (list.Count == Kept) list.RemoveAt(0);
            if (found is null or { IsFaulted: true }) found = Task.Run(make);
            list.Add((key, found));
            return found;
        }
    }
}
