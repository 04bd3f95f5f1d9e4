using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Orleans.InProcess.Tests;

/// <summary>A silo whose time is the test's.</summary>
public sealed class SiloOfATest : IAsyncDisposable
{
    private readonly IHost host;

    private SiloOfATest(IHost host, FakeClock clock) => (this.host, Clock) = (host, clock);

    public FakeClock Clock { get; }

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<SiloOfATest> StartAsync(Action<ISiloBuilder>? configure = null)
    {
        var silo = Build(configure);
        await silo.host.StartAsync();
        return silo;
    }

    public static SiloOfATest Build(Action<ISiloBuilder>? configure = null)
    {
        var clock = new FakeClock();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.UseOrleans(silo => configure?.Invoke(silo));
        return new(builder.Build(), clock);
    }

    /// <summary>Stops at once: some tests leave calls behind that never end.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(new CancellationToken(canceled: true));
        host.Dispose();
    }
}
