using DigitalTwin.Grains.Clustering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DigitalTwin.Cluster.Tests;

/// <summary>Silos and clients of one cluster in this process, on free ports of the loopback address, over a database of their own.</summary>
internal sealed class SiloGroup : IAsyncDisposable
{
    private readonly List<IHost> hosts = [];

    private SiloGroup(string database) => Settings = new() { Database = database, Cluster = "test", DeclaredDeadAfter = TimeSpan.FromSeconds(2) };

    /// <summary>What every member is told.</summary>
    public ClusterSettings Settings { get; }

    /// <summary>A cluster with its database made ready, and as many silos as asked.</summary>
    public static async Task<SiloGroup> StartAsync(int silos)
    {
        var group = new SiloGroup(await Postgres.NewDatabaseAsync());
        await using (var source = NpgsqlDataSource.Create(group.Settings.Database)) await new ClusterDatabase(source).InitialiseAsync(default);
        for (var i = 0; i < silos; i++) await group.AddSiloAsync();
        return group;
    }

    /// <summary>Starts a silo and waits until it has joined.</summary>
    /// <param name="more">What it has beside the cluster.</param>
    public Task<IHost> AddSiloAsync(Action<ISiloBuilder>? more = null) => StartAsync(host => host.UseOrleans(silo =>
    {
        more?.Invoke(silo);
        silo.JoinCluster(Settings);
    }));

    /// <summary>Starts a client and waits until it has found the cluster.</summary>
    public Task<IHost> AddClientAsync() => StartAsync(host => host.UseClusterClient(Settings));

    /// <summary>Ends a silo without a farewell: no grain is deactivated and none is handed over.</summary>
    public async Task KillAsync(IHost member)
    {
        hosts.Remove(member);
        await member.StopAsync(new CancellationToken(canceled: true));
        member.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Enumerable.Reverse(hosts).ToList()) await KillAsync(host);
    }

    private async Task<IHost> StartAsync(Action<HostApplicationBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Logging.ClearProviders();
        configure(builder);
        var host = builder.Build();
        await host.StartAsync();
        hosts.Add(host);
        return host;
    }
}

/// <summary>Grains as a member of the cluster sees them.</summary>
internal static class HostGrains
{
    /// <summary>The place of a name.</summary>
    public static IPlaceGrain Place(this IHost host, string name) => host.Services.GetRequiredService<IGrainFactory>().GetGrain<IPlaceGrain>(name);
}
