namespace DigitalTwin.Cities.Synthesis;

/// <summary>
/// The water supply of one quarter: a clear well with a pump station at one edge, a tank on the hill across from it, a looped network on
/// the streets, and a low zone behind reducing valves. Pipes are sized for the hour of greatest demand, once with the station as the only
/// source and once with the tank giving half; the heads follow from the losses, so that every tap has its pressure.
/// </summary>
internal sealed class QuarterSupply
{
    /// <summary>Pressure head that every corner is to have in the worst hour by the design's own estimate, m.</summary>
    private const double DesignPressure = 26;

    private readonly StreetGrid grid;
    private readonly LandUse use;
    private readonly (int[] Order, int[] By) fromStation, fromTank;
    private readonly double[] stationFlow, tankFlow;

    public QuarterSupply(StreetGrid grid, double[] elevation, LandUse use, Draws draws)
    {
        (this.grid, this.use, Elevation) = (grid, use, elevation);
        (Delivery, Tank) = (grid.Count, grid.Count + 1);
        StationCorner = FindStation();
        Graph = new SupplyGraph(grid.Count + 2, Conduits(draws));
        fromStation = Graph.TreeFrom(Delivery);
        fromTank = Graph.TreeFrom(Tank);
        var peak = PeakDemand();
        stationFlow = Graph.FlowsOf(fromStation, peak);
        tankFlow = Graph.FlowsOf(fromTank, peak);
        Ages(draws);
        Diameter = Sizes();
        Design();
    }

    /// <summary>Ground level of each corner, m.</summary>
    public double[] Elevation { get; }

    public SupplyGraph Graph { get; }

    /// <summary>Node on the delivery side of the pumps.</summary>
    public int Delivery { get; }

    /// <summary>Node of the tank.</summary>
    public int Tank { get; }

    /// <summary>The corner at which the station stands.</summary>
    public int StationCorner { get; }

    /// <summary>Diameter of each conduit, mm.</summary>
    public int[] Diameter { get; }

    /// <summary>Hazen-Williams C of each conduit: 105 for old pipes, 130 for new ones. Sizes assume <see cref="PipeSizes.Roughness"/>.</summary>
    public int[] Roughness { get; private set; } = [];

    /// <summary>Mean demand, L/s.</summary>
    public double MeanDemand { get; private set; }

    /// <summary>Head of the tank at its middle level, m.</summary>
    public double TankHead { get; private set; }

    /// <summary>Head kept behind the reducing valves, m.</summary>
    public double LowHead { get; private set; }

    /// <summary>Head of the clear well, m.</summary>
    public double WellHead { get; private set; }

    /// <summary>Flow of one duty pump at its design point, L/s. Two run in the day; a third stands by.</summary>
    public double PumpFlow { get; private set; }

    /// <summary>Head gain of a pump at its design point, m.</summary>
    public double PumpHead { get; private set; }

    /// <summary>Diameter of the tank, m, for a fifth of a day's demand over its 5 m.</summary>
    public double TankDiameter { get; private set; }

    private int FindStation()
    {
        var best = 0;
        double least = double.PositiveInfinity;
        for (var i = 0; i < grid.Count; i++)
        {
            var away = grid.Column[i] * 1000.0 + Math.Abs(grid.Row[i] - grid.Rows / 2);
            if (grid.IsLow[i] || away >= least) continue;
            (best, least) = (i, away);
        }
        return best;
    }

    private List<Conduit> Conduits(Draws draws)
    {
        var conduits = new List<Conduit>(grid.Streets.Count + 16);
        foreach (var s in grid.Streets) conduits.Add(new(s.A, s.B, grid.Distance(s.A, s.B), s.IsMain, ConduitKind.Pipe));
        AddCrossings(conduits, draws);
        // Two mains leave the station and two join the tank, so that one burst does not cut either off.
        conduits.Add(new(Delivery, StationCorner, 60, true, ConduitKind.Pipe));
        if (SecondMain() is var second and >= 0) conduits.Add(new(Delivery, second, 60 + grid.Distance(StationCorner, second), true, ConduitKind.Pipe));
        foreach (var corner in Enumerable.Range(0, grid.Count).Where(i => !grid.IsLow[i]).OrderBy(ToHill).ThenBy(i => i).Take(2))
            conduits.Add(new(Tank, corner, Math.Max(30, ToHill(corner)), true, ConduitKind.Pipe));
        return conduits;
    }

    /// <summary>Two streets into the low zone get reducing valves, far from each other and on main roads if there are any; of the others one in two is a shut pipe.</summary>
    private void AddCrossings(List<Conduit> conduits, Draws draws)
    {
        if (grid.Crossings.Count == 0) return;
        var candidates = grid.Crossings.Where(s => s.IsMain).ToList();
        if (candidates.Count < 2) candidates = grid.Crossings;
        var first = candidates[0];
        var second = candidates.MaxBy(s => grid.Distance(first.A, s.A));
        for (var k = 0; k < grid.Crossings.Count; k++)
        {
            var street = grid.Crossings[k];
            var (from, to) = grid.IsLow[street.A] ? (street.B, street.A) : (street.A, street.B);
            var length = grid.Distance(from, to);
            if (street == first || street == second) conduits.Add(new(from, to, length, true, ConduitKind.Reducer));
            else if (draws.Uniform(k) < 0.5) conduits.Add(new(from, to, length, street.IsMain, ConduitKind.Shut));
        }
    }

