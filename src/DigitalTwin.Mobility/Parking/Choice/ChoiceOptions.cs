using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Parking.Choice;

/// <summary>Numbers of the choice that are not of a group of drivers. All are assumptions unless they say otherwise.</summary>
public sealed record ChoiceOptions
{
    /// <summary>α of <see cref="SearchTime.Belloche"/>, s; from MATSim's reading of Belloche 2015.</summary>
    public double BellocheAlpha { get; init; } = 2;

    /// <summary>β of <see cref="SearchTime.Belloche"/>; from MATSim's reading of Belloche 2015.</summary>
    public double BellocheBeta { get; init; } = 6;

    /// <summary>Dwell by which drivers judge how soon a space of a full lot becomes free, s.</summary>
    public double TypicalDwell { get; init; } = 7200;

    /// <summary>Search that drivers expect after a lot turned out to be full, s.</summary>
    public double SearchAfterFull { get; init; } = 300;

    /// <summary>
    /// Weight of the logarithm of the spaces (in hundreds): 1 when each space is a choice of its own, 0 when a lot is one whatever its size (aggregation of alternatives: Ben-Akiva and Lerman 1985, Discrete
    /// Choice Analysis, ch. 9; the value between is an assumption).
    /// </summary>
    public double SizeWeight { get; init; } = 0.5;

    /// <summary>Adds a sentence for each value that is out of range.</summary>
    public void Check(ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        void Within(string name, double value, double least, double most)
        {
            if (!(value >= least && value <= most)) problems.Error("", 0, 0, FormattableString.Invariant($"{name} of the parking choice is {value}; {least} to {most} is accepted."));
        }

        Within(nameof(BellocheAlpha), BellocheAlpha, 0, 600);
        Within(nameof(BellocheBeta), BellocheBeta, 0, 20);
        Within(nameof(TypicalDwell), TypicalDwell, 60, 7 * 86400);
        Within(nameof(SearchAfterFull), SearchAfterFull, 0, 86400);
        Within(nameof(SizeWeight), SizeWeight, 0, 1);
    }
}
