using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Experiments;

/// <summary>
/// Where the states of unfinished stretches wait, each under the stretch's name and replaced as a whole. A state that is damaged or belongs to other
/// inputs counts as absent. Safe to use for different names at the same time.
/// </summary>
public interface ICheckpoints
{
    /// <summary>The state saved under a name, or null.</summary>
    ValueTask<RunState?> LoadAsync(string name, CancellationToken cancellation = default);

    /// <summary>Saves a state; when it returns, the state survives the process.</summary>
    ValueTask SaveAsync(string name, RunState state, CancellationToken cancellation = default);

    /// <summary>Forgets a state; nothing happens when there is none.</summary>
    ValueTask RemoveAsync(string name, CancellationToken cancellation = default);
}
