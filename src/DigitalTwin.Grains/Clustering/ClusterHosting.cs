using System.Net;
using System.Net.Sockets;
using DigitalTwin.Numerics.Diagnostics;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Orleans.Configuration;

namespace DigitalTwin.Grains.Clustering;

/// <summary>
/// The one place that makes a silo or a client a member of a cluster: who is in it, the state of grains and the reminders are in PostgreSQL, through Orleans' own
/// ADO.NET providers. With the in-process binding of Orleans the first call refuses and says how to get the real one.
/// </summary>
public static class ClusterHosting
{
    /// <summary>The name under which Orleans' providers know Npgsql.</summary>
    private const string Invariant = "Npgsql";

    /// <summary>How many signs of life in a row must be missing before a silo counts as silent.</summary>
    private const int Signs = 3;

    /// <summary>Makes the silo a member of the cluster and gives it the cluster's storage (the default one) and reminders.</summary>
    /// <returns>The settings with the ports that were taken.</returns>
    /// <exception cref="InputException">A setting cannot be used, or the binding of Orleans knows no clusters.</exception>
    public static ClusterSettings JoinCluster(this ISiloBuilder silo, ClusterSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings = settings.Checked().WithPorts();
        var database = Prepared(settings.Database);
        Possible(() => silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, database)));
        silo.AddAdoNetGrainStorageAsDefault(options => (options.Invariant, options.ConnectionString) = (Invariant, database));
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Invariant, database));
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (settings.Cluster, settings.Service));
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            // Probes find a silo that died among living ones; the signs in the table let the first silo in again after all have died.
            (options.ProbeTimeout, options.NumMissedProbesLimit) = (settings.DeclaredDeadAfter / Signs, Signs);
            (options.IAmAliveTablePublishTimeout, options.NumMissedTableIAmAliveLimit) = (settings.DeclaredDeadAfter / Signs, Signs);
        });
        silo.ConfigureEndpoints(settings.Address, settings.SiloPort, settings.GatewayPort, listenOnAnyHostAddress: false);
        return settings;
    }

    /// <summary>Adds a client that finds the cluster's silos and calls their grains.</summary>
    /// <exception cref="InputException">A setting cannot be used, or the binding of Orleans knows no clusters.</exception>
    public static void UseClusterClient(this IHostApplicationBuilder host, ClusterSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var database = Prepared(settings.Checked().Database);
        Possible(() => host.UseOrleansClient(client =>
        {
            client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, database));
            client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (settings.Cluster, settings.Service));
        }));
    }

    /// <summary>The in-process binding refuses here; for the user that is an input like any other that cannot be used.</summary>
    private static void Possible(Action cluster)
    {
        try
        {
            cluster();
        }
        catch (OrleansConfigurationException refused)
        {
            throw new InputException("cluster", refused.Message);
        }
    }

    /// <summary>
    /// The connection string for the providers: statements prepared on their second use (there are twenty of them, over and over) and few connections
    /// (Npgsql would take a hundred, which is all that a PostgreSQL server gives by default: the second silo would find it full), unless it says otherwise itself.
    /// </summary>
    private static string Prepared(string database)
    {
        var parts = new NpgsqlConnectionStringBuilder(database);
        var given = parts.Keys.Cast<string>().ToHashSet(StringComparer.OrdinalIgnoreCase); // ContainsKey is true for every word that Npgsql knows
        if (!given.Contains("Max Auto Prepare")) (parts.MaxAutoPrepare, parts.AutoPrepareMinUsages) = (32, 2);
        if (!given.Contains("Maximum Pool Size")) parts.MaxPoolSize = 16;
        return parts.ConnectionString;
    }

    /// <summary>The settings with a free port in the place of each 0.</summary>
    private static ClusterSettings WithPorts(this ClusterSettings settings)
    {
        // Both are held at once so that they differ; they are free again when the silo binds them.
        using var silo = new TcpListener(settings.Address, 0);
        using var gateway = new TcpListener(settings.Address, 0);
        silo.Start();
        gateway.Start();
        return settings with
        {
            SiloPort = settings.SiloPort == 0 ? ((IPEndPoint)silo.LocalEndpoint).Port : settings.SiloPort,
            GatewayPort = settings.GatewayPort == 0 ? ((IPEndPoint)gateway.LocalEndpoint).Port : settings.GatewayPort,
        };
    }
}
