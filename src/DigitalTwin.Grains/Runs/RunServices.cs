using DigitalTwin.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DigitalTwin.Grains.Runs;

/// <summary>What the grains of runs need of a silo.</summary>
public static class RunServices
{
    /// <summary>Adds it.</summary>
    /// <param name="services">The silo's services.</param>
    /// <param name="options">The silo, when it carries out experiments that were started elsewhere, for which an <see cref="ICityStore"/> must be there; null when only this process starts any.</param>
    public static IServiceCollection AddRuns(this IServiceCollection services, RunSiloOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new ExperimentDesks(
            options is null ? null : new StoredDesks(provider.GetRequiredService<ICityStore>().Documents, options, provider.GetRequiredService<TimeProvider>())));
        services.AddSingleton<GrainRunner>();
        return services;
    }
}
