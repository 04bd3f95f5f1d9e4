namespace DigitalTwin.Numerics.Diagnostics;

/// <summary>How much a <see cref="Problem"/> weighs.</summary>
public enum Severity
{
    /// <summary>Worth knowing: something was kept but is not used.</summary>
    Note,

    /// <summary>Probably a mistake, but the input has one clear meaning.</summary>
    Warning,

    /// <summary>The input cannot be used.</summary>
    Error,
}

/// <summary>
/// One mistake in an input, told in one sentence that says what was found, what is accepted and the nearest valid name.
/// It is data for a person to read, not an exception: readers collect all of them before they give up.
/// </summary>
/// <param name="Severity">How much it weighs.</param>
/// <param name="File">The file as the user named it, or an empty string when the input has no file.</param>
/// <param name="Line">1-based line, 0 when the whole file is meant.</param>
/// <param name="Column">1-based column in characters, 0 when the whole line is meant.</param>
/// <param name="Sentence">One full sentence.</param>
public sealed record Problem(Severity Severity, string File, int Line, int Column, string Sentence)
{
    /// <summary>The problem as <c>file:line:column: error: sentence</c>, a form that editors and terminals can follow.</summary>
    public override string ToString()
    {
        var place = (Line, Column) switch
        {
            (0, _) => File,
            (_, 0) => $"{File}:{Line}",
            _ => $"{File}:{Line}:{Column}",
        };
        return place.Length == 0 ? $"{Word}: {Sentence}" : $"{place}: {Word}: {Sentence}";
    }

    private string Word => Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}
