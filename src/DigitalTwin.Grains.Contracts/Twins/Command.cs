using System.Collections.Immutable;

namespace DigitalTwin.Grains.Contracts.Twins;

/// <summary>Something that a person or a program wants of an asset. The key makes it safe to send twice: the second gets the outcome of the first.</summary>
/// <param name="Key">Idempotency key, chosen by the requester, unique in the twin; at most 64 characters.</param>
/// <param name="Name">What: <c>reserve</c>, <c>release</c>, <c>close</c>, <c>open</c>, <c>set-level</c>.</param>
/// <param name="Requester">Who.</param>
/// <param name="Arguments">Numbers by name, SI.</param>
/// <param name="Words">Words by name.</param>
[GenerateSerializer, Immutable, Alias("dt.command")]
public sealed record Command(
    [property: Id(0)] string Key,
    [property: Id(1)] string Name,
    [property: Id(2)] string Requester,
    [property: Id(3)] ImmutableDictionary<string, double> Arguments,
    [property: Id(4)] ImmutableDictionary<string, string> Words);

/// <summary>What became of a command.</summary>
[GenerateSerializer, Alias("dt.command-status")]
public enum CommandStatus
{
    /// <summary>Done: the twin's state says so.</summary>
    Done = 0,

    /// <summary>Handed on to the outside, which has not confirmed it.</summary>
    Sent = 1,

    /// <summary>Not done, with the reason.</summary>
    Refused = 2,
}

/// <summary>A command and what became of it.</summary>
/// <param name="Command">The command.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Sentence">What was done, or why not.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("dt.command-outcome")]
public sealed record CommandOutcome(
    [property: Id(0)] Command Command, [property: Id(1)] CommandStatus Status, [property: Id(2)] string Sentence, [property: Id(3)] DateTimeOffset At);
