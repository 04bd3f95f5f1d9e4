using DigitalTwin.Grains.Twins;
using DigitalTwin.Grains.Watching;
using DigitalTwin.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace DigitalTwin.Grains.Hosting;

/// <summary>Composes a silo of ours.</summary>
public static class CityHosting
{
    /// <summary>Adds what the grains of a city need: the store, the clock, the library of maps, grain state as documents of the store, and the watch over silent sensors.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="store">The store, which stays the caller's to dispose of after the silo has stopped.</param>
    /// <param name="library">Where maps are found by their hash.</param>
    /// <param name="time">The clock by which twins judge; the silo itself keeps to its own.</param>
    /// <param name="options">Options, or null for the defaults.</param>
    public static ISiloBuilder AddCity(this ISiloBuilder silo, ICityStore store, ICityLibrary library, TimeProvider time, CityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(store);
        var chosen = options ?? new CityOptions();
        silo.Services
            .AddSingleton(store)
            .AddSingleton(library)
            .AddSingleton(chosen)
            .AddSingleton(new CityClock(time))
            .AddSingleton(new WorldDirectory(store, library, chosen, TimeProvider.System))
            .AddSingleton(s => new TwinServices(store, s.GetRequiredService<WorldDirectory>(), s.GetRequiredService<CityClock>(), s.GetRequiredService<ILogger<TwinServices>>()))
            .AddGrainStorage(DocumentGrainStorage.Name, (_, _) => new DocumentGrainStorage(store.Documents))
            .AddHostedService<Watchman>();
        // A cluster brings a default of its own.
        if (!silo.Services.Any(service => service.ServiceType == typeof(IGrainStorage) && service.ServiceKey is ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME))
            silo.Services.AddGrainStorage(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME, (_, _) => new DocumentGrainStorage(store.Documents));
        if (chosen.IdleAfter is { } idle) silo.Configure<GrainCollectionOptions>(o => o.CollectionAge = idle);
        return silo;
    }
}
