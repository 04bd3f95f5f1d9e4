using System.CommandLine;
using DigitalTwin.Cli.Commands;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Grains.Runs;
using DigitalTwin.Simulation.Studies;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Cli.Clusters;

/// <summary>Where runs are carried out: by a silo inside of this process, or by a cluster.</summary>
internal sealed class RunPlace : IAsyncDisposable
{
    /// <summary>How often unfinished runs are saved unless somebody says otherwise.</summary>
    public static readonly TimeSpan UsualCheckpoint = TimeSpan.FromSeconds(10);

    private readonly IAsyncDisposable place;

    private RunPlace(IAsyncDisposable place, IExperimentRunner runner) => (this.place, Runner) = (place, runner);

    /// <summary><c>--checkpoint 10s</c>.</summary>
    public static Option<TimeSpan?> Checkpoint { get; } = StoreOptions.Span("--checkpoint", "How often unfinished runs are saved: what a kill or a lost silo costs at most; 10 s when left out.");

    /// <summary><c>--parallel 16</c>.</summary>
    public static Option<int> Parallel { get; } = MakeParallel();

    /// <summary>Carries experiments out.</summary>
    public IExperimentRunner Runner { get; }

    /// <summary>Starts the silo, or finds the cluster that the command line names.</summary>
    public static async Task<RunPlace> OpenAsync(Context context, ParseResult parsed, ILoggerFactory logging, CancellationToken cancellation)
    {
        if (ClusterOptions.Settings(parsed) is not { } settings)
        {
            var silo = await RunSilo.StartAsync(context.Clock, logging, cancellation).ConfigureAwait(false);
            return new(silo, silo.Runner);
        }
        // Which silo did not answer at once is for whoever asks to be told more; what matters comes as an exception.
        if (parsed.GetValue(context.Verbosity) >= LogLevel.Warning) logging = NullLoggerFactory.Instance;
        var client = await ClusterProcess.ClientAsync(context, settings, ClusterOptions.StoreOf(parsed, settings), logging, cancellation).ConfigureAwait(false);
        return new(client, client.Runner(parsed.GetValue(Parallel), context.Clock));
    }

    public ValueTask DisposeAsync() => place.DisposeAsync();

    private static Option<int> MakeParallel()
    {
        var option = new Option<int>("--parallel") { Description = "Most runs at a time on the cluster.", DefaultValueFactory = _ => 16 };
        option.Validators.Add(result => Validation.AtLeastOne(result, option));
        return option;
    }
}
