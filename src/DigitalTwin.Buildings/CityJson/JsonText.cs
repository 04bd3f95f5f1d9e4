using System.Text.Json;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>The bytes of a document, where its lines are, and who hears of its mistakes.</summary>
/// <param name="bytes">One JSON document, UTF-8.</param>
/// <param name="file">The file as its user named it.</param>
/// <param name="problems">Where mistakes go.</param>
/// <param name="firstLine">Line of the file at which the document begins.</param>
internal sealed class JsonText(ReadOnlyMemory<byte> bytes, string file, ProblemList problems, int firstLine = 1)
{
    private int counted, lines, column = 1;

    public ReadOnlySpan<byte> Bytes => bytes.Span;

    /// <summary>A reader that stands before the value at a place.</summary>
    public Utf8JsonReader At(int place) => new(bytes.Span[place..]);

    public void Error(long place, string sentence)
    {
        var (atLine, atColumn) = LineOf(place);
        problems.Error(file, atLine, atColumn, sentence);
    }

    public void Warning(long place, string sentence)
    {
        var (atLine, atColumn) = LineOf(place);
        problems.Warning(file, atLine, atColumn, sentence);
    }

    /// <summary>Line, and column in characters, of a byte. Goes on from the place asked for last where that lies before.</summary>
    public (int Line, int Column) LineOf(long place)
    {
        if (place < counted) (counted, lines, column) = (0, 0, 1);
        var text = bytes.Span;
        for (var end = Math.Min(place, text.Length); counted < end; counted++)
        {
            if (text[counted] == '\n') (lines, column) = (lines + 1, 1);
            else if ((text[counted] & 0xC0) != 0x80) column++;
        }
        return (firstLine + lines, column);
    }
}
