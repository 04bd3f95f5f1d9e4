using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.InProcess.Silos;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adding a client of a cluster that runs elsewhere: of the other binding only. In a silo's own process the client is there already.</summary>
public static class OrleansClientGenericHostExtensions
{
    /// <summary>Refuses: there is nothing to connect to.</summary>
    /// <exception cref="Orleans.Runtime.OrleansConfigurationException">Always; it says how to get the binding that can.</exception>
    public static IHostApplicationBuilder UseOrleansClient(this IHostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate) =>
        throw ClusterRefusal.Of("A client of a cluster");

    /// <summary>Refuses: there is nothing to connect to.</summary>
    /// <exception cref="Orleans.Runtime.OrleansConfigurationException">Always; it says how to get the binding that can.</exception>
    public static IHostBuilder UseOrleansClient(this IHostBuilder hostBuilder, Action<IClientBuilder> configureDelegate) =>
        throw ClusterRefusal.Of("A client of a cluster");

    /// <summary>Refuses: there is nothing to connect to.</summary>
    /// <exception cref="Orleans.Runtime.OrleansConfigurationException">Always; it says how to get the binding that can.</exception>
    public static IServiceCollection AddOrleansClient(this IServiceCollection services, Action<IClientBuilder> configureDelegate) =>
        throw ClusterRefusal.Of("A client of a cluster");
}
