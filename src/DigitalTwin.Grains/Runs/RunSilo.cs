using DigitalTwin.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Grains.Runs;

/// <summary>A silo inside of this process, for runs alone: no store, no world, and nobody outside can reach it.</summary>
public sealed class RunSilo : IAsyncDisposable
{
    private readonly IHost host;

    private RunSilo(IHost host) => this.host = host;

    /// <summary>Carries experiments out.</summary>
    public GrainRunner Runner => host.Services.GetRequiredService<GrainRunner>();

    /// <summary>The grains.</summary>
    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Its services.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Starts it; grains answer when it returns.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="logs">Where it logs; nowhere when null.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <param name="more">More that the silo is to have.</param>
    public static async Task<RunSilo> StartAsync(TimeProvider clock, ILoggerFactory? logs, CancellationToken cancellation, Action<ISiloBuilder>? more = null)
    {
        var host = await LocalSilo.StartAsync(
            silo =>
            {
                silo.Services.AddSingleton(clock);
                silo.Services.AddRuns();
                more?.Invoke(silo);
            },
            logs, cancellation).ConfigureAwait(false);
        return new RunSilo(host);
    }

    /// <summary>Stops it; its ports are free again.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync().ConfigureAwait(false);
        host.Dispose();
    }
}
