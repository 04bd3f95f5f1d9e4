using System.Collections;

namespace DigitalTwin.Numerics.Diagnostics;

/// <summary>
/// The mistakes found in one input, in the order of discovery. A list keeps at most <see cref="Limit"/> problems of each
/// severity and counts the rest, so that a broken file of a million lines does not print a million sentences.
/// </summary>
public sealed class ProblemList : IReadOnlyList<Problem>
{
    /// <summary>How many problems of one severity are kept.</summary>
    public const int Limit = 100;

    private readonly List<Problem> kept = [];
    private readonly int[] counts = new int[3];

    /// <summary>How many errors were reported, kept or not.</summary>
    public int ErrorCount => counts[(int)Severity.Error];

    /// <summary>True when at least one error was reported.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <inheritdoc/>
    public int Count => kept.Count;

    /// <inheritdoc/>
    public Problem this[int index] => kept[index];

    /// <summary>How many problems of a severity were counted but not kept.</summary>
    public int Omitted(Severity severity) => Math.Max(0, counts[(int)severity] - Limit);

    /// <summary>Adds a problem.</summary>
    public void Add(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (++counts[(int)problem.Severity] <= Limit) kept.Add(problem);
    }

    /// <summary>Adds an error at a place.</summary>
    public void Error(string file, int line, int column, string sentence) => Add(new(Severity.Error, file, line, column, sentence));

    /// <summary>Adds a warning at a place.</summary>
    public void Warning(string file, int line, int column, string sentence) => Add(new(Severity.Warning, file, line, column, sentence));

    /// <summary>Adds a note at a place.</summary>
    public void Note(string file, int line, int column, string sentence) => Add(new(Severity.Note, file, line, column, sentence));

    /// <summary>Throws an <see cref="InputException"/> with everything found when there is at least one error.</summary>
    public void ThrowIfErrors()
    {
        if (HasErrors) throw new InputException(this);
    }

    /// <inheritdoc/>
    public IEnumerator<Problem> GetEnumerator() => kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