    private int SecondMain()
    {
        for (var i = 0; i < grid.Count; i++)
            if (!grid.IsLow[i] && grid.Column[i] == grid.Column[StationCorner] && grid.Row[i] == grid.Row[StationCorner] + 2) return i;
        return -1;
    }

    private double ToHill(int corner) =>
        Math.Sqrt((grid.X[corner] - grid.Hill.X) * (grid.X[corner] - grid.Hill.X) + (grid.Y[corner] - grid.Hill.Y) * (grid.Y[corner] - grid.Hill.Y));

    /// <summary>Demands in the hour in which the quarter needs most, L/s.</summary>
    private double[] PeakDemand()
    {
        var byHour = new double[24];
        for (var hour = 0; hour < 24; hour++)
            for (var i = 0; i < grid.Count; i++) byHour[hour] += use.At(i, hour);
        MeanDemand = byHour.Average();
        var peakHour = Array.IndexOf(byHour, byHour.Max());
        var demand = new double[Graph.Nodes];
        for (var i = 0; i < grid.Count; i++) demand[i] = use.At(i, peakHour);
        return demand;
    }

    /// <summary>Two in five streets still have their old pipes; mains and what was laid with them are new.</summary>
    private void Ages(Draws draws)
    {
        Roughness = new int[Graph.Conduits.Count];
        for (var k = 0; k < Roughness.Length; k++) Roughness[k] = !Graph.Conduits[k].IsMain && draws.Uniform(10_000_000 + k) < 0.4 ? 105 : 130;
    }

    /// <summary>New pipes have at least DN150, old ones DN100, main roads DN200.</summary>
    private int LeastSize(int conduit) => Graph.Conduits[conduit].IsMain ? 200 : Roughness[conduit] < 120 ? 100 : 150;

    private int[] Sizes()
    {
        var sizes = new int[Graph.Conduits.Count];
        var atNode = new int[Graph.Nodes];
        for (var k = 0; k < sizes.Length; k++)
        {
            sizes[k] = PipeSizes.For(Math.Max(stationFlow[k], 0.5 * tankFlow[k]));
            if (stationFlow[k] == 0 && tankFlow[k] == 0) continue;
            var c = Graph.Conduits[k];
            sizes[k] = Math.Max(sizes[k], LeastSize(k));
            (atNode[c.A], atNode[c.B]) = (Math.Max(atNode[c.A], sizes[k]), Math.Max(atNode[c.B], sizes[k]));
        }
        for (var k = 0; k < sizes.Length; k++)
        {
            var c = Graph.Conduits[k];
            // A pipe that only closes a loop: one size below what meets there, as fire flow and bursts ask.
            if (stationFlow[k] == 0 && tankFlow[k] == 0)
                sizes[k] = Math.Clamp(PipeSizes.Below(Math.Min(atNode[c.A], atNode[c.B])), LeastSize(k), 400);
        }
        return sizes;
    }

    private void Design()
    {
        // At the peak the tank feeds its surroundings and the station the rest: a corner loses at most what half the flow loses from either.
        var station = Graph.LossesOf(fromStation, k => PipeSizes.Loss(0.6 * stationFlow[k], Diameter[k], Graph.Conduits[k].Length));
        var tank = Graph.LossesOf(fromTank, k => PipeSizes.Loss(0.5 * tankFlow[k], Diameter[k], Graph.Conduits[k].Length));
        double need = 0, low = 0, entry = 0;
        for (var k = 0; k < Graph.Conduits.Count; k++)
            if (Graph.Conduits[k].Kind == ConduitKind.Reducer && stationFlow[k] > 0) entry = Math.Max(entry, station[Graph.Conduits[k].A]);
        for (var i = 0; i < grid.Count; i++)
        {
            var least = Elevation[i] + DesignPressure;
            if (grid.IsLow[i]) low = Math.Max(low, least + Math.Max(0, station[i] - entry));
            else need = Math.Max(need, least + 0.5 * Math.Min(station[i], tank[i]));
        }
        LowHead = Math.Round(low, 1);
        TankHead = Math.Round(Math.Max(need, low + 6), 1);
        WellHead = Math.Round(Elevation[StationCorner] + 3, 1);
        PumpFlow = Math.Round(0.68 * MeanDemand, 2);
        var toTank = Graph.LossesOf(fromStation, k => PipeSizes.Loss(0.55 * stationFlow[k], Diameter[k], Graph.Conduits[k].Length))[Tank];
        PumpHead = Math.Round(TankHead + toTank - WellHead, 1);
        TankDiameter = Math.Round(Math.Sqrt(4 * 0.2 * MeanDemand * 86.4 / (5 * Math.PI)), 1);
    }
}
