using Microsoft.Extensions.DependencyInjection;

namespace Orleans.InProcess.Silos;

/// <summary>Which services are singletons: those need no scope of an activation's own.</summary>
internal sealed class ServiceKinds(IServiceCollection services)
{
    private readonly Lazy<HashSet<Type>> singletons = new(() =>
        [.. services.Where(s => !s.IsKeyedService).GroupBy(s => s.ServiceType).Where(g => g.Last().Lifetime == ServiceLifetime.Singleton).Select(g => g.Key)]);

    public bool IsSingleton(Type service) =>
        singletons.Value.Contains(service) || (service.IsGenericType && singletons.Value.Contains(service.GetGenericTypeDefinition()));
}
