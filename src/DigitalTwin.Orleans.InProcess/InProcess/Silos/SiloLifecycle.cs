using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.InProcess.Silos;

/// <summary>The stages of the silo. Those that did not start are not stopped.</summary>
internal sealed class SiloLifecycle(ILoggerFactory loggers) : ISiloLifecycle
{
    private readonly ILogger log = loggers.CreateLogger("Orleans");
    private readonly List<Subscription> subscriptions = [];

    public int HighestCompletedStage { get; private set; } = int.MinValue;

    public int LowestStoppedStage { get; private set; } = int.MaxValue;

    public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
    {
        var subscription = new Subscription(this, observerName, stage, observer);
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
            await Task.WhenAll(At(stage).Select(s => StopAsync(s, cancel)));
            LowestStoppedStage = stage;
        }
    }

    /// <summary>What cannot stop is no reason for the others not to.</summary>
    private async Task StopAsync(Subscription subscription, CancellationToken cancel)
    {
        try
        {
            await subscription.Observer.OnStop(cancel);
        }
        catch (Exception error)
        {
            SiloLog.StopFailed(log, error, subscription.Name, subscription.Stage);
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

    private sealed record Subscription(SiloLifecycle Lifecycle, string Name, int Stage, ILifecycleObserver Observer) : IDisposable
    {
        public void Dispose()
        {
            lock (Lifecycle.subscriptions) Lifecycle.subscriptions.Remove(this);
        }
    }
}
