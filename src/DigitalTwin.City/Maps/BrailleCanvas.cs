using System.Text;

namespace DigitalTwin.Cities.Maps;

/// <summary>Lines and marks on a terminal: two by four dots to a character (Unicode 28xx), a mark in place of the dots under it.</summary>
internal sealed class BrailleCanvas(int columns, int rows)
{
    // Bits of the dots by row and column.
    private static readonly int[,] Dots = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    private readonly int[,] cells = new int[rows, columns];
    private readonly Dictionary<(int, int), char> marks = [];

    public void Mark((int X, int Y) at, char sign) => marks[(at.Y / 4, at.X / 2)] = sign;

    /// <summary>Bresenham's line.</summary>
    public void Line((int X, int Y) from, (int X, int Y) to)
    {
        var (x, y) = from;
        int dx = Math.Abs(to.X - x), dy = -Math.Abs(to.Y - y), error = dx + dy;
        while (true)
        {
            // Bends of streets may lie outside of what their nodes span.
            if (x >= 0 && y >= 0 && y / 4 < rows && x / 2 < columns) cells[y / 4, x / 2] |= Dots[y % 4, x % 2];
            if ((x, y) == to) return;
            var twice = 2 * error;
            if (twice >= dy) (error, x) = (error + dy, x + Math.Sign(to.X - from.X));
            if (twice <= dx) (error, y) = (error + dx, y + Math.Sign(to.Y - from.Y));
        }
    }

    public List<string> Lines()
    {
        var lines = new List<string>();
        for (var r = 0; r < rows; r++)
        {
            var line = new StringBuilder();
            for (var c = 0; c < columns; c++) line.Append(marks.TryGetValue((r, c), out var sign) ? sign : (char)(0x2800 + cells[r, c]));
            lines.Add(line.ToString().TrimEnd('\u2800'));
        }
        return lines;
    }
}
