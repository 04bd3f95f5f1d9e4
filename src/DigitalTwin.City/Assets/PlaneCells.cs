namespace DigitalTwin.Cities.Assets;

/// <summary>A box on the plane, m; NaN for a thing without a place.</summary>
internal readonly record struct PlaneBox(double West, double South, double East, double North);

/// <summary>
/// Boxes in a grid of even cells, about one to a cell: rows of a cell lie together in one array (counting sort). A box that covers very many
/// cells stands apart and is looked at in every search.
/// </summary>
internal sealed class PlaneCells
{
    private const int MostCellsOfABox = 256;

    private readonly double west, south, size;
    private readonly int columns, rows;
    private readonly int[] start, content;
    private readonly List<int> wide = [];
    private readonly int placed;

    public PlaneCells(PlaneBox[] boxes)
    {
        double east = double.NegativeInfinity, north = double.NegativeInfinity;
        (west, south) = (double.PositiveInfinity, double.PositiveInfinity);
        foreach (var box in boxes)
        {
            if (double.IsNaN(box.West)) continue;
            placed++;
            (west, south) = (Math.Min(west, box.West), Math.Min(south, box.South));
            (east, north) = (Math.Max(east, box.East), Math.Max(north, box.North));
        }
        if (placed == 0) (west, south, east, north) = (0, 0, 0, 0);
        // About one thing to a cell; on a line, whose area is 0, the longer side decides.
        size = Math.Max(Math.Max(Math.Sqrt((east - west) * (north - south) / Math.Max(1, placed)), Math.Max(east - west, north - south) / Math.Max(1, placed)), 1e-3);
        (columns, rows) = ((int)((east - west) / size) + 1, (int)((north - south) / size) + 1);
        start = new int[columns * rows + 2];
        for (var i = 0; i < boxes.Length; i++)
        {
            if (double.IsNaN(boxes[i].West)) continue;
            var (a, b, c, d) = Range(boxes[i]);
            if ((c - a + 1L) * (d - b + 1L) > MostCellsOfABox) wide.Add(i);
            else
                for (var r = b; r <= d; r++)
                    for (var k = a; k <= c; k++) start[r * columns + k + 2]++;
        }
        for (var i = 2; i < start.Length; i++) start[i] += start[i - 1];
        content = new int[start[^1]];
        for (var i = 0; i < boxes.Length; i++)
        {
            if (double.IsNaN(boxes[i].West)) continue;
            var (a, b, c, d) = Range(boxes[i]);
            if ((c - a + 1L) * (d - b + 1L) > MostCellsOfABox) continue;
            for (var r = b; r <= d; r++)
                for (var k = a; k <= c; k++) content[start[r * columns + k + 1]++] = i;
        }
    }

    /// <summary>The things nearest to a point: rings of cells around it, until no cell further out can hold a nearer one.</summary>
    public List<(int Row, double Distance)> Nearest(double x, double y, int count, Func<int, double> distance)
    {
        var best = new List<(int Row, double Distance)>();
        count = Math.Min(count, placed);
        if (count <= 0) return best;
        var seen = new HashSet<int>();
        foreach (var i in wide) Consider(i);
        var (column, row) = (Column(x), Row(y));
        for (var ring = 0; ; ring++)
        {
            var (a, b, c, d) = (column - ring, row - ring, column + ring, row + ring);
            for (var r = Math.Max(0, b); r <= Math.Min(rows - 1, d); r++)
            {
                // Between the ring's first and last row only its two sides are new.
                var step = r == b || r == d ? 1 : Math.Max(1, c - a);
                for (var k = a; k <= c; k += step)
                {
                    if (k < 0 || k >= columns) continue;
                    for (var e = start[r * columns + k]; e < start[r * columns + k + 1]; e++) Consider(content[e]);
                }
            }
            var reach = double.PositiveInfinity;
            if (a > 0) reach = Math.Min(reach, x - (west + a * size));
            if (c < columns - 1) reach = Math.Min(reach, west + (c + 1) * size - x);
            if (b > 0) reach = Math.Min(reach, y - (south + b * size));
            if (d < rows - 1) reach = Math.Min(reach, south + (d + 1) * size - y);
            if (double.IsPositiveInfinity(reach) || (best.Count == count && best[^1].Distance < reach)) return best;
        }

        void Consider(int i)
        {
            if (!seen.Add(i)) return;
            var found = (i, distance(i));
            if (best.Count == count && Compare(found, best[^1]) >= 0) return;
            var at = best.BinarySearch(found, Order);
            best.Insert(at < 0 ? ~at : at, found);
            if (best.Count > count) best.RemoveAt(count);
        }
    }

    /// <summary>Every thing in a cell that a box touches; some may come twice, and some may not touch the box itself.</summary>
    public IEnumerable<int> Touching(PlaneBox box)
    {
        foreach (var i in wide) yield return i;
        var (a, b, c, d) = Range(box);
        for (var r = b; r <= d; r++)
            for (var k = a; k <= c; k++)
                for (var e = start[r * columns + k]; e < start[r * columns + k + 1]; e++) yield return content[e];
    }

    private static readonly Comparer<(int Row, double Distance)> Order = Comparer<(int Row, double Distance)>.Create(Compare);

    private static int Compare((int Row, double Distance) a, (int Row, double Distance) b) =>
        a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : a.Row.CompareTo(b.Row);

    private (int A, int B, int C, int D) Range(PlaneBox box) => (Column(box.West), Row(box.South), Column(box.East), Row(box.North));

    private int Column(double x) => (int)Math.Clamp((x - west) / size, 0, columns - 1);

    private int Row(double y) => (int)Math.Clamp((y - south) / size, 0, rows - 1);
}
