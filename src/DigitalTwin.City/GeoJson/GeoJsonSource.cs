using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.GeoJson;

/// <summary>The bytes being read, where their lines are, and who hears of mistakes.</summary>
internal sealed class GeoJsonSource(ReadOnlyMemory<byte> utf8, string file, ProblemList problems)
{
    private long counted;
    private int line = 1, column = 1;

    public ReadOnlySpan<byte> Bytes => utf8.Span;

    public void Error(long at, string sentence)
    {
        var (atLine, atColumn) = PlaceOf(at);
        problems.Error(file, atLine, atColumn, sentence);
    }

    public void Warning(long at, string sentence)
    {
        var (atLine, atColumn) = PlaceOf(at);
        problems.Warning(file, atLine, atColumn, sentence);
    }

    /// <summary>Line and column (in characters) of a byte; counts on from the last place asked when that lies before.</summary>
    public (int Line, int Column) PlaceOf(long at)
    {
        if (at < counted) (counted, line, column) = (0, 1, 1);
        var bytes = Bytes;
        at = Math.Min(at, bytes.Length);
        for (; counted < at; counted++)
        {
            var b = bytes[(int)counted];
            if (b == '\n') (line, column) = (line + 1, 1);
            else if ((b & 0xC0) != 0x80) column++;
        }
        return (line, column);
    }
}
