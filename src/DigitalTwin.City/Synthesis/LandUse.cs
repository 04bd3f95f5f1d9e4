namespace DigitalTwin.Cities.Synthesis;

/// <summary>How the land around a corner is used.</summary>
internal enum Use
{
    Homes,
    Shops,
    Offices,
    Works,
    Open,
}

/// <summary>
/// People and mean water demands of the corners of a quarter. Homes: 8,000 to 15,000 people per km² at 180 L per person and day (GB 50015-2019:
/// 130 to 300). Shops, offices and works: 20 to 80 m³ per hectare and day on half of the ground. On top, a tenth of it all is lost.
/// </summary>
internal sealed class LandUse
{
    private const double LitresPerPerson = 180;
    private const double LossShare = 0.10;

    public LandUse(StreetGrid grid, Draws draws)
    {
        var n = grid.Count;
        Uses = new Use[n];
        People = new int[n];
        Demand = new double[n, DemandPatterns.Count];
        // Uses come in patches: a wave over the quarter decides together with chance.
        var phase = draws.Between(0, 0, 2 * Math.PI);
        for (var i = 0; i < n; i++)
        {
            var patch = 0.5 + 0.5 * Math.Sin(grid.X[i] / 260 + phase) * Math.Cos(grid.Y[i] / 310 + 2 * phase);
            Uses[i] = Choose(0.55 * patch + 0.45 * draws.Uniform(3 * i + 1));
            var hectares = grid.Area[i] / 10_000;
            var perHectare = draws.Uniform(3 * i + 2);
            var living = Uses[i] switch { Use.Homes => 1, Use.Shops => 0.7, Use.Offices => 0.15, Use.Works => 0.05, _ => 0 };
            People[i] = (int)Math.Round(living * hectares * (80 + 70 * perHectare));
            Demand[i, DemandPatterns.Homes] = People[i] * LitresPerPerson / 86_400;
            var other = draws.Uniform(3 * i + 3);
            var (kind, cubicMetres) = Uses[i] switch
            {
                Use.Shops => (DemandPatterns.Shops, 20 + 40 * other),
                Use.Offices => (DemandPatterns.Offices, 20 + 30 * other),
                Use.Works => (DemandPatterns.Works, 30 + 50 * other),
                _ => (DemandPatterns.Shops, 0),
            };
            Demand[i, kind] += 0.5 * hectares * cubicMetres * 1000 / 86_400;
            var sum = 0.0;
            for (var k = 0; k < DemandPatterns.Losses; k++) sum += Demand[i, k];
            Demand[i, DemandPatterns.Losses] = LossShare * sum;
            for (var k = 0; k < DemandPatterns.Count; k++) Demand[i, k] = Math.Round(Demand[i, k], 4);
        }
    }

    public Use[] Uses { get; }

    public int[] People { get; }

    /// <summary>Mean demand by corner and pattern, L/s.</summary>
    public double[,] Demand { get; }

    /// <summary>Demand of a corner in an hour of the day, L/s.</summary>
    public double At(int corner, int hour)
    {
        double sum = 0;
        for (var k = 0; k < DemandPatterns.Count; k++) sum += Demand[corner, k] * DemandPatterns.All[k].Multipliers[hour];
        return sum;
    }

    private static Use Choose(double v) => v switch { < 0.06 => Use.Works, < 0.16 => Use.Offices, < 0.66 => Use.Homes, < 0.90 => Use.Shops, _ => Use.Open };
}
