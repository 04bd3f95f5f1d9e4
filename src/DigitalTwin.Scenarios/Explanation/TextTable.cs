using System.Text;

namespace DigitalTwin.Scenarios.Explanation;

/// <summary>A table of text for a terminal: columns as wide as their widest cell, Chinese characters counted as two (East Asian Width W and F).</summary>
/// <param name="heads">The heads of the columns.</param>
public sealed class TextTable(params string[] heads)
{
    private readonly List<string[]> rows = [heads];

    /// <summary>Adds a row; it may end early.</summary>
    public void Add(params string[] cells) => rows.Add(cells);

    /// <summary>Writes the heads, a line, and the rows.</summary>
    public void Write(TextWriter writer, string indent = "  ")
    {
        var widths = new int[heads.Length];
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var row in rows)
            for (var i = 0; i < row.Length; i++) widths[i] = Math.Max(widths[i], Width(row[i]));
        for (var r = 0; r < rows.Count; r++)
        {
            var line = new StringBuilder(indent);
            for (var i = 0; i < rows[r].Length; i++)
                line.Append(rows[r][i]).Append(' ', widths[i] - Width(rows[r][i]) + 2);
            writer.WriteLine(line.ToString().TrimEnd());
            if (r == 0) writer.WriteLine(indent + string.Join("  ", widths.Select(width => new string('─', width))));
        }
    }

    /// <summary>Columns that a text takes on a terminal.</summary>
    public static int Width(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1;
        }
        return width;
    }
}
