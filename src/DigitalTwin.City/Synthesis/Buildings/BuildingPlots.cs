using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Quadtree;
using NetTopologySuite.Index.Strtree;

namespace DigitalTwin.Cities.Synthesis.Buildings;

/// <summary>A quarter of the ground around a corner, between two streets: where buildings stand.</summary>
/// <param name="X">Plan position of the corner, m.</param>
/// <param name="Y">Plan position of the corner, m.</param>
/// <param name="Along">From the corner along the one street, unit.</param>
/// <param name="Across">From the corner along the other.</param>
/// <param name="Width">Ground along the first street, m.</param>
/// <param name="Depth">Ground along the other, m.</param>
internal readonly record struct BuildingPlot(double X, double Y, (double X, double Y) Along, (double X, double Y) Across, double Width, double Depth);

/// <summary>Finds room for footprints in the blocks of a quarter: beside its streets, never on them, each in a plot of its own.</summary>
internal sealed class BuildingPlots
{
    /// <summary>Nearest that a wall comes to the middle of a street, m, and to the border of its plot.</summary>
    private const double Kerb = 8, Fence = 3, Gap = 4;

    private readonly CityPlan city;
    private readonly Quarter quarter;
    private readonly STRtree<LineString> streets = new();
    private readonly Quadtree<Polygon> standing;
    private readonly bool[] onMain;

    /// <summary>Plots of a quarter among what stands already, to which every footprint that finds its place is added.</summary>
    public BuildingPlots(CityPlan city, Quarter quarter, Quadtree<Polygon> standing)
    {
        (this.city, this.quarter, this.standing) = (city, quarter, standing);
        var grid = quarter.Grid;
        onMain = new bool[grid.Count];
        foreach (var street in grid.Streets.Concat(grid.Crossings))
        {
            Insert(grid.X[street.A], grid.Y[street.A], grid.X[street.B], grid.Y[street.B]);
            if (street.IsMain) (onMain[street.A], onMain[street.B]) = (true, true);
        }
        // Main roads go on over the border, somewhere near the straight way.
        for (var i = 0; i < grid.Count; i++)
            if (onMain[i] && (grid.Column[i] == 0 || grid.Row[i] == 0 || grid.Column[i] == grid.Columns - 1 || grid.Row[i] >= grid.Rows - 2))
                foreach (var (dx, dy) in new[] { (1, 0), (-1, 0), (0, 1), (0, -1) }) Insert(grid.X[i], grid.Y[i], grid.X[i] + 120 * dx, grid.Y[i] + 120 * dy);
        streets.Build();
    }

    /// <summary>The four plots around a corner.</summary>
    public BuildingPlot[] Around(int corner)
    {
        var (grid, plan) = (quarter.Grid, quarter.Plan);
        var (west, east) = (grid.ColumnEdges[grid.Column[corner]], grid.ColumnEdges[grid.Column[corner] + 1]);
        var (south, north) = (grid.RowEdges[grid.Row[corner]], grid.RowEdges[grid.Row[corner] + 1]);
        var (u, v) = ((west + east) / 2, (south + north) / 2);
        var plots = new BuildingPlot[4];
        for (var k = 0; k < 4; k++)
        {
            var side = Place(k % 2 == 0 ? east : west, v);
            var end = Place(u, k / 2 == 0 ? north : south);
            var (ax, ay) = (side.X - grid.X[corner], side.Y - grid.Y[corner]);
            var (bx, by) = (end.X - grid.X[corner], end.Y - grid.Y[corner]);
            var (a, b) = (Math.Sqrt(ax * ax + ay * ay), Math.Sqrt(bx * bx + by * by));
            plots[k] = new(grid.X[corner], grid.Y[corner], (ax / a, ay / a), (bx / b, by / b), a, b);
        }
        return plots;

        (double X, double Y) Place(double s, double t) => city.Bend(plan.West + plan.Side * (plan.MirrorX ? 1 - s : s), plan.South + plan.Side * (plan.MirrorY ? 1 - t : t));
    }

    /// <summary>How far walls stay from the corner's streets, m: more on a main road.</summary>
    public double SetBack(int corner) => Math.Min(onMain[corner] ? 20 : 13, 0.3 * Math.Sqrt(quarter.Grid.Area[corner]));

    /// <summary>Most room of a plot, m by m.</summary>
    public (double Width, double Depth) RoomOf(BuildingPlot plot, int corner) => (plot.Width - SetBack(corner) - Fence, plot.Depth - SetBack(corner) - Fence);

    /// <summary>A rectangle in a plot, smaller where a street is in the way; null where there is no room for a building.</summary>
    public Polygon? Fit(BuildingPlot plot, int corner, double length, double breadth)
    {
        var (width, depth) = RoomOf(plot, corner);
        var back = SetBack(corner);
        for (var attempt = 0; attempt < 7; attempt++)
        {
            var shrink = Math.Pow(0.86, attempt);
            var (l, b) = (Math.Min(length, width) * shrink, Math.Min(breadth, depth) * shrink);
            if (l < 6 || b < 6) return null;
            // What is made smaller keeps to the far corner of its plot, away from the streets.
            var (s, t) = (plot.Width - Fence - l / 2 - 0.3 * (plot.Width - Fence - back - l), plot.Depth - Fence - b / 2 - 0.3 * (plot.Depth - Fence - back - b));
            var rectangle = Rectangle(plot, s, t, l, b);
            if (streets.Query(Around(rectangle)).Any(street => street.Distance(rectangle) < Kerb) || standing.Query(Around(rectangle)).Any(other => other.Distance(rectangle) < Gap)) continue;
            standing.Insert(rectangle.EnvelopeInternal, rectangle);
            return rectangle;
        }
        return null;
    }

    private static Polygon Rectangle(BuildingPlot plot, double s, double t, double length, double breadth)
    {
        var (x, y) = (plot.X + s * plot.Along.X + t * plot.Across.X, plot.Y + s * plot.Along.Y + t * plot.Across.Y);
        var (ux, uy) = (plot.Along.X * length / 2, plot.Along.Y * length / 2);
        var (vx, vy) = (-plot.Along.Y * breadth / 2, plot.Along.X * breadth / 2);
        Coordinate[] ring = [new(x - ux - vx, y - uy - vy), new(x + ux - vx, y + uy - vy), new(x + ux + vx, y + uy + vy), new(x - ux + vx, y - uy + vy), new(x - ux - vx, y - uy - vy)];
        return new(new LinearRing(ring));
    }

    private static Envelope Around(Polygon rectangle)
    {
        var around = rectangle.EnvelopeInternal.Copy();
        around.ExpandBy(Kerb);
        return around;
    }

    private void Insert(double ax, double ay, double bx, double by)
    {
        var line = new LineString([new(ax, ay), new(bx, by)]);
        streets.Insert(line.EnvelopeInternal, line);
    }
}
