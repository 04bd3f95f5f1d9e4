using Orleans.Runtime;

namespace Orleans.InProcess.Silos;

/// <summary>The stages of the silo. Those that did not start are not stopped.</summary>
internal sealed class SiloLifecycle : ISiloLifecycle
{
    private readonly List<Subscription> subscriptions = [];

    public int HighestCompletedStage { get; private set; } = int.MinValue;

    public int LowestStoppedStage { get; private set; } = int.MaxValue;

    public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
    {
        var subscription = new Subscription(this, stage, observer);
        lock (subscriptions) subscriptions.Add(subscription);
        return subscription;
    }

    public async Task StartAsync(CancellationToken cancel)
    {
        foreach (var stage in Stages().Order())
        {
            cancel.ThrowIfCancellationRequested();
            await Task.WhenAll(At(stage).Select(s => s.Observer.OnStart(cancel)));
            HighestCompletedStage = stage;
        }
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        foreach (var stage in Stages().Where(s => s <= HighestCompletedStage).OrderDescending())
        {
            await Task.WhenAll(At(stage).Select(s => s.Observer.OnStop(cancel))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            LowestStoppedStage = stage;
        }
    }

    private int[] Stages()
    {
        lock (subscriptions) return [.. subscriptions.Select(s => s.Stage).Distinct()];
    }

    private Subscription[] At(int stage)
    {
        lock (subscriptions) return [.. subscriptions.Where(s => s.Stage == stage)];
    }

    private sealed record Subscription(SiloLifecycle Lifecycle, int Stage, ILifecycleObserver Observer) : IDisposable
    {
        public void Dispose()
        {
            lock (Lifecycle.subscriptions) Lifecycle.subscriptions.Remove(this);
        }
    }
}
