using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Grains.Hosting;

/// <summary>A silo inside of a program that does something else: it answers only this process, and leaves signals, settings and the environment to the program.</summary>
internal static class LocalSilo
{
    /// <summary>Starts one; its grains answer when it returns.</summary>
    public static async Task<IHost> StartAsync(Action<ISiloBuilder> configure, ILoggerFactory? logs, CancellationToken cancellation)
    {
        // Without the defaults: no files of settings, no variables of the environment and no watching of files, which cost more than the rest of the start.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        if (logs is not null) builder.Services.AddSingleton(logs);
        builder.UseOrleans(silo =>
        {
            var (siloPort, gatewayPort) = FreePorts();
            silo.UseLocalhostClustering(siloPort, gatewayPort, new IPEndPoint(IPAddress.Loopback, siloPort));
            configure(silo);
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
        return host;
    }

    /// <summary>Two ports that are free now: for the binding that opens some even when only this process calls.</summary>
    private static (int Silo, int Gateway) FreePorts()
    {
        using TcpListener first = new(IPAddress.Loopback, 0), second = new(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }

    /// <summary>The process belongs to the program, not to the silo inside of it.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
