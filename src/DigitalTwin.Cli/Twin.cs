using System.CommandLine;
using System.CommandLine.Parsing;
using DigitalTwin.Cli.Commands;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Client.Telemetry;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli;

/// <summary>The command <c>twin</c>: reads its arguments, runs one command, and keeps the promises about exit codes and sentences.</summary>
internal static class Twin
{
    /// <summary>Runs one command line.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, TimeProvider clock, CancellationToken cancellation = default)
    {
        var parsed = Root(new Context(terminal, clock)).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) terminal.Error.WriteLine($"error: {error.Message}");
            foreach (var token in parsed.UnmatchedTokens)
                if (NearestName.Hint(token, Words(parsed.CommandResult.Command)) is { Length: > 0 } hint) terminal.Error.WriteLine($"'{token}':{hint}");
            terminal.Error.WriteLine($"Try: twin {Path(parsed.CommandResult)}--help");
            return ExitCode.Input;
        }
        try
        {
            var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (InputException mistake)
        {
            terminal.WriteProblems(mistake.Problems);
            return ExitCode.Input;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Stopped.");
            return ExitCode.No;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or WorldException or TelemetryException)
        {
            terminal.Error.WriteLine($"error: {fault.Message}");
            return ExitCode.Input;
        }
#pragma warning disable CA1031 // The outermost door: whatever is left is a fault of ours, and is said so.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            terminal.Error.WriteLine($"This is a fault of twin, not of your input; please report it with the lines below.{Environment.NewLine}{fault}");
            return ExitCode.Fault;
        }
    }

    private static RootCommand Root(Context context)
    {
        var root = new RootCommand("The city as a program you can branch: run what-if scenarios on a city and compare what comes of them.");
        Commands.Version.SayIn(root);
        foreach (var command in CommandsOf(context)) root.Subcommands.Add(command);
        return root;
    }

    private static IEnumerable<Command> CommandsOf(Context context) =>
    [
        RunCommand.Create(context), CompareCommand.Create(context), ValidateCommand.Create(context),
        WorldCommand.Create(context), ObserveCommand.Create(context), ReplayCommand.Create(context),
        SiloCommand.Create(context), MapCommand.Create(context), ScenarioCommand.Create(context), WaterCommand.Create(context), TrafficCommand.Create(context), BuildingsCommand.Create(context), WeatherCommand.Create(context), BimCommand.Create(context),
    ];

    /// <summary>What may follow a command: its commands and its options.</summary>
    private static IEnumerable<string> Words(Command command) => command.Subcommands.Select(c => c.Name).Concat(command.Options.Select(o => o.Name));

    /// <summary>The names of a command and of those above it, each with a blank behind.</summary>
    private static string Path(SymbolResult? result) => result switch
    {
        CommandResult { Command: not RootCommand } command => $"{Path(command.Parent)}{command.Command.Name} ",
        _ => "",
    };
}
