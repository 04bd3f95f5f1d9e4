using System.CommandLine;
using DigitalTwin.Cli.Clusters;
using DigitalTwin.Grains.Clustering;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Storage;
using Npgsql;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin silo</c> and <c>twin silo init</c>: the cluster's own commands.</summary>
internal static class SiloCommand
{
    private const string WithoutCluster = "A silo needs a cluster to belong to: name its PostgreSQL database with --cluster. (Alone, 'twin run' has a silo inside of it.)";

    public static Command Create(Context context)
    {
        var threads = new Option<int>("--threads") { Description = "Most partitions of runs that compute at a time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        threads.Validators.Add(result => Validation.AtLeastOne(result, threads));
        var command = new Command("silo", "Start a silo that carries out what is submitted to its cluster, until Ctrl-C. Example: twin silo --cluster 'Host=db;Database=twin;Username=twin'")
        {
            ClusterOptions.Cluster, ClusterOptions.Store, ClusterOptions.Name, ClusterOptions.Address, ClusterOptions.SiloPort, ClusterOptions.GatewayPort, threads, context.Verbosity,
        };
        command.SetAction((parsed, cancellation) => Context.Start(() => RunAsync(context, parsed, parsed.GetValue(threads), cancellation)));

        var init = new Command("init", "Make the tables and queries that a cluster needs in its database; as often as one likes. Example: twin silo init --cluster 'Host=db;Database=twin;Username=twin'")
        {
            ClusterOptions.Cluster, ClusterOptions.Store, ClusterOptions.Name, context.Verbosity,
        };
        init.SetAction((parsed, cancellation) => Context.Start(() => InitAsync(context, parsed, cancellation)));
        command.Subcommands.Add(init);
        return command;
    }

    private static async Task<int> RunAsync(Context context, ParseResult parsed, int threads, CancellationToken cancellation)
    {
        var settings = ClusterOptions.SiloSettings(parsed) ?? throw new InputException("silo", WithoutCluster);
        using var logging = context.Logging(parsed);
        var silo = await ClusterProcess.SiloAsync(context, settings, ClusterOptions.StoreOf(parsed, settings), threads, logging, cancellation).ConfigureAwait(false);
        await using (silo.ConfigureAwait(false))
        {
            context.Terminal.Out.WriteLine(
                $"The silo {silo.Settings.Address}:{silo.Settings.SiloPort} (clients: port {silo.Settings.GatewayPort}) is in the cluster '{silo.Settings.Cluster}'; Ctrl-C lets it leave.");
            await UntilAsync(cancellation).ConfigureAwait(false);
        }
        context.Terminal.Out.WriteLine("The silo has left; runs that it carried out are saved.");
        return ExitCode.Done;
    }

    private static async Task<int> InitAsync(Context context, ParseResult parsed, CancellationToken cancellation)
    {
        var settings = (ClusterOptions.Settings(parsed) ?? throw new InputException("silo", WithoutCluster)).Checked();
        using var logging = context.Logging(parsed);
        var source = NpgsqlDataSource.Create(settings.Database);
        await using (source.ConfigureAwait(false))
            context.Terminal.Out.WriteLine(await new ClusterDatabase(source).InitialiseAsync(cancellation).ConfigureAwait(false));
        var store = await PostgresStore.OpenAsync(ClusterOptions.StoreOf(parsed, settings), context.Clock, logging, cancellation).ConfigureAwait(false);
        await store.DisposeAsync().ConfigureAwait(false);
        context.Terminal.Out.WriteLine("The store is ready.");
        return ExitCode.Done;
    }

    private static async Task UntilAsync(CancellationToken cancellation)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var ending = cancellation.Register(ended.SetResult);
        await ended.Task.ConfigureAwait(false);
    }
}
