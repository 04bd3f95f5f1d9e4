using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Studies;
using DigitalTwin.Storage.Documents;

namespace DigitalTwin.Grains.Runs;

/// <summary>Outcomes that are handed over in memory, to whoever started the experiment in this process. A run waits until its record has been taken, so that no more are in memory than runs are under way.</summary>
internal sealed class OutcomesByHand(Study study, Func<RunRecord, Task> finished) : IOutcomes
{
    public Task<IReadOnlyList<RunOutcome>> KeptAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<RunOutcome>>([]);

    public async Task<RunOutcome> TakeAsync(CityRun run, Stretch tail)
    {
        var record = study.Record(run, tail);
        await finished(record).ConfigureAwait(false);
        return new RunOutcome(new(record.Variant, record.Replication), record.ResultHash, []);
    }
}

/// <summary>
/// Outcomes in the store: a run's state at the end of its tail, in the bytes of a checkpoint. Whoever has the study makes the record from it, to the bit; geometry and
/// names need not travel.
/// </summary>
/// <param name="documents">The store.</param>
/// <param name="experiment">Id of the experiment.</param>
/// <param name="belongsTo">Identity of the inputs: scenario, city, version and split.</param>
internal sealed class StoredOutcomes(IDocumentShelf documents, string experiment, string belongsTo) : IOutcomes
{
    private readonly StateShelf shelf = new(documents, "run-outcome");

    public async Task<IReadOnlyList<RunOutcome>> KeptAsync(CancellationToken cancellation)
    {
        var kept = await shelf.ListAsync(experiment + "/", cancellation).ConfigureAwait(false);
        return [.. kept.Select(k => new RunOutcome(NameOf(k.Key), k.State.Note, [.. k.State.Pieces]))];
    }

    public async Task<RunOutcome> TakeAsync(CityRun run, Stretch tail)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(tail);
        var name = new RunName(tail.Branch.Variants[0], tail.Replication);
        var state = (await run.CaptureAsync().ConfigureAwait(false)).ToBytes(belongsTo);
        var kept = await shelf.SaveAsync(KeyOf(name), state, run.ResultHash(), CancellationToken.None).ConfigureAwait(false);
        return new RunOutcome(name, kept.Note, [.. kept.Pieces]);
    }

    /// <summary>The record of a run that ended somewhere.</summary>
    /// <exception cref="ExperimentException">It is not in the store any more, or is not what was told of it.</exception>
    public async Task<RunRecord> RecordAsync(Study study, Branch tree, int partitions, RunOutcome outcome, CancellationToken cancellation)
    {
        var bytes = await StateShelf.ReadAsync(documents, KeyOf(outcome.Run), outcome.Contents, cancellation).ConfigureAwait(false);
        if (bytes is null || RunState.FromBytes(bytes, belongsTo) is not { } state)
            throw new ExperimentException($"The outcome of {outcome.Run} is not in the store any more; run the experiment again.");
        var tail = new Stretch(Tails(tree).Single(b => b.Variants[0] == outcome.Run.Variant), outcome.Run.Replication, 0, null);
        var run = new CityRun(tail.Branch.Plan, partitions, new KeyedRandom(study.Scenario.Seed).ForReplication(tail.Replication), new Workers(1));
        await run.RestoreAsync(state).ConfigureAwait(false);
        var record = study.Record(run, tail);
        return record.ResultHash == outcome.ResultHash ? record
            : throw new ExperimentException($"The outcome of {outcome.Run} has the result hash {record.ResultHash} here and {outcome.ResultHash} where it was simulated.");
    }

    private string KeyOf(RunName run) => $"{experiment}/{run.Replication}/{run.Variant}";

    private RunName NameOf(string key)
    {
        var rest = key[(experiment.Length + 1)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return new(rest[(slash + 1)..], int.Parse(rest[..slash], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static IEnumerable<Branch> Tails(Branch branch) => branch.Children.Count == 0 ? [branch] : branch.Children.SelectMany(Tails);
}
