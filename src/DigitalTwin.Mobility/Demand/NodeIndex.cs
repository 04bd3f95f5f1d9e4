using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// Which node of a road network is nearest to a place: nodes in even cells over the plane at their mean latitude, about one to a cell. Only
/// nodes that were asked for and have a place are in it.
/// </summary>
internal sealed class NodeIndex
{
    private readonly EarthPlane plane;
    private readonly double west, south, size;
    private readonly int columns, rows;
    private readonly int[] start, content;
    private readonly double[] x, y;

    /// <summary>Sorts nodes into cells.</summary>
    public NodeIndex(double[] longitude, double[] latitude, Func<int, bool> isWanted)
    {
        int[] nodes = [.. Enumerable.Range(0, longitude.Length).Where(n => isWanted(n) && double.IsFinite(longitude[n]) && double.IsFinite(latitude[n]))];
        plane = new(nodes.Length == 0 ? 0 : nodes.Average(n => latitude[n]));
        (x, y) = (Array.ConvertAll(longitude, l => plane.Of(l, 0).X), Array.ConvertAll(latitude, l => plane.Of(0, l).Y));
        (west, south) = nodes.Length == 0 ? (0, 0) : (nodes.Min(n => x[n]), nodes.Min(n => y[n]));
        var (width, height) = nodes.Length == 0 ? (0, 0) : (nodes.Max(n => x[n]) - west, nodes.Max(n => y[n]) - south);
        var count = Math.Max(1, nodes.Length);
        size = Math.Max(Math.Max(Math.Sqrt(width * height / count), Math.Max(width, height) / count), 1);
        (columns, rows) = ((int)(width / size) + 1, (int)(height / size) + 1);
        start = new int[columns * rows + 1];
        var cells = Array.ConvertAll(nodes, n => Row(y[n]) * columns + Column(x[n]));
        foreach (var cell in cells) start[cell + 1]++;
        for (var cell = 0; cell < columns * rows; cell++) start[cell + 1] += start[cell];
        (content, var next) = (new int[nodes.Length], start[..^1]);
        for (var i = 0; i < nodes.Length; i++) content[next[cells[i]]++] = nodes[i];
    }

    /// <summary>The nearest node and its distance, m; -1 when there is none. Of equal distances the lower row wins.</summary>
    public (int Node, double Distance) Nearest(double longitude, double latitude)
    {
        var (atX, atY) = plane.Of(longitude, latitude);
        var (column, row) = (Column(atX), Row(atY));
        var (best, least) = (-1, double.PositiveInfinity);
        for (var ring = 0; ring <= Math.Max(columns, rows); ring++)
        {
            // Every cell of a ring lies at least this far from the cell that holds the place, and so from the place.
            if (best >= 0 && Math.Sqrt(least) <= (ring - 1) * size) break;
            for (var r = Math.Max(0, row - ring); r <= Math.Min(rows - 1, row + ring); r++)
            {
                var step = r == row - ring || r == row + ring ? 1 : Math.Max(1, 2 * ring);
                for (var c = column - ring; c <= column + ring; c += step)
                    if (c >= 0 && c < columns) Look(r * columns + c);
            }
        }
        return (best, Math.Sqrt(least));

        void Look(int cell)
        {
            for (var i = start[cell]; i < start[cell + 1]; i++)
            {
                var (dx, dy) = (x[content[i]] - atX, y[content[i]] - atY);
                var square = dx * dx + dy * dy;
                if (square < least || (square == least && content[i] < best)) (best, least) = (content[i], square);
            }
        }
    }

    private int Column(double at) => (int)Math.Clamp((at - west) / size, 0, columns - 1);

    private int Row(double at) => (int)Math.Clamp((at - south) / size, 0, rows - 1);
}
