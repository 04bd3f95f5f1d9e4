using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Experiments;

/// <summary>
/// Where the states of unfinished branches wait, one file each, replaced as a whole. A file that is damaged or belongs to other inputs
/// counts as absent.
/// </summary>
/// <param name="folder">The folder; made when the first state is saved.</param>
/// <param name="belongsTo">Identity of the inputs: scenario, city, version and split.</param>
public sealed class CheckpointFolder(string folder, string belongsTo)
{
    /// <summary>The state saved under a name, or null.</summary>
    public RunState? Load(string name) => File.Exists(PathOf(name)) ? RunState.FromBytes(File.ReadAllBytes(PathOf(name)), belongsTo) : null;

    /// <summary>Saves a state: first beside the old one, then in its place.</summary>
    public void Save(string name, RunState state)
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
    }

    /// <summary>Forgets a state.</summary>
    public void Remove(string name)
    {
        // File.Delete minds a folder that is not there: nothing was ever saved.
        if (Directory.Exists(folder)) File.Delete(PathOf(name));
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".state");
}
