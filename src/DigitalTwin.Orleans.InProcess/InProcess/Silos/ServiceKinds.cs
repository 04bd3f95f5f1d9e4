using Microsoft.Extensions.DependencyInjection;

namespace Orleans.InProcess.Silos;

/// <summary>Which services are registered, and which are singletons: those need no scope of an activation's own.</summary>
internal sealed class ServiceKinds(IServiceCollection services)
{
    private readonly Lazy<Dictionary<(Type, object?), ServiceLifetime>> lifetimes = new(() =>
        services.GroupBy(s => (s.ServiceType, s.ServiceKey)).ToDictionary(g => g.Key, g => g.Last().Lifetime));

    public bool IsSingleton(Type service, object? key = null) => LifetimeOf(service, key) == ServiceLifetime.Singleton;

    public bool IsKnown(Type service) => LifetimeOf(service, null) is not null;

    private ServiceLifetime? LifetimeOf(Type service, object? key) =>
        lifetimes.Value.TryGetValue((service, key), out var lifetime) ? lifetime
        : service.IsGenericType && lifetimes.Value.TryGetValue((service.GetGenericTypeDefinition(), key), out lifetime) ? lifetime
        : null;
}
