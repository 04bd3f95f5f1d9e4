using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace Orleans.InProcess.Silos;

/// <summary>Starts and stops the silo with its host: stages up, then down; last of all every grain says goodbye.</summary>
internal sealed class SiloService(Silo silo, SiloLifecycle lifecycle, IEnumerable<ILifecycleParticipant<ISiloLifecycle>> participants) : IHostedService
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
        silo.Open();
        SiloLog.Started(silo.Log, typeof(Grain).Assembly.GetName().Name!);
        await lifecycle.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await lifecycle.StopAsync(cancellationToken);
        await EndAllAsync(cancellationToken);
        silo.Close();
        foreach (var timer in timers) await timer.DisposeAsync();
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

    /// <summary>Grains may call each other while they end, and so make others: until none is left.</summary>
    private async Task EndAllAsync(CancellationToken cancel)
    {
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
