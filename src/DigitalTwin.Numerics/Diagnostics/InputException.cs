namespace DigitalTwin.Numerics.Diagnostics;

/// <summary>
/// An input cannot be used; <see cref="Problems"/> holds every mistake that was found. The command line turns it into exit code 2.
/// It never stands for a fault of the program.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>Creates the exception from the mistakes found.</summary>
    public InputException(IReadOnlyList<Problem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>Creates the exception from one sentence about a whole file.</summary>
    public InputException(string file, string sentence)
        : this([new Problem(Severity.Error, file, 0, 0, sentence)])
    {
    }

    /// <summary>Every mistake found, in the order of discovery.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
