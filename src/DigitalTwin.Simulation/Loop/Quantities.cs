using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Simulation.Loop;

/// <summary>What a quantity is given for: n things in a fixed order, such as the districts or the junctions of a city.</summary>
public sealed record IndexSet(string Name, int Count);

/// <summary>What domains exchange: a named dense array with a unit over an index set. It holds for a whole step.</summary>
/// <param name="Name">Dotted name, domain first: <c>weather.rain</c>.</param>
/// <param name="Unit">Unit of every value: <c>mm/h</c>.</param>
/// <param name="Over">What it is given for.</param>
public sealed record Quantity(string Name, string Unit, IndexSet Over)
{
    /// <summary>
    /// Whether it only breaks another quantity down for maps and tables. It follows from the same state, so the result hash leaves it out: a new column in a picture makes no run another run.
    /// </summary>
    public bool IsBreakdown { get; init; }
}

/// <summary>Of which step a consumer reads a quantity.</summary>
public enum Moment
{
    /// <summary>The step being advanced: the producer must come first.</summary>
    ThisStep,

    /// <summary>The step before; zeros in the first step.</summary>
    PreviousStep,
}

/// <summary>A quantity that a domain reads, of which step, and how it gets from the producer's index set to the consumer's.</summary>
/// <param name="Quantity">The quantity's name.</param>
/// <param name="Moment">Of which step.</param>
/// <param name="Interpolation">One phrase for the exchange table: <c>each junction reads its district</c>.</param>
public sealed record Consumption(string Quantity, Moment Moment, LocalizedText Interpolation);

/// <summary>A coupling step: its number from 0, its start in s since the scenario's start, and its length in s.</summary>
public readonly record struct StepWindow(int Index, double Start, double Length)
{
    /// <summary>End of the step, s since the scenario's start.</summary>
    public double End => Start + Length;
}
