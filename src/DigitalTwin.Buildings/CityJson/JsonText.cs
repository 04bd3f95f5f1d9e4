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
    private const int Block = 1 << 16;

    /// <summary>Lines passed and column reached at the beginning of every block that was counted.</summary>
    private readonly List<(int Lines, int Column)> blocks = [(0, 1)];

    public ReadOnlySpan<byte> Bytes => bytes.Span;

    /// <summary>A reader that stands before the value at a place.</summary>
    public Utf8JsonReader At(int place) => new(bytes.Span[place..]);

    public void Error(long place, string sentence)
    {
        var (line, column) = LineOf(place);
        problems.Error(file, line, column, sentence);
    }

    public void Warning(long place, string sentence)
    {
        var (line, column) = LineOf(place);
        problems.Warning(file, line, column, sentence);
    }

    /// <summary>Line, and column in characters, of a byte: counted from the block before it, so that files of one long line are no slower.</summary>
    public (int Line, int Column) LineOf(long place)
    {
        var at = (int)Math.Min(place, bytes.Length);
        while (blocks.Count <= at / Block) blocks.Add(Count(blocks[^1], (blocks.Count - 1) * Block, blocks.Count * Block));
        var (lines, column) = Count(blocks[at / Block], at / Block * Block, at);
        return (firstLine + lines, column);
    }

    private (int Lines, int Column) Count((int Lines, int Column) from, int begin, int end)
    {
        var (lines, column) = from;
        foreach (var b in bytes.Span[begin..end])
        {
            if (b == '\n') (lines, column) = (lines + 1, 1);
            else if ((b & 0xC0) != 0x80) column++;
        }
        return (lines, column);
    }
}
