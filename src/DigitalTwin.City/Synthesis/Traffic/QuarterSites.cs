namespace DigitalTwin.Cities.Synthesis.Traffic;

/// <summary>What the corners of a quarter send and receive: people, jobs, shops, and one hospital, one shopping centre and one metro station with a lot to park and ride.</summary>
internal sealed class QuarterSites
{
    public QuarterSites(StreetGrid grid, LandUse use, QuarterRoads roads)
    {
        (Jobs, ShopArea) = (new double[grid.Count], new double[grid.Count]);
        for (var i = 0; i < grid.Count; i++)
        {
            var hectares = grid.Area[i] / 10_000;
            var (jobs, shops) = use.Uses[i] switch { Use.Offices => (220, 0), Use.Works => (70, 0), Use.Shops => (60, 1500), Use.Homes => (5, 60), _ => (0, 0) };
            (Jobs[i], ShopArea[i]) = (Math.Round(jobs * hectares), Math.Round(shops * hectares));
        }
        var (columns, rows) = (grid.Columns, grid.Rows);
        Mall = Nearest(grid, 0.5 * columns, 0.5 * rows, i => use.Uses[i] == Use.Shops);
        Hospital = Nearest(grid, 0.3 * columns, 0.35 * rows, i => use.Uses[i] is Use.Shops or Use.Offices && i != Mall);
        Station = Nearest(grid, 0.8 * columns, 0.62 * rows, i => i != Mall && i != Hospital && roads.At(i).Any(k => roads.Streets[k].IsMain));
        // A quarter of a few blocks has no such things.
        if (grid.Count < 100) (Mall, Hospital, Station) = (-1, -1, -1);
        if (Mall >= 0) (ShopArea[Mall], Jobs[Mall]) = (ShopArea[Mall] + MallArea(grid), Jobs[Mall] + Math.Round(MallArea(grid) / 60));
        if (Hospital >= 0) Jobs[Hospital] += Beds(grid);
    }

    /// <summary>Jobs at a corner.</summary>
    public double[] Jobs { get; }

    /// <summary>Floor of shops at a corner, m².</summary>
    public double[] ShopArea { get; }

    /// <summary>Corner of the shopping centre, or -1.</summary>
    public int Mall { get; }

    /// <summary>Corner of the hospital, or -1.</summary>
    public int Hospital { get; }

    /// <summary>Corner of the metro station with a lot to park and ride, or -1.</summary>
    public int Station { get; }

    /// <summary>Beds of a hospital that serves a quarter: 900 to 16 km².</summary>
    public static double Beds(StreetGrid grid) => Math.Round(grid.Area.Sum() / 16e6 * 900);

    /// <summary>Floor of the shopping centre, m².</summary>
    public static double MallArea(StreetGrid grid) => Math.Round(grid.Area.Sum() / 16e6 * 45_000);

    /// <summary>Cars a day that park at the station and ride on.</summary>
    public static double Riders(StreetGrid grid) => Math.Round(grid.Area.Sum() / 16e6 * 520);

    private static int Nearest(StreetGrid grid, double column, double row, Func<int, bool> fits)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var i = 0; i < grid.Count; i++)
        {
            var (x, y) = (grid.Column[i] - column, grid.Row[i] - row);
            if (x * x + y * y < least && fits(i)) (best, least) = (i, x * x + y * y);
        }
        return best;
    }
}
