using Microsoft.Extensions.DependencyInjection;
using Orleans.InProcess.State;
using Orleans.InProcess.Streams;
using Orleans.InProcess.Timers;

namespace Orleans.InProcess.Activations;

/// <summary>What only some activations have.</summary>
internal sealed class ActivationExtras
{
    private AsyncServiceScope? scope;

    public List<IStoredState>? States { get; set; }

    public HashSet<GrainTimer>? Timers { get; set; }

    public HashSet<Enumeration>? Enumerations { get; set; }

    public TaskCompletionSource? Ended { get; set; }

    public DeactivationReason Reason { get; set; }

    /// <summary>Ends the activating early, when the activation is to end before it has begun.</summary>
    public CancellationTokenSource? Activating { get; set; }

    /// <summary>Until when the activation is kept however idle it is; ticks of UTC.</summary>
    public long KeptUntil { get; set; }

    public IServiceProvider Services(IServiceProvider root)
    {
        lock (this) return (scope ??= root.CreateAsyncScope()).ServiceProvider;
    }

    public ValueTask DisposeScopeAsync()
    {
        lock (this) return scope?.DisposeAsync() ?? default;
    }
}
