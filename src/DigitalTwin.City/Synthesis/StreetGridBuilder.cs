namespace DigitalTwin.Cities.Synthesis;

/// <summary>Lays out the corners and streets of a quarter.</summary>
internal sealed class StreetGridBuilder
{
    private readonly CityPlan city;
    private readonly QuarterPlan plan;
    private readonly int wanted, columns, rows;
    private readonly bool hasHill, hasLake;
    private readonly Draws draws;
    private int[] nodeAt = [];
    private int[] column = [], row = [];
    private double[] edgesX = [], edgesY = [];

    private StreetGridBuilder(CityPlan city, QuarterPlan plan, int corners, bool withLake)
    {
        (this.city, this.plan, wanted) = (city, plan, corners);
        draws = new Draws(city.Random, "streets", plan.Index);
        hasHill = corners >= 60;
        hasLake = withLake && corners >= 200;
        columns = Math.Max(2, (int)Math.Round(Math.Sqrt(corners * (hasHill ? 1.05 : 1.0))));
        rows = Math.Max(2, (int)Math.Ceiling(corners * (hasHill ? 1.05 : 1.0) / columns));
    }

    /// <summary>The streets of a quarter with so many corners.</summary>
    public static StreetGrid Build(CityPlan city, QuarterPlan plan, int corners)
    {
        var lake = new Draws(city.Random, "lake", plan.Index).Uniform(0) < 0.6 || city.Quarters.Count == 1;
        var builder = new StreetGridBuilder(city, plan, corners, lake);
        if (!builder.PlaceCorners())
        {
            builder = new StreetGridBuilder(city, plan, corners, false);
            builder.PlaceCorners();
        }
        return builder.Finish();
    }

    /// <summary>Fills the lattice with corners, row by row, until there are as many as wanted; false when the lake cuts some off.</summary>
    private bool PlaceCorners()
    {
        var (atColumn, atRow) = (new List<int>(wanted), new List<int>(wanted));
        var grid = new List<int>();
        for (var j = 0; atColumn.Count < wanted; j++)
            for (var i = 0; i < columns; i++)
            {
                var free = atColumn.Count < wanted && !IsHole(i, j);
                grid.Add(free ? atColumn.Count : -1);
                if (!free) continue;
                atColumn.Add(i);
                atRow.Add(j);
            }
        (nodeAt, column, row) = ([.. grid], [.. atColumn], [.. atRow]);
        edgesX = Lines(columns, 1000);
        edgesY = Lines(nodeAt.Length / columns, 2000);
        var joined = new DisjointSets(wanted);
        foreach (var street in Neighbours()) joined.Join(street.A, street.B);
        return joined.Count == 1;
    }

    private bool IsHole(int i, int j)
    {
        static bool Inside(double i, double j, double x, double y, double rx, double ry) => (i - x) * (i - x) / (rx * rx) + (j - y) * (j - y) / (ry * ry) < 1;
        return (hasHill && Inside(i, j, 0.62 * columns, 0.42 * rows, HillRadius, HillRadius))
            || (hasLake && Inside(i, j, 0.28 * columns, 0.74 * rows, 0.11 * columns, 0.08 * rows));
    }

    private double HillRadius => Math.Max(1.05, 0.045 * columns);

    /// <summary>Middle lines of uneven rows or columns over the quarter's side, as shares of it, with the edges between them at odd places.</summary>
    private double[] Lines(int count, int firstDraw)
    {
        var at = new double[2 * count + 1];
        for (var k = 0; k < count; k++)
        {
            var half = 0.5 * draws.Between(firstDraw + k, 0.72, 1.28);
            at[2 * k + 1] = at[2 * k] + half;
            at[2 * k + 2] = at[2 * k + 1] + half;
        }
        var sum = at[^1];
        for (var k = 0; k < at.Length; k++) at[k] /= sum;
        return at;
    }

    private IEnumerable<Street> Neighbours()
    {
        for (var k = 0; k < nodeAt.Length; k++)
        {
            var (i, j) = (k % columns, k / columns);
            if (nodeAt[k] < 0) continue;
            if (i + 1 < columns && nodeAt[k + 1] >= 0) yield return new(nodeAt[k], nodeAt[k + 1], IsMainLine(j, rows));
            if (k + columns < nodeAt.Length && nodeAt[k + columns] >= 0) yield return new(nodeAt[k], nodeAt[k + columns], IsMainLine(i, columns));
        }
    }

    private static bool IsMainLine(int line, int lines) => (line - lines / 2) % 6 == 0;

    private StreetGrid Finish()
    {
        var low = LowZone();
        var (streets, crossings) = ChooseStreets(low);
        var (x, y, area) = (new double[wanted], new double[wanted], new double[wanted]);
        var jitter = 0.09 * plan.Side / columns;
        for (var n = 0; n < wanted; n++)
        {
            (x[n], y[n]) = Place(edgesX[2 * column[n] + 1], edgesY[2 * row[n] + 1]);
            x[n] += jitter * (2 * draws.Uniform(10_000 + 2 * n) - 1);
            y[n] += jitter * (2 * draws.Uniform(10_001 + 2 * n) - 1);
            area[n] = plan.Side * plan.Side * (edgesX[2 * column[n] + 2] - edgesX[2 * column[n]]) * (edgesY[2 * row[n] + 2] - edgesY[2 * row[n]]);
        }
        return new()
        {
            Column = column,
            Row = row,
            Columns = columns,
            Rows = edgesY.Length / 2,
            ColumnEdges = [.. edgesX.Where((_, k) => k % 2 == 0)],
            RowEdges = [.. edgesY.Where((_, k) => k % 2 == 0)],
            X = x,
            Y = y,
            Area = area,
            IsLow = low,
            Streets = streets,
            Crossings = crossings,
            Hill = hasHill ? Place(0.62 + 0.5 / columns, 0.42 * rows / (edgesY.Length / 2.0) + 0.5 / rows) : Place(1 + 0.6 / columns, 0.5),
        };
    }

    /// <summary>Share of the side (0 to 1, before mirroring) to plan metres.</summary>
    private (double X, double Y) Place(double u, double v) =>
        city.Bend(plan.West + plan.Side * (plan.MirrorX ? 1 - u : u), plan.South + plan.Side * (plan.MirrorY ? 1 - v : v));

    private bool[] LowZone()
    {
        var low = new bool[wanted];
        if (wanted < 150) return low;
        for (var n = 0; n < wanted; n++) low[n] = column[n] >= 0.74 * columns && row[n] >= 0.70 * rows;
        var joined = new DisjointSets(wanted);
        foreach (var street in Neighbours())
            if (low[street.A] == low[street.B]) joined.Join(street.A, street.B);
        return joined.Count == 2 ? low : new bool[wanted];
    }

    /// <summary>A random spanning forest of both zones and the main roads stay; of the other streets one in seven is missing.</summary>
    private (List<Street> Streets, List<Street> Crossings) ChooseStreets(bool[] low)
    {
        var all = Neighbours().ToList();
        var order = Enumerable.Range(0, all.Count).OrderBy(k => draws.Uniform(1_000_000 + k)).ThenBy(k => k);
        var joined = new DisjointSets(wanted);
        var stays = new bool[all.Count];
        foreach (var k in order)
            if (low[all[k].A] == low[all[k].B]) stays[k] = joined.Join(all[k].A, all[k].B) || all[k].IsMain || draws.Uniform(5_000_000 + k) > 1.0 / 7;
        var streets = all.Where((_, k) => stays[k]).ToList();
        return (streets, all.Where(street => low[street.A] != low[street.B]).ToList());
    }
}
