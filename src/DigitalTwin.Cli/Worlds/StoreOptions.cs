using System.CommandLine;
using DigitalTwin.Client.Files;
using DigitalTwin.Cli.Commands;
using DigitalTwin.Numerics.Clocks;

namespace DigitalTwin.Cli.Worlds;

/// <summary>The options that all commands on worlds share.</summary>
internal static class StoreOptions
{
    /// <summary>Names the store for every command of a shell.</summary>
    public const string Variable = "TWIN_STORE";

    private const string Usual = "city.db";

    /// <summary><c>--store city.db</c>.</summary>
    public static Option<string?> Store { get; } = new("--store") { Description = $"The store's file; {Variable} in the environment when left out, else {Usual} in this folder." };

    /// <summary><c>--by NAME</c>.</summary>
    public static Option<string?> By { get; } = new("--by") { Description = "Who wants it, for the audit trail; the user's name when left out." };

    /// <summary>A command with what all of them have.</summary>
    public static Command With(this Command command, Context context, params Symbol[] more)
    {
        foreach (var symbol in more)
        {
            if (symbol is Argument argument) command.Arguments.Add(argument);
            else command.Options.Add((Option)symbol);
        }
        command.Options.Add(Store);
        command.Options.Add(context.Json);
        command.Options.Add(context.Verbosity);
        return command;
    }

    public static string StoreOf(ParseResult parsed) => parsed.GetValue(Store) ?? Environment.GetEnvironmentVariable(Variable) ?? Usual;

    public static string Requester(ParseResult parsed) => parsed.GetValue(By) is { } by && !string.IsNullOrWhiteSpace(by) ? by : Environment.UserName is { Length: > 0 } user ? user : "nobody";

    /// <summary>An instant as an option: <c>--at 2025-07-08T17:00+08:00</c>.</summary>
    public static Option<DateTimeOffset?> Instant(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (InstantText.TryParse(text, null, out var instant)) return instant;
            result.AddError(InstantText.TryParse(text, TimeSpan.Zero, out _)
                ? $"{name} is '{text}', without an offset; say which is meant, as in {text}Z or {text}+08:00."
                : $"{name} is '{text}'; {InstantText.Accepted}.");
            return null;
        },
    };

    /// <summary><c>--zone +08:00</c>.</summary>
    public static Option<TimeSpan?> Zone(string description) => Offset("--zone", description);

    /// <summary>Local time against UTC as an option.</summary>
    public static Option<TimeSpan?> Offset(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (UtcOffset.TryParse(result.Tokens[0].Value, out var offset)) return offset;
            result.AddError($"{name} is '{result.Tokens[0].Value}'; {UtcOffset.Accepted}.");
            return null;
        },
    };

    /// <summary>A length of time as an option: <c>--every 1h</c>.</summary>
    public static Option<TimeSpan?> Span(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (Numerics.Units.Quantity.TryParse(result.Tokens[0].Value, Numerics.Units.Unit.Parse("s"), out var seconds, out var problem) && seconds > 0 && seconds < TimeSpan.MaxValue.TotalSeconds)
                return TimeSpan.FromSeconds(seconds);
            result.AddError($"{name}: {problem ?? $"'{result.Tokens[0].Value}' is not a length of time above 0, as in '15 min' or 90d."}");
            return null;
        },
    };
}
