using System.Text;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Simulation.Results.Tables;

/// <summary>
/// Reads comma-separated values by RFC 4180 whose header is known: a page of a run folder, written by us but perhaps touched since. Rows with a
/// wrong number of cells and quotes that never close are reported with their line.
/// </summary>
internal sealed class CsvReader(string text, string file, ProblemList problems)
{
    private readonly List<string> cells = [];
    private int at;
    private int nextLine = 1;

    /// <summary>Line on which the present row begins, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Opens a file; null and an error when it cannot be read.</summary>
    public static CsvReader? Open(string path, ProblemList problems)
    {
        try
        {
            return new(File.ReadAllText(path, Encoding.UTF8), path, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            problems.Error(path, 0, 0, $"The file cannot be read: {e.Message}");
            return null;
        }
    }

    /// <summary>Reads the header row and says whether it is the one expected.</summary>
    public bool Header(params string[] expected)
    {
        if (!Next()) cells.Clear();
        if (cells.SequenceEqual(expected)) return true;
        problems.Error(file, 1, 0, $"The header must be '{string.Join(",", expected)}'; found '{Excerpt.Of(string.Join(",", cells))}'.");
        return false;
    }

    /// <summary>Reads the next row that has <paramref name="count"/> cells; null at the end of the file.</summary>
    public IReadOnlyList<string>? Row(int count)
    {
        while (Next())
        {
            if (cells.Count == count) return cells;
            if (cells.Count == 1 && cells[0].Length == 0) continue;
            problems.Error(file, Line, 0, $"A row has {count} cells; this one has {cells.Count}.");
        }
        return null;
    }

    /// <summary>The cell as a number, NaN when empty; an error when it is neither.</summary>
    public double Number(int column)
    {
        var cell = cells[column];
        if (cell.Length == 0) return double.NaN;
        if (double.TryParse(cell, out var value)) return value;
        problems.Error(file, Line, 0, $"Column {column + 1} must be a number or empty; found '{Excerpt.Of(cell)}'.");
        return double.NaN;
    }

    private bool Next()
    {
        cells.Clear();
        Line = nextLine;
        if (at >= text.Length) return false;
        while (true)
        {
            cells.Add(at < text.Length && text[at] == '"' ? Quoted() : Plain());
            if (at >= text.Length) return true;
            var end = text[at++];
            if (end == ',') continue;
            if (end == '\r' && at < text.Length && text[at] == '\n') at++;
            nextLine++;
            return true;
        }
    }

    private string Plain()
    {
        var length = text.AsSpan(at).IndexOfAny(",\r\n");
        var cell = length < 0 ? text[at..] : text.Substring(at, length);
        at += cell.Length;
        return cell;
    }

    private string Quoted()
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n') nextLine++;
            if (text[at] != '"') cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
            else
            {
                at++;
                return cell.Append(Plain()).ToString();
            }
        }
        problems.Error(file, Line, 0, "A quotation mark opens here and never closes.");
        return cell.ToString();
    }
}
