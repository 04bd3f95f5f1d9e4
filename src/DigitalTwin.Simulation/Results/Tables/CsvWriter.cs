using System.Buffers;
using System.Text;

namespace DigitalTwin.Simulation.Results.Tables;

/// <summary>Comma-separated values by RFC 4180, in UTF-8 with LF line ends; numbers as the shortest text that reads back to the same bits.</summary>
internal sealed class CsvWriter(Stream utf8) : IDisposable
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");
    private readonly StreamWriter writer = new(utf8, new UTF8Encoding(false), 1 << 15, leaveOpen: true) { NewLine = "\n" };
    private readonly char[] digits = new char[32];
    private bool first = true;

    public CsvWriter Cell(string text)
    {
        Separate();
        if (text.AsSpan().ContainsAny(NeedQuotes)) writer.Write('"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"');
        else writer.Write(text);
        return this;
    }

    /// <summary>A number; an empty cell when it is not known (NaN).</summary>
    public CsvWriter Cell(double value)
    {
        Separate();
        if (!double.IsNaN(value) && value.TryFormat(digits, out var length, "R")) writer.Write(digits, 0, length);
        return this;
    }

    public CsvWriter Cell(double? value) => Cell(value ?? double.NaN);

    public void EndRow()
    {
        writer.WriteLine();
        first = true;
    }

    public void Row(params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) Cell(cell);
        EndRow();
    }

    public void Dispose() => writer.Dispose();

    private void Separate()
    {
        if (!first) writer.Write(',');
        first = false;
    }
}
