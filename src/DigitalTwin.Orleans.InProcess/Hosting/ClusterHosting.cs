using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.InProcess;

namespace Orleans.Hosting
{
    /// <summary>Finding the silos of a cluster in a database. Refused: this is one silo.</summary>
    public static class AdoNetHostingExtensions
    {
        /// <summary>Refused.</summary>
        /// <exception cref="Runtime.OrleansConfigurationException">Always; the message says how to get a cluster.</exception>
        public static ISiloBuilder UseAdoNetClustering(this ISiloBuilder builder, Action<AdoNetClusteringSiloOptions> configureOptions) =>
            ClusterRefusal.Of<ISiloBuilder>("A cluster of silos");

        /// <summary>Refused.</summary>
        /// <exception cref="Runtime.OrleansConfigurationException">Always; the message says how to get a cluster.</exception>
        public static IClientBuilder UseAdoNetClustering(this IClientBuilder builder, Action<AdoNetClusteringClientOptions> configureOptions) =>
            ClusterRefusal.Of<IClientBuilder>("A client of a cluster");
    }

    /// <summary>Keeping the states of grains in a database through Orleans' own provider. Refused: register an <see cref="Storage.IGrainStorage"/> instead.</summary>
    public static class AdoNetGrainStorageSiloBuilderExtensions
    {
        /// <summary>Refused.</summary>
        /// <exception cref="Runtime.OrleansConfigurationException">Always; the message says how to get the provider.</exception>
        public static ISiloBuilder AddAdoNetGrainStorageAsDefault(this ISiloBuilder builder, Action<AdoNetGrainStorageOptions> configureOptions) =>
            ClusterRefusal.Of<ISiloBuilder>("Grain storage through ADO.NET");
    }

    /// <summary>Reminders in a database. Refused.</summary>
    public static class SiloBuilderReminderExtensions
    {
        /// <summary>Refused.</summary>
        /// <exception cref="Runtime.OrleansConfigurationException">Always; the message says how to get reminders.</exception>
        public static ISiloBuilder UseAdoNetReminderService(this ISiloBuilder builder, Action<AdoNetReminderTableOptions> configureOptions) =>
            ClusterRefusal.Of<ISiloBuilder>("Reminders in a database");
    }
}

namespace Microsoft.Extensions.Hosting
{
    /// <summary>Adding a client of a cluster to a host. A silo's own host needs none: it has an <see cref="IClusterClient"/>.</summary>
    public static class OrleansClientGenericHostExtensions
    {
        /// <summary>Runs the settings, which refuse when they name a cluster; without one there is nothing to be a client of.</summary>
        /// <exception cref="Orleans.Runtime.OrleansConfigurationException">Always; the message says how to get a cluster.</exception>
        public static IHostApplicationBuilder UseOrleansClient(this IHostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate)
        {
            ArgumentNullException.ThrowIfNull(hostAppBuilder);
            ArgumentNullException.ThrowIfNull(configureDelegate);
            configureDelegate(new ClientBuilder(hostAppBuilder.Services, hostAppBuilder.Configuration));
            return ClusterRefusal.Of<IHostApplicationBuilder>("A client of a cluster");
        }

        private sealed record ClientBuilder(IServiceCollection Services, IConfiguration Configuration) : IClientBuilder;
    }
}
