using DigitalTwin.Cli.Commands;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Grains.Clustering;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Grains.Runs;
using DigitalTwin.Grains.Worlds;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DigitalTwin.Cli.Clusters;

/// <summary>This process as a member of a cluster, with the cluster's store: a silo, or a client that submits runs. Ends with the command.</summary>
internal sealed class ClusterProcess : IAsyncDisposable
{
    /// <summary>How long a client tries the silos that the database names: all of them may have died without a word.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IHost host;
    private readonly ICityStore store;

    private ClusterProcess(IHost host, ICityStore store, ClusterSettings settings) => (this.host, this.store, Settings) = (host, store, settings);

    /// <summary>The settings, with the ports that were taken.</summary>
    public ClusterSettings Settings { get; }

    /// <summary>Joins as a silo; grains can be placed on it when this returns.</summary>
    public static Task<ClusterProcess> SiloAsync(Context context, ClusterSettings settings, string storeAt, int threads, ILoggerFactory logging, CancellationToken cancellation) =>
        JoinAsync(context, settings, storeAt, logging, (builder, store) =>
        {
            var joined = settings;
            builder.UseOrleans(silo =>
            {
                joined = silo.JoinCluster(settings);
                if (store is null) return;
                silo.AddCity(store, new MapShelf(store.Documents, OpenCity.MapCache), context.Clock);
                silo.Services.AddRuns(new RunSiloOptions(threads, Commands.Version.Text, Path.Combine(Path.GetDirectoryName(OpenCity.MapCache)!, "studies")));
            });
            return joined;
        }, cancellation);

    /// <summary>Finds the cluster as a client; a silo has answered when this returns.</summary>
    /// <exception cref="InputException">No silo answers.</exception>
    public static async Task<ClusterProcess> ClientAsync(Context context, ClusterSettings settings, string storeAt, ILoggerFactory logging, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, context.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            return await JoinAsync(context, settings, storeAt, logging, (builder, _) =>
            {
                builder.UseClusterClient(settings);
                return settings;
            }, either.Token, asClient: true).ConfigureAwait(false);
        }
        catch (Exception silence) when (silence is OrleansException || silence is OperationCanceledException && patience.IsCancellationRequested)
        {
            throw Silence(settings);
        }
    }

    /// <summary>Submits experiments to the cluster.</summary>
    /// <param name="parallel">Most runs at a time.</param>
    /// <param name="clock">The clock of its patience.</param>
    public ClusterRunner Runner(int parallel, TimeProvider clock) => new(host.Services.GetRequiredService<IClusterClient>(), store.Documents, parallel, clock);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync().ConfigureAwait(false);
        host.Dispose();
        await store.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<ClusterProcess> JoinAsync(
        Context context, ClusterSettings settings, string storeAt, ILoggerFactory logging, Func<HostApplicationBuilder, ICityStore?, ClusterSettings> join, CancellationToken cancellation,
        bool asClient = false)
    {
        // Asked before anything is opened: a binding that knows no clusters, or settings that cannot be used, are refused with their sentences.
        join(Builder(logging), null);
        var source = NpgsqlDataSource.Create(settings.Database);
        await using (source.ConfigureAwait(false))
        {
            var database = new ClusterDatabase(source);
            await database.RequireReadyAsync(cancellation).ConfigureAwait(false);
            if (asClient && !await database.HasSiloAsync(settings.Cluster, cancellation).ConfigureAwait(false)) throw Silence(settings);
        }
        var store = await PostgresStore.OpenAsync(storeAt, context.Clock, logging, cancellation).ConfigureAwait(false);
        try
        {
            var builder = Builder(logging);
            var joined = join(builder, store);
            var host = builder.Build();
            await host.StartAsync(cancellation).ConfigureAwait(false);
            return new(host, store, joined);
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static InputException Silence(ClusterSettings settings) => new("cluster", $"No silo of the cluster '{settings.Cluster}' answers; 'twin silo' starts one.");

    private static HostApplicationBuilder Builder(ILoggerFactory logging)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(logging);
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        return builder;
    }

    /// <summary>The command hears Ctrl-C, not the host.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
