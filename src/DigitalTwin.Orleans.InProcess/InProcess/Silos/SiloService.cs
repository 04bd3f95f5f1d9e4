using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace Orleans.InProcess.Silos;

/// <summary>Starts and stops the silo with its host: stages up, then down. Grains say goodbye when the silo is no longer active, while stores still are.</summary>
internal sealed class SiloService(Silo silo, SiloLifecycle lifecycle, IEnumerable<ILifecycleParticipant<ISiloLifecycle>> participants) : IHostedService, IDisposable
{
    private readonly List<ITimer> timers = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var participant in participants) participant.Participate(lifecycle);
        using (ExecutionContext.SuppressFlow())
        {
            timers.Add(silo.Patience.Start());
            timers.Add(silo.Clock.CreateTimer(static s => CollectIdle((Silo)s!), silo, silo.Collection.CollectionQuantum, silo.Collection.CollectionQuantum));
        }
        lifecycle.Subscribe("grains", ServiceLifecycleStage.BecomeActive, static _ => Task.CompletedTask, EndAllAsync);
        silo.Open();
        SiloLog.Started(silo.Log, typeof(Grain).Assembly.GetName().Name!);
        await lifecycle.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await lifecycle.StopAsync(cancellationToken);
        silo.Close();
    }

    public void Dispose()
    {
        silo.Close();
        foreach (var timer in timers) timer.Dispose();
    }

    private static void CollectIdle(Silo silo)
    {
        try
        {
            foreach (var grainClass in silo.Classes.All)
                if (grainClass.CollectionAge != Timeout.InfiniteTimeSpan)
                    foreach (var activation in grainClass.Activations)
                        activation.DeactivateIfIdle(grainClass.CollectionAge);
        }
        catch (Exception error)
        {
            SiloLog.CareFailed(silo.Log, error);
        }
    }

    /// <summary>No grain begins any more; those that are there may still call each other while they end.</summary>
    private async Task EndAllAsync(CancellationToken cancel)
    {
        silo.BeginNoMore();
        while (silo.Classes.All.SelectMany(c => c.Activations).ToArray() is { Length: > 0 } left)
        {
            foreach (var activation in left) activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The silo stops."), cancel);
            try
            {
                await Task.WhenAll(left.Select(activation => activation.Deactivated)).WaitAsync(cancel);
            }
            catch (OperationCanceledException)
            {
                SiloLog.StoppedEarly(silo.Log, left.Count(activation => !activation.HasEnded));
                return;
            }
        }
    }
}
