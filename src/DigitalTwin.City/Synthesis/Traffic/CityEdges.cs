using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Synthesis.Traffic;

/// <summary>A gate: where a main road leaves the city.</summary>
/// <param name="Id">Its id, and that of its node.</param>
/// <param name="Place">Degrees.</param>
/// <param name="Weight">Its share of all that comes in and goes out: 2 for a primary road, 1 for a secondary one.</param>
internal readonly record struct Gate(string Id, Coordinate Place, double Weight);

/// <summary>Carries the main roads of a quarter over its border: to the neighbouring quarter where there is one, out of the city to a gate elsewhere.</summary>
internal sealed class CityEdges(CityPlan city, RoadSynthesis writer)
{
    private const double WayOut = 250;

    private readonly Dictionary<int, StreetGrid> recent = [];
    private readonly List<Gate> gates = [];

    /// <summary>Gates so far.</summary>
    public IReadOnlyList<Gate> Gates => gates;

    public void Add(Quarter quarter, QuarterRoads roads)
    {
        var (plan, grid) = (quarter.Plan, quarter.Grid);
        foreach (var (dx, dy) in new[] { (-1, 0), (0, -1), (1, 0), (0, 1) })
            foreach (var corner in Ends(grid, roads, (plan.MirrorX ? -dx : dx, plan.MirrorY ? -dy : dy)))
            {
                var neighbour = plan.Column + dx < 0 || plan.Row + dy < 0 ? null : city.At(plan.Column + dx, plan.Row + dy);
                if (neighbour is null) Open(plan.Index, roads, grid, corner, dx, dy);
                // The quarter to the west and the one to the south are there already; those to the east and north will join this one.
                else if (dx + dy < 0 && recent.TryGetValue(neighbour.Index, out var other))
                {
                    var to = Nearest(grid, corner, other);
                    if (IsFree(plan.Index, grid, corner, (other.X[to], other.Y[to]))) writer.Join(grid, corner, other, to);
                }
            }
        recent[plan.Index] = grid;
        recent.Remove(plan.Index - city.Columns - 1);
    }

    /// <summary>The last corner of each main line in a direction of the lattice.</summary>
    private static int[] Ends(StreetGrid grid, QuarterRoads roads, (int X, int Y) direction)
    {
        var ends = new SortedDictionary<int, int>();
        for (var corner = 0; corner < grid.Count; corner++)
        {
            var isAlong = direction.X != 0;
            if (!roads.At(corner).Any(k => roads.Streets[k].IsMain && roads.IsAvenue(k) != isAlong)) continue;
            var (line, place) = isAlong ? (grid.Row[corner], direction.X * grid.Column[corner]) : (grid.Column[corner], direction.Y * grid.Row[corner]);
            if (!ends.TryGetValue(line, out var end) || place > (isAlong ? direction.X * grid.Column[end] : direction.Y * grid.Row[end])) ends[line] = corner;
        }
        return [.. ends.Values];
    }

    private void Open(int index, QuarterRoads roads, StreetGrid grid, int corner, int dx, int dy)
    {
        var (x, y) = (grid.X[corner] + WayOut * dx, grid.Y[corner] + WayOut * dy);
        if (!IsFree(index, grid, corner, (x, y))) return;
        var id = $"G-{gates.Count + 1}";
        var isPrimary = roads.At(corner).Any(k => roads.Plans[k].Class == DigitalTwin.Mobility.Roads.RoadClass.Primary);
        gates.Add(new(id, writer.Out(grid, corner, id, x, y), isPrimary ? 2 : 1));
    }

    /// <summary>Whether a road from a corner to a place crosses no street of this quarter and of those before it: at the ragged edge of a quarter it might.</summary>
    private bool IsFree(int index, StreetGrid grid, int corner, (double X, double Y) to)
    {
        var from = (grid.X[corner], grid.Y[corner]);
        var beside = new[] { 1, city.Columns - 1, city.Columns, city.Columns + 1 }.Select(back => recent.GetValueOrDefault(index - back)).OfType<StreetGrid>();
        return beside.Append(grid).All(g => g.Streets.Concat(g.Crossings).All(street => !Cross(from, to, (g.X[street.A], g.Y[street.A]), (g.X[street.B], g.Y[street.B]))));
    }

    /// <summary>Whether two lines cross inside of both; lines that only meet at an end do not.</summary>
    private static bool Cross((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d)
    {
        return Turn(a, b, c) * Turn(a, b, d) < 0 && Turn(c, d, a) * Turn(c, d, b) < 0;

        static double Turn((double X, double Y) p, (double X, double Y) q, (double X, double Y) r) => (q.X - p.X) * (r.Y - p.Y) - (q.Y - p.Y) * (r.X - p.X);
    }

    private static int Nearest(StreetGrid grid, int corner, StreetGrid other)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var n = 0; n < other.Count; n++)
        {
            var (x, y) = (other.X[n] - grid.X[corner], other.Y[n] - grid.Y[corner]);
            if (x * x + y * y < least) (best, least) = (n, x * x + y * y);
        }
        return best;
    }
}
