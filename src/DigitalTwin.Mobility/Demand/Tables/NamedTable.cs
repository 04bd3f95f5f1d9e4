using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>A CSV file read row by row by the names of its columns. Nothing throws for what the file holds; every mistake is a sentence with line and column.</summary>
internal sealed class NamedTable : IDisposable
{
    private readonly Stream stream;
    private readonly CsvRecords csv;
    private readonly TableColumn[] columns;
    private readonly ProblemList problems;
    private TableHeader header = null!;

    private NamedTable(Stream stream, string file, TableColumn[] columns, ProblemList problems)
    {
        (this.stream, this.columns, this.problems, File) = (stream, columns, problems, file);
        csv = new(new Utf8Lines(stream, file));
    }

    /// <summary>How sentences name the file.</summary>
    public string File { get; }

    /// <summary>Line of the row.</summary>
    public int Line => csv.Line;

    /// <summary>True while more hints are worth their time.</summary>
    public bool Suggests => problems.ErrorCount < 20;

    /// <summary>Opens a file and reads its header; null when it cannot be used (reported).</summary>
    /// <param name="path">File.</param>
    /// <param name="columns">Columns that it may have.</param>
    /// <param name="called">What a column is called in the file, where that is something else.</param>
    /// <param name="problems">Where mistakes go.</param>
    public static NamedTable? Open(string path, TableColumn[] columns, IReadOnlyDictionary<string, string> called, ProblemList problems)
    {
        try
        {
            return Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), path, columns, called, problems);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Error(path, 0, 0, $"The file cannot be read: {error.Message}");
            return null;
        }
    }

    /// <summary>Reads the header of a stream, which is closed with the table.</summary>
    public static NamedTable? Open(Stream stream, string file, TableColumn[] columns, IReadOnlyDictionary<string, string> called, ProblemList problems)
    {
        var table = new NamedTable(stream, file, columns, problems);
        if (table.Header(called)) return table;
        table.Dispose();
        return null;
    }

    /// <summary>Goes to the next row that is one; broken rows are reported and passed over.</summary>
    public bool Next(CancellationToken cancellation = default)
    {
        while (Read(cancellation))
        {
            if (csv.Mistake is { } mistake) problems.Error(File, csv.Line, csv.MistakeColumn, mistake);
            else if (csv.Count > header.Width && Enumerable.Range(header.Width, csv.Count - header.Width).Any(f => !csv[f].Trim((byte)' ').IsEmpty))
                problems.Error(File, csv.Line, csv.Column(header.Width), $"The row has {Plural.Of(csv.Count, "cell")}, the table {Plural.Of(header.Width, "column")}; a comma inside a cell is put in quotes: \"…\".");
            else if (csv.Count > 1 || (csv.Count == 1 && csv[0].Trim((byte)' ').Length > 0)) return true;
        }
        return false;
    }

    /// <summary>Whether the file has a column.</summary>
    public bool HasColumn(int column) => header.Field[column] >= 0;

    /// <summary>A cell without blanks around it; empty when there is none.</summary>
    public string Text(int column) => header.Field[column] is var f && f >= 0 && f < csv.Count ? csv.Text(f).Trim() : "";

    /// <summary>A number in SI within limits; NaN when the cell is empty or wrong (reported).</summary>
    public double Number(int column, double least, double most)
    {
        var text = Text(column);
        if (text.Length == 0) return double.NaN;
        double value;
        if (header.Unit[column] is { } written && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) value = written.ToSI(number);
        else if (columns[column].Unit is { } wanted)
        {
            if (!Quantity.TryParse(text, wanted, out value, out var problem)) return Wrong(column, $"{problem} The header can say it for all rows, as in '{columns[column].Name}_{wanted.Symbol}'.");
        }
        else if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) value = double.NaN;
        if (value >= least && value <= most) return value;
        var limits = most >= 1e300 ? $"from {Shown(least, column)}" : $"from {Shown(least, column)} to {Shown(most, column)}";
        return Wrong(column, $"'{columns[column].Name}' is a number {limits}; found '{Short(text)}'.");
    }

    /// <summary>A yes (1) or a no (0); -1 when the cell is empty or wrong (reported).</summary>
    public int Truth(int column)
    {
        var text = Text(column).ToLowerInvariant();
        if (text is "1" or "true" or "yes" or "y") return 1;
        if (text is "0" or "false" or "no" or "n") return 0;
        if (text.Length > 0) Error(column, $"'{columns[column].Name}' is yes or no; found '{Short(text)}'.");
        return -1;
    }

    /// <summary>Whether a column's numbers have a unit that its header says.</summary>
    public bool HasUnit(int column) => header.Unit[column] is not null;

    /// <summary>Reports a mistake in a cell.</summary>
    public void Error(int column, string sentence) => problems.Error(File, csv.Line, header.Field[column] is var f && f >= 0 && f < csv.Count ? csv.Column(f) : 1, sentence);

    /// <summary>Reports an empty cell that must not be.</summary>
    public void Missing(int column) => Error(column, $"'{columns[column].Name}' is empty.");

    /// <summary>A text that is not too long for a sentence.</summary>
    public static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private bool Read(CancellationToken cancellation)
    {
        var read = csv.ReadAsync(cancellation);
        return read.IsCompletedSuccessfully ? read.Result : read.AsTask().GetAwaiter().GetResult();
    }

    private bool Header(IReadOnlyDictionary<string, string> called)
    {
        try
        {
            if (!Read(CancellationToken.None) || csv.Count == 0)
            {
                problems.Error(File, 1, csv.Mistake is null ? 1 : csv.MistakeColumn, csv.Mistake ?? $"The file is empty; a line of names is expected, as in '{string.Join(',', columns.Where(c => c.IsRequired).Select(c => c.Name))}'.");
                return false;
            }
        }
        catch (InputException error)
        {
            foreach (var problem in error.Problems) problems.Add(problem);
            return false;
        }
        header = new(csv, columns, called, File, problems);
        return header.IsUsable;
    }

    private double Wrong(int column, string sentence)
    {
        Error(column, sentence);
        return double.NaN;
    }

    private string Shown(double si, int column) => header.Unit[column] is { } written
        ? string.Create(CultureInfo.InvariantCulture, $"{written.FromSI(si):0.######} {written.Symbol}")
        : string.Create(CultureInfo.InvariantCulture, $"{si:0.######}{(columns[column].Unit is { } u ? " " + u.Symbol : "")}");
}
