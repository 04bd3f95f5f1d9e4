using System.Globalization;

namespace DigitalTwin.Cli.Worlds;

/// <summary>A table for a terminal: columns as wide as what is in them, numbers to the right. Chinese characters count two columns.</summary>
internal sealed class Grid(params string[] titles)
{
    private readonly List<string[]> rows = [];

    public int Count => rows.Count;

    public void Add(params string[] cells) => rows.Add(cells);

    public void Write(TextWriter into, string indent = "")
    {
        var widths = Enumerable.Range(0, titles.Length).Select(c => rows.Select(r => Width(r[c])).Append(Width(titles[c])).Max()).ToArray();
        var right = Enumerable.Range(0, titles.Length).Select(c => rows.Count > 0 && rows.All(r => r[c].Length == 0 || IsNumber(r[c]))).ToArray();
        foreach (var row in titles.All(t => t.Length == 0) ? rows : rows.Prepend(titles))
        {
            var line = string.Join("  ", row.Select((cell, c) => Padded(cell, widths[c], right[c])));
            into.WriteLine((indent + line).TrimEnd());
        }
    }

    private static string Padded(string cell, int width, bool right)
    {
        var blanks = new string(' ', width - Width(cell));
        return right ? blanks + cell : cell + blanks;
    }

    private static bool IsNumber(string cell) => double.TryParse(cell.TrimStart('+', '−', '-').Split(' ')[0], NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _) || cell == "∞";

    private static int Width(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);
}
