using System.Net;
using System.Net.Sockets;
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
        // Without the defaults: no files of settings, no environment, and nobody else who listens for Ctrl-C.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        if (logs is not null) builder.Services.AddSingleton(logs);
        builder.UseOrleans(silo =>
        {
            var (siloPort, gatewayPort) = FreePorts();
            silo.UseLocalhostClustering(siloPort, gatewayPort, new IPEndPoint(IPAddress.Loopback, siloPort));
            silo.Services.AddRuns();
            more?.Invoke(silo);
        });
        var host = builder.Build();
        try
        {
            await host.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            host.Dispose();
            throw;
        }
        return new RunSilo(host);
    }

    /// <summary>Stops it; its ports are free again.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync().ConfigureAwait(false);
        host.Dispose();
    }

    /// <summary>Two ports that are free now: for the binding that opens some even when only this process calls.</summary>
    private static (int Silo, int Gateway) FreePorts()
    {
        using TcpListener first = new(IPAddress.Loopback, 0), second = new(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }

    /// <summary>The process belongs to the command, not to the silo inside of it.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
