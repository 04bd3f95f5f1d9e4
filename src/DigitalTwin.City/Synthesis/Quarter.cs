namespace DigitalTwin.Cities.Synthesis;

/// <summary>A finished quarter: its streets, land use and supply, and the numbers of its first junction and pipe in the city.</summary>
internal sealed class Quarter
{
    public Quarter(CityPlan city, QuarterPlan plan, Terrain terrain)
    {
        Plan = plan;
        // The delivery side of the pump station is a junction too.
        Grid = StreetGridBuilder.Build(city, plan, plan.Junctions - 1);
        Use = new LandUse(Grid, new Draws(city.Random, "land use", plan.Index));
        var elevation = new double[Grid.Count];
        var (hollowX, hollowY, radius) = Hollow();
        for (var i = 0; i < elevation.Length; i++)
        {
            elevation[i] = terrain.At(Grid.X[i], Grid.Y[i]);
            if (radius > 0) elevation[i] -= Terrain.Hollow(Math.Sqrt(Math.Pow(Grid.X[i] - hollowX, 2) + Math.Pow(Grid.Y[i] - hollowY, 2)), radius);
            elevation[i] = Math.Round(elevation[i], 1);
        }
        Supply = new QuarterSupply(Grid, elevation, Use, new Draws(city.Random, "supply", plan.Index));
    }

    public QuarterPlan Plan { get; }

    public StreetGrid Grid { get; }

    public LandUse Use { get; }

    public QuarterSupply Supply { get; }

    /// <summary>Middle and radius of the hollow in which the low zone lies, m; radius 0 without one.</summary>
    private (double X, double Y, double Radius) Hollow()
    {
        double x = 0, y = 0;
        var n = 0;
        for (var i = 0; i < Grid.Count; i++)
            if (Grid.IsLow[i]) (x, y, n) = (x + Grid.X[i], y + Grid.Y[i], n + 1);
        return n == 0 ? default : (x / n, y / n, 0.3 * Plan.Side);
    }
}
