using System.Collections.Immutable;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Grains.Contracts.Runs;

/// <summary>What a partition is told before a step. Its arrays are the run's own and hold until it has answered.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="Start">Its start, s since the scenario's start.</param>
/// <param name="Length">Its length, s.</param>
/// <param name="Quantities">The consumed quantities, whole, in the order in which the domain declares them.</param>
/// <param name="Actions">The scenario's actions that fall into the step and concern the domain, in the order of time.</param>
[GenerateSerializer, Immutable, Alias("dt.partition-input")]
public sealed record PartitionInput(
    [property: Id(0)] int Step,
    [property: Id(1)] double Start,
    [property: Id(2)] double Length,
    [property: Id(3)] ImmutableArray<Numbers> Quantities,
    [property: Id(4)] ImmutableArray<TimedAction> Actions);

/// <summary>How a partition came out of a step.</summary>
[GenerateSerializer, Alias("dt.partition-condition")]
public enum PartitionCondition
{
    /// <summary>It has advanced.</summary>
    Advanced = 0,

    /// <summary>It is not the one that was prepared: its silo or its activation was lost. The run goes on from a checkpoint.</summary>
    Lost = 1,

    /// <summary>Its model failed, and would fail again.</summary>
    Failed = 2,
}

/// <summary>What a partition says after a step. Its arrays are the partition's own and hold until it advances again.</summary>
/// <param name="Condition">How it came out.</param>
/// <param name="Quantities">The values of its elements, for each quantity that its domain produces.</param>
/// <param name="Events">What happened.</param>
/// <param name="Failure">Why it failed, one sentence; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("dt.partition-output")]
public sealed record PartitionOutput(
    [property: Id(0)] PartitionCondition Condition,
    [property: Id(1)] ImmutableArray<Numbers> Quantities,
    [property: Id(2)] ImmutableArray<TimedEvent> Events,
    [property: Id(3)] string? Failure = null)
{
    /// <summary>The answer of a partition that is not the one that was prepared.</summary>
    public static PartitionOutput Lost { get; } = new(PartitionCondition.Lost, [], []);
}

/// <summary>An action of a scenario at its time.</summary>
/// <param name="Time">s since the scenario's start.</param>
/// <param name="Domain">The domain that handles it.</param>
/// <param name="Name">The action: <c>burst</c>.</param>
/// <param name="Targets">The assets it concerns.</param>
/// <param name="Values">Quantities and numbers by parameter, SI.</param>
/// <param name="Words">Words by parameter.</param>
/// <param name="Undo">True for its end.</param>
/// <param name="Begun">When it began, s since the scenario's start.</param>
[GenerateSerializer, Immutable, Alias("dt.timed-action")]
public sealed record TimedAction(
    [property: Id(0)] double Time,
    [property: Id(1)] string Domain,
    [property: Id(2)] string Name,
    [property: Id(3)] ImmutableArray<string> Targets,
    [property: Id(4)] ImmutableDictionary<string, double> Values,
    [property: Id(5)] ImmutableDictionary<string, string> Words,
    [property: Id(6)] bool Undo,
    [property: Id(7)] double Begun);

/// <summary>Something that happened in a run.</summary>
/// <param name="Time">s since the scenario's start.</param>
/// <param name="Kind">A dotted word.</param>
/// <param name="Text">One sentence.</param>
/// <param name="Asset">The asset concerned, or null.</param>
[GenerateSerializer, Immutable, Alias("dt.timed-event")]
public sealed record TimedEvent([property: Id(0)] double Time, [property: Id(1)] string Kind, [property: Id(2)] LocalizedText Text, [property: Id(3)] string? Asset);
