using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Orleans.Conformance;

/// <summary>A host with one silo on free ports of this machine, started for a class of tests or for a single one.</summary>
public sealed class SiloFixture : IAsyncLifetime
{
    private readonly IHost host;

    public SiloFixture() : this(static _ => { }) { }

    private SiloFixture(Action<ISiloBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort.Next(), FreePort.Next());
            configure(silo);
        });
        host = builder.Build();
    }

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => host.Services;

    public static async Task<SiloFixture> StartAsync(Action<ISiloBuilder> configure)
    {
        var silo = new SiloFixture(configure);
        await silo.InitializeAsync();
        return silo;
    }

    public Task InitializeAsync() => host.StartAsync();

    public async Task DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
