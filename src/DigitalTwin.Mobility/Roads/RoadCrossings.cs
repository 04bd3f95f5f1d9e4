namespace DigitalTwin.Mobility.Roads;

/// <summary>
/// Finds streets of one layer that cross, or of which one ends on the course of the other, without a node there: a car cannot turn from one into the other. Segments are cut
/// into pieces and sorted into cells, so that only neighbours are compared.
/// </summary>
internal sealed class RoadCrossings
{
    private const double CellSize = 100;

    private readonly record struct Piece(int Street, int Number, double X1, double Y1, double X2, double Y2);

    private readonly List<(Street Street, int From, int To)> streets;
    private readonly RoadNodes nodes;
    private readonly double tolerance;
    private readonly EarthPlane plane;
    private readonly SortedDictionary<(int, int, int, int), (double X, double Y)> hits = [];

    private RoadCrossings(List<(Street Street, int From, int To)> streets, RoadNodes nodes, double tolerance)
    {
        (this.streets, this.nodes, this.tolerance) = (streets, nodes, Math.Max(tolerance, 0.01));
        plane = new(nodes.Latitude.Where(double.IsFinite).DefaultIfEmpty().Average());
    }

    public static List<StreetPair> Find(List<(Street Street, int From, int To)> streets, RoadNodes nodes, double tolerance, CancellationToken cancellation)
    {
        var search = new RoadCrossings(streets, nodes, tolerance);
        foreach (var cell in search.Cells())
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 1; i < cell.Count; i++)
                for (var k = 0; k < i; k++) search.Compare(cell[k], cell[i]);
        }
        var pairs = new List<StreetPair>();
        var (first, second) = (-1, -1);
        foreach (var ((a, b, _, _), (x, y)) in search.hits)
        {
            if ((a, b) == (first, second)) continue;
            (first, second) = (a, b);
            var (longitude, latitude) = search.plane.Back(x, y);
            pairs.Add(new(streets[a].Street.Id, streets[b].Street.Id, longitude, latitude));
        }
        return pairs;
    }

    private Dictionary<(long, long), List<Piece>>.ValueCollection Cells()
    {
        var cells = new Dictionary<(long, long), List<Piece>>();
        for (var s = 0; s < streets.Count; s++)
        {
            var course = CourseOf(s);
            var number = 0;
            for (var i = 2; i < course.Length; i += 2)
            {
                var (x1, y1) = plane.Of(course[i - 2], course[i - 1]);
                var (x2, y2) = plane.Of(course[i], course[i + 1]);
                var cuts = Math.Clamp((int)Math.Ceiling(Math.Sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1)) / CellSize), 1, 100_000);
                for (var k = 0; k < cuts; k++)
                {
                    var (a, b) = ((double)k / cuts, (k + 1.0) / cuts);
                    Put(new(s, number++, x1 + a * (x2 - x1), y1 + a * (y2 - y1), x1 + b * (x2 - x1), y1 + b * (y2 - y1)));
                }
            }
        }
        return cells.Values;

        void Put(Piece piece)
        {
            for (var c = Cell(Math.Min(piece.X1, piece.X2) - tolerance); c <= Cell(Math.Max(piece.X1, piece.X2) + tolerance); c++)
                for (var r = Cell(Math.Min(piece.Y1, piece.Y2) - tolerance); r <= Cell(Math.Max(piece.Y1, piece.Y2) + tolerance); r++)
                {
                    if (!cells.TryGetValue((c, r), out var there)) cells[(c, r)] = there = [];
                    there.Add(piece);
                }
        }
    }

    private ReadOnlySpan<double> CourseOf(int s)
    {
        var (street, from, to) = streets[s];
        if (street.Course.Length > 0) return street.Course;
        return double.IsNaN(nodes.Longitude[from] + nodes.Longitude[to]) ? [] : new[] { nodes.Longitude[from], nodes.Latitude[from], nodes.Longitude[to], nodes.Latitude[to] };
    }

    private static long Cell(double x) => (long)Math.Floor(x / CellSize);

    private void Compare(Piece p, Piece q)
    {
        if (p.Street == q.Street || streets[p.Street].Street.Layer != streets[q.Street].Street.Layer) return;
        if (p.Street > q.Street) (p, q) = (q, p);
        if (!Meet(p, q, out var x, out var y) || IsNodeOfBoth(p.Street, q.Street, x, y)) return;
        hits.TryAdd((p.Street, q.Street, p.Number, q.Number), (x, y));
    }

    /// <summary>Where two pieces cross, or where an end of the one lies on the other within the tolerance.</summary>
    private bool Meet(Piece p, Piece q, out double x, out double y)
    {
        var (px, py, qx, qy) = (p.X2 - p.X1, p.Y2 - p.Y1, q.X2 - q.X1, q.Y2 - q.Y1);
        var cross = px * qy - py * qx;
        (x, y) = (0, 0);
        // Streets that run along each other are no crossing; duplicates are told elsewhere.
        if (Math.Abs(cross) < 1e-3 * Math.Sqrt((px * px + py * py) * (qx * qx + qy * qy))) return false;
        var s = ((q.X1 - p.X1) * qy - (q.Y1 - p.Y1) * qx) / cross;
        var t = ((q.X1 - p.X1) * py - (q.Y1 - p.Y1) * px) / cross;
        var (sSlack, tSlack) = (tolerance / Math.Sqrt(px * px + py * py), tolerance / Math.Sqrt(qx * qx + qy * qy));
        (x, y) = (p.X1 + s * px, p.Y1 + s * py);
        return s >= -sSlack && s <= 1 + sSlack && t >= -tSlack && t <= 1 + tSlack;
    }

    private bool IsNodeOfBoth(int a, int b, double x, double y)
    {
        foreach (var node in (ReadOnlySpan<int>)[streets[a].From, streets[a].To])
        {
            if ((node != streets[b].From && node != streets[b].To) || double.IsNaN(nodes.Longitude[node])) continue;
            var (nx, ny) = plane.Of(nodes.Longitude[node], nodes.Latitude[node]);
            if (Math.Abs(nx - x) <= 4 * tolerance && Math.Abs(ny - y) <= 4 * tolerance) return true;
        }
        return false;
    }
}
