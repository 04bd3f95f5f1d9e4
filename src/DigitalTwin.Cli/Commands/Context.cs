using System.CommandLine;
using DigitalTwin.Cli.Terminals;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Cli.Commands;

/// <summary>What every command is given: where it speaks, which clock it reads, and the options that all share.</summary>
internal sealed record Context(Terminal Terminal, TimeProvider Clock)
{
    /// <summary><c>--json</c>.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON, for machines." };

    /// <summary><c>--verbosity</c>.</summary>
    public Option<LogLevel> Verbosity { get; } = new("--verbosity") { Description = "How much is logged.", DefaultValueFactory = _ => LogLevel.Warning };

    /// <summary>
    /// Starts long work on a thread of its own. The command line library listens for Ctrl-C only once an action has returned its task, and
    /// work that never waits would not return it before it is done.
    /// </summary>
    public static Task<int> Start(Func<Task<int>> work) => Task.Run(work);

    /// <summary>Loggers that write to the process's error stream.</summary>
    public ILoggerFactory Logging(ParseResult parsed) => LoggerFactory.Create(builder => builder
        .SetMinimumLevel(parsed.GetValue(Verbosity))
        .AddSimpleConsole(console => console.SingleLine = true)
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
}
