using Orleans.Configuration;
using Orleans.InProcess.Silos;

namespace Orleans.Hosting;

/// <summary>Membership of a cluster in a database: of the other binding only.</summary>
public static class AdoNetHostingExtensions
{
    /// <summary>Refuses: one process is no cluster.</summary>
    /// <exception cref="Runtime.OrleansConfigurationException">Always; it says how to get the binding that can.</exception>
    public static ISiloBuilder UseAdoNetClustering(this ISiloBuilder builder, Action<AdoNetClusteringSiloOptions> configureOptions) =>
        throw ClusterRefusal.Of("A cluster");

    /// <summary>Refuses: one process is no cluster.</summary>
    /// <exception cref="Runtime.OrleansConfigurationException">Always; it says how to get the binding that can.</exception>
    public static IClientBuilder UseAdoNetClustering(this IClientBuilder builder, Action<AdoNetClusteringClientOptions> configureOptions) =>
        throw ClusterRefusal.Of("A cluster");
}

/// <summary>States of grains in a database by Orleans' own provider: of the other binding only.</summary>
public static class AdoNetGrainStorageSiloBuilderExtensions
{
    /// <summary>Refuses.</summary>
    /// <exception cref="Runtime.OrleansConfigurationException">Always; it says how to get the binding that can.</exception>
    public static ISiloBuilder AddAdoNetGrainStorage(this ISiloBuilder builder, string name, Action<AdoNetGrainStorageOptions> configureOptions) =>
        throw ClusterRefusal.Of("Orleans' own store in a database");

    /// <summary>Refuses.</summary>
    /// <exception cref="Runtime.OrleansConfigurationException">Always; it says how to get the binding that can.</exception>
    public static ISiloBuilder AddAdoNetGrainStorageAsDefault(this ISiloBuilder builder, Action<AdoNetGrainStorageOptions> configureOptions) =>
        throw ClusterRefusal.Of("Orleans' own store in a database");
}

/// <summary>Reminders in a database: of the other binding only.</summary>
public static class SiloBuilderReminderExtensions
{
    /// <summary>Refuses.</summary>
    /// <exception cref="Runtime.OrleansConfigurationException">Always; it says how to get the binding that can.</exception>
    public static ISiloBuilder UseAdoNetReminderService(this ISiloBuilder builder, Action<AdoNetReminderTableOptions> configureOptions) =>
        throw ClusterRefusal.Of("Reminders");
}
