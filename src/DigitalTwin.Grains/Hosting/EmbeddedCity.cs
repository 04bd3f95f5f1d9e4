using DigitalTwin.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Grains.Hosting;

/// <summary>What an embedded city is made of.</summary>
public sealed record EmbeddedCityOptions
{
    /// <summary>The store.</summary>
    public required ICityStore Store { get; init; }

    /// <summary>Where maps are found.</summary>
    public required ICityLibrary Library { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Whether the store is disposed of together with the city.</summary>
    public bool OwnsStore { get; init; } = true;

    /// <summary>How the silo looks after its worlds.</summary>
    public CityOptions City { get; init; } = new();

    /// <summary>Where it logs; nowhere unless given.</summary>
    public ILoggerFactory? Logs { get; init; }

    /// <summary>More that the silo is to have.</summary>
    public Action<ISiloBuilder>? Silo { get; init; }
}

/// <summary>A whole city in one process: a silo and its store, for the command line, tests and embedding. Nothing outside can reach it.</summary>
public sealed class EmbeddedCity : IAsyncDisposable
{
    private readonly IHost host;
    private readonly EmbeddedCityOptions options;

    private EmbeddedCity(IHost host, EmbeddedCityOptions options) => (this.host, this.options) = (host, options);

    /// <summary>Gets at the grains.</summary>
    public IClusterClient Grains => host.Services.GetRequiredService<IClusterClient>();

    /// <summary>The store.</summary>
    public ICityStore Store => options.Store;

    /// <summary>The services of the host.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Starts it; grains answer when it returns.</summary>
    public static async Task<EmbeddedCity> StartAsync(EmbeddedCityOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var host = await LocalSilo.StartAsync(
            silo =>
            {
                silo.AddCity(options.Store, options.Library, options.Time, options.City);
                options.Silo?.Invoke(silo);
            },
            options.Logs, cancellation);
        return new(host, options);
    }

    /// <summary>Stops it, when everything that was handed over is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
        if (options.OwnsStore) await options.Store.DisposeAsync();
    }
}
