using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Experiments;

/// <summary>Checkpoints in a folder, one file each: written beside the old one, synced, then put in its place.</summary>
/// <param name="folder">The folder; made when the first state is saved.</param>
/// <param name="belongsTo">Identity of the inputs: scenario, city, version and split.</param>
public sealed class CheckpointFolder(string folder, string belongsTo) : ICheckpoints
{
    /// <inheritdoc/>
    public ValueTask<RunState?> LoadAsync(string name, CancellationToken cancellation = default) =>
        new(File.Exists(PathOf(name)) ? RunState.FromBytes(File.ReadAllBytes(PathOf(name)), belongsTo) : null);

    /// <inheritdoc/>
    public ValueTask SaveAsync(string name, RunState state, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        Directory.CreateDirectory(folder);
        var half = PathOf(name) + ".half";
        using (var stream = new FileStream(half, FileMode.Create, FileAccess.Write))
        {
            stream.Write(state.ToBytes(belongsTo));
            stream.Flush(flushToDisk: true);
        }
        File.Move(half, PathOf(name), overwrite: true);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string name, CancellationToken cancellation = default)
    {
        // File.Delete minds a folder that is not there: nothing was ever saved.
        if (Directory.Exists(folder)) File.Delete(PathOf(name));
        return default;
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".state");
}
