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
                if (neighbour is null) Open(roads, grid, corner, dx, dy);
                // The quarter to the west and the one to the south are there already; those to the east and north will join this one.
                else if (dx + dy < 0 && recent.TryGetValue(neighbour.Index, out var other)) writer.Join(grid, corner, other, Nearest(grid, corner, other));
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

    private void Open(QuarterRoads roads, StreetGrid grid, int corner, int dx, int dy)
    {
        var id = $"G-{gates.Count + 1}";
        var isPrimary = roads.At(corner).Any(k => roads.Plans[k].Class == DigitalTwin.Mobility.Roads.RoadClass.Primary);
        gates.Add(new(id, writer.Out(grid, corner, id, grid.X[corner] + WayOut * dx, grid.Y[corner] + WayOut * dy), isPrimary ? 2 : 1));
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
