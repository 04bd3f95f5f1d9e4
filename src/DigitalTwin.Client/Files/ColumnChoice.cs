namespace DigitalTwin.Client.Files;

/// <summary>What a column of a table of observations is, when its name does not say it.</summary>
/// <param name="Name"><c>asset</c>, <c>property</c>, <c>value</c>, <c>observed_at</c>, <c>source</c>, <c>quality</c>, <c>text</c>, or the name of a property that the column holds.</param>
/// <param name="Header">Name of the column in the file; for <c>asset</c> also a text around one, as in <c>parking/lot/{Code}</c>, where blanks in the column's values become hyphens.</param>
public readonly record struct ColumnChoice(string Name, string Header);

/// <summary>What a file of observations does not say itself.</summary>
public sealed record ObservationFormat
{
    /// <summary>Who says so, where the file does not.</summary>
    public string Source { get; init; } = "file";

    /// <summary>Offset of instants without one; null to refuse them.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>What the columns of a CSV file are; by their own names when empty.</summary>
    public IReadOnlyList<ColumnChoice> Columns { get; init; } = [];
}
