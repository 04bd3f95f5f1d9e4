using Orleans.Runtime;

namespace Orleans;

/// <summary>What every grain class implements; most do so by deriving from <see cref="Grain"/>.</summary>
public interface IGrainBase
{
    /// <summary>The activation that this object is the body of.</summary>
    IGrainContext GrainContext { get; }

    /// <summary>Runs once, before the first call; when it fails, the activation fails and the callers who wait are told why.</summary>
    /// <param name="token">Cancelled when the activation takes longer than <c>GrainCollectionOptions.ActivationTimeout</c>.</param>
    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    /// <summary>Runs once, after the last call. It does not run when the process is killed.</summary>
    /// <param name="reason">Why the activation ends.</param>
    /// <param name="token">Cancelled when the end takes longer than <c>GrainCollectionOptions.DeactivationTimeout</c>.</param>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}
