namespace Orleans;

/// <summary>Something that starts and stops by stages.</summary>
public interface ILifecycleObservable
{
    /// <summary>Joins at a stage: smaller stages start first and stop last.</summary>
    IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer);
}

/// <summary>What starts and stops with a stage.</summary>
public interface ILifecycleObserver
{
    /// <summary>The stage begins.</summary>
    Task OnStart(CancellationToken cancellationToken = default);

    /// <summary>The stage ends.</summary>
    Task OnStop(CancellationToken cancellationToken = default);
}

/// <summary>A component that wants to join a lifecycle. Registered as a service.</summary>
public interface ILifecycleParticipant<TLifecycleObservable> where TLifecycleObservable : ILifecycleObservable
{
    /// <summary>Joins.</summary>
    void Participate(TLifecycleObservable lifecycle);
}

/// <summary>The stages of a silo.</summary>
public static class ServiceLifecycleStage
{
    /// <summary>The first.</summary>
    public const int First = int.MinValue;

    /// <summary>The runtime itself.</summary>
    public const int RuntimeInitialize = 2000;

    /// <summary>Services of the runtime.</summary>
    public const int RuntimeServices = 4000;

    /// <summary>Stores.</summary>
    public const int RuntimeStorageServices = 6000;

    /// <summary>Services beside grains.</summary>
    public const int RuntimeGrainServices = 8000;

    /// <summary>Services of the application.</summary>
    public const int ApplicationServices = 10000;

    /// <summary>Just before calls are taken from others.</summary>
    public const int BecomeActive = Active - 1;

    /// <summary>Calls are taken.</summary>
    public const int Active = 20000;

    /// <summary>The last.</summary>
    public const int Last = int.MaxValue;
}

/// <summary>Joining with delegates.</summary>
public static class LifecycleExtensions
{
    /// <summary>Joins with something to start and something to stop.</summary>
    public static IDisposable Subscribe(
        this ILifecycleObservable observable, string observerName, int stage, Func<CancellationToken, Task> onStart, Func<CancellationToken, Task>? onStop = null)
    {
        ArgumentNullException.ThrowIfNull(observable);
        return observable.Subscribe(observerName, stage, new Pair(onStart, onStop));
    }

    private sealed class Pair(Func<CancellationToken, Task> start, Func<CancellationToken, Task>? stop) : ILifecycleObserver
    {
        public Task OnStart(CancellationToken cancellationToken) => start(cancellationToken);

        public Task OnStop(CancellationToken cancellationToken) => stop?.Invoke(cancellationToken) ?? Task.CompletedTask;
    }
}
