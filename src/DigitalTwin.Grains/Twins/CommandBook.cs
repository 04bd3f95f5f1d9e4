using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Telemetry;

namespace DigitalTwin.Grains.Twins;

/// <summary>What became of the newest commands, by key: a command that comes again gets the outcome of the first, and one with other content under the same key is refused.</summary>
internal sealed class CommandBook(ImmutableArray<CommandOutcome> outcomes)
{
    /// <summary>How many outcomes are remembered, as many as the store gives back.</summary>
    public const int Most = 256;

    /// <summary>Longest key.</summary>
    public const int KeyLength = 64;

    /// <summary>Longest word, and most arguments.</summary>
    public const int WordLength = 256, MostArguments = 64;

    private readonly List<CommandOutcome> known = [.. outcomes];

    /// <summary>The outcome that a command gets because of its key, or null when the key is new.</summary>
    public CommandOutcome? Earlier(Command command, DateTimeOffset now)
    {
        var first = known.FindLast(o => o.Command.Key == command.Key);
        if (first is null || Same(first.Command, command)) return first;
        return new(command, CommandStatus.Refused,
            $"The key '{Names.Shown(command.Key)}' was used for '{first.Command.Name}' by {Names.Shown(first.Command.Requester)} at {AlertText.Time(Micros.Of(first.At))}; another command needs a key of its own.", now);
    }

    public void Add(CommandOutcome outcome)
    {
        if (known.Count == Most) known.RemoveAt(0);
        known.Add(outcome);
    }

    /// <summary>Why a command cannot be looked at, every reason; empty when it can.</summary>
    public static IReadOnlyList<string> Mistakes(Command command)
    {
        var mistakes = new List<string>();
        if (string.IsNullOrWhiteSpace(command.Key) || command.Key.Length > KeyLength || !ObservationCheck.IsText(command.Key)) mistakes.Add($"A command has a key of 1 to {KeyLength} characters of plain text, so that it can be sent twice and done once.");
        if (!Names.IsName(command.Name)) mistakes.Add($"'{Names.Shown(command.Name)}' is no command: {Names.Accepted}.");
        if (string.IsNullOrWhiteSpace(command.Requester) || command.Requester.Length > WordLength || !ObservationCheck.IsText(command.Requester)) mistakes.Add($"A command says who wants it, in 1 to {WordLength} characters of plain text.");
        if (command.Arguments is null || command.Words is null) mistakes.Add("A command has numbers and words by name; none are empty lists.");
        else if (command.Arguments.Count + command.Words.Count > MostArguments) mistakes.Add($"A command has at most {MostArguments} arguments; this one has {command.Arguments.Count + command.Words.Count}.");
        else
        {
            foreach (var (name, value) in command.Arguments)
                if (!double.IsFinite(value)) mistakes.Add($"The argument '{Names.Shown(name)}' is {value}; a number is accepted.");
            foreach (var (name, word) in command.Words)
                if (word is null || word.Length > WordLength || !ObservationCheck.IsText(word)) mistakes.Add($"The argument '{Names.Shown(name)}' is no plain text of at most {WordLength} characters.");
        }
        return mistakes;
    }

    private static bool Same(Command a, Command b) =>
        a.Name == b.Name && a.Requester == b.Requester && a.Arguments.Count == b.Arguments.Count && a.Words.Count == b.Words.Count
        && a.Arguments.All(p => b.Arguments.TryGetValue(p.Key, out var value) && value.Equals(p.Value))
        && a.Words.All(p => b.Words.TryGetValue(p.Key, out var word) && word == p.Value);
}
