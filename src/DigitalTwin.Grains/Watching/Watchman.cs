using DigitalTwin.Grains.Hosting;
using DigitalTwin.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Grains.Watching;

/// <summary>Reminds the watch of every live world to look around. Every silo has one, so that the watch goes on when the silo dies on which it was.</summary>
internal sealed partial class Watchman(ICityStore store, IGrainFactory grains, CityClock clock, CityOptions options, ILogger<Watchman> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.SweepEvery, clock.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await RemindAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    private async Task RemindAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var world in await store.Worlds.ListAsync(cancellation))
                if (world.Kind == WorldKind.Live) await grains.GetGrain<IWatchGrain>(world.Name).SweepAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            CouldNotLook(log, error);
        }
    }

    [LoggerMessage(20, LogLevel.Warning, "Silent sensors could not be looked for; it is tried again.")]
    private static partial void CouldNotLook(ILogger log, Exception error);
}
