using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Grains.Twins;

/// <summary>
/// What twins of one type do beyond keeping values: pure, driven by its twin, without Orleans and without a store. What it wants of the past it asks for before it is
/// told anything else.
/// </summary>
internal abstract class TwinBehaviour
{
    /// <summary>What of the history it needs to wake up, by what it already knows.</summary>
    public virtual IEnumerable<Want> Wants(Twin twin) => [];

    /// <summary>An observation that takes the place of an older one, before <see cref="Take"/>.</summary>
    public virtual void TakeOver(Twin twin, in Newest older, Observation observation, Draft draft)
    {
    }

    /// <summary>An observation that is now the newest of its property.</summary>
    public virtual void Take(Twin twin, Observation observation, Draft draft)
    {
    }

    /// <summary>An observation that came late, and that the journal found new.</summary>
    public virtual void TakeLate(Twin twin, Observation observation, Draft draft)
    {
    }

    /// <summary>The end of a turn in which something was taken.</summary>
    public virtual void Settle(Twin twin, Draft draft)
    {
    }

    /// <summary>What the clock alone changes.</summary>
    public virtual void JudgeByClock(Twin twin, Draft draft)
    {
    }

    /// <summary>What follows from the twin's values.</summary>
    public virtual IEnumerable<Figure> Figures(Twin twin, long now) => [];

    /// <summary>Carries out a command, or says why not; null when it is none of its own.</summary>
    public virtual Deed? Do(Twin twin, Command command, Draft draft) => null;

    /// <summary>The commands that it knows, for a sentence.</summary>
    public virtual IReadOnlyList<string> CommandsOf(string asset) => [];
}

/// <summary>A part of the history that somebody needs, and what to do with it.</summary>
internal readonly record struct Want(HistoryQuery Query, Action<ImmutableArray<Sample>> Recall);

/// <summary>What was done about a command.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Sentence">What was done, or why not.</param>
internal readonly record struct Deed(CommandStatus Status, string Sentence)
{
    public static Deed Done(string sentence) => new(CommandStatus.Done, sentence);

    public static Deed Sent(string sentence) => new(CommandStatus.Sent, sentence);

    public static Deed Refused(string sentence) => new(CommandStatus.Refused, sentence);
}
