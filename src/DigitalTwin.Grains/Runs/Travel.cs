using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Grains.Runs;

/// <summary>Between what the loop says and what travels between grains; arrays go by reference.</summary>
internal static class Travel
{
    public static PartitionInput Message(StepInput input) => new(
        input.Window.Index, input.Window.Start, input.Window.Length,
        ImmutableCollectionsMarshal.AsImmutableArray(Mapped(input.Quantities, values => new Numbers(values))),
        ImmutableCollectionsMarshal.AsImmutableArray(Mapped(input.Actions, Message)));

    public static StepInput Input(PartitionInput message) => new(
        new StepWindow(message.Step, message.Start, message.Length), Mapped(message.Quantities, numbers => numbers.Values), Mapped(message.Actions, Action));

    public static PartitionOutput Message(StepOutput output) => new(
        PartitionCondition.Advanced,
        ImmutableCollectionsMarshal.AsImmutableArray(Mapped(output.Quantities, values => new Numbers(values))),
        ImmutableCollectionsMarshal.AsImmutableArray(Mapped(output.Log, e => new TimedEvent(e.Time, e.Kind, e.Text, e.AssetId))));

    public static StepOutput Output(PartitionOutput message) => new(
        Mapped(message.Quantities, numbers => Array(numbers.Values)), Mapped(message.Events, e => new LogEntry(e.Time, e.Kind, e.Text, e.Asset)));

    /// <summary>The array that a piece of memory is the whole of, or a copy.</summary>
    public static T[] Array<T>(ReadOnlyMemory<T> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length ? segment.Array : memory.ToArray();

    private static TimedAction Message(DueAction action) => new(
        action.Time, action.Domain, action.Name, [.. action.Targets], action.Values.ToImmutableDictionary(StringComparer.Ordinal), action.Words.ToImmutableDictionary(StringComparer.Ordinal), action.Undo, action.Begun);

    private static DueAction Action(TimedAction message) => new(message.Time, message.Domain, message.Name, message.Targets, message.Values, message.Words, message.Undo) { Begun = message.Begun };

    private static TTo[] Mapped<TFrom, TTo>(IReadOnlyList<TFrom> list, Func<TFrom, TTo> map)
    {
        if (list.Count == 0) return [];
        var mapped = new TTo[list.Count];
        for (var i = 0; i < mapped.Length; i++) mapped[i] = map(list[i]);
        return mapped;
    }
}
