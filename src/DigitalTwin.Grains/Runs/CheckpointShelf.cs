using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Storage.Documents;

namespace DigitalTwin.Grains.Runs;

/// <summary>Checkpoints in the store, where every silo finds them.</summary>
/// <param name="documents">The store.</param>
/// <param name="experiment">Id of the experiment.</param>
/// <param name="belongsTo">Identity of the inputs: scenario, city, version and split.</param>
internal sealed class CheckpointShelf(IDocumentShelf documents, string experiment, string belongsTo) : ICheckpoints
{
    private readonly StateShelf shelf = new(documents, "run-checkpoint");

    public async ValueTask<RunState?> LoadAsync(string name, CancellationToken cancellation = default)
    {
        if (await shelf.FindAsync(KeyOf(name), cancellation).ConfigureAwait(false) is not { } kept) return null;
        var bytes = await StateShelf.ReadAsync(documents, KeyOf(name), kept.Pieces, cancellation).ConfigureAwait(false);
        return bytes is null ? null : RunState.FromBytes(bytes, belongsTo);
    }

    public async ValueTask SaveAsync(string name, RunState state, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        await shelf.SaveAsync(KeyOf(name), state.ToBytes(belongsTo), state.Hash, cancellation).ConfigureAwait(false);
    }

    public async ValueTask RemoveAsync(string name, CancellationToken cancellation = default) => await shelf.RemoveAsync(KeyOf(name), cancellation).ConfigureAwait(false);

    private string KeyOf(string name) => $"{experiment}/{name}";
}
