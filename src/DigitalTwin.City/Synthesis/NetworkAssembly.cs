using DigitalTwin.Cities.Places;
using DigitalTwin.Water;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Cities.Synthesis;

/// <summary>Puts quarter after quarter into one EPANET file, in L/s, m and mm, with coordinates in degrees.</summary>
internal sealed class NetworkAssembly
{
    private readonly EpanetFile file;
    private readonly TransverseMercator plane;
    private readonly CityPlan city;
    private readonly string junctionForm, pipeForm;
    private int junctions, pipes, valves;

    public NetworkAssembly(SynthesisOptions options, CityPlan city, TransverseMercator plane)
    {
        (this.city, this.plane) = (city, plane);
        junctionForm = "D" + Math.Max(4, options.Junctions.ToString().Length);
        pipeForm = "D" + Math.Max(4, (options.Junctions * 2).ToString().Length);
        file = new() { Name = options.Name };
        file.Title.Add($"{options.TitleEn} ({options.Name})");
        file.Title.Add($"Synthetic: seed {options.Seed}, {options.Junctions} junctions. No real network; made by DigitalTwin's map synthesis.");
        file.Title.Add("Units L/s, m, mm; coordinates longitude and latitude in degrees (EPSG:4326).");
        foreach (var (id, multipliers) in DemandPatterns.All) file.Patterns.Add(new(id, [.. multipliers]));
        file.Patterns.Add(new(DemandPatterns.PriceId, [.. DemandPatterns.PriceMultipliers]));
        file.Energy.Add(new(null, EnergyItem.Efficiency, 75));
        file.Energy.Add(new(null, EnergyItem.Price, DemandPatterns.Price));
        file.Energy.Add(new(null, EnergyItem.Pattern, double.NaN, DemandPatterns.PriceId));
        file.Times = new() { Duration = 24 * 3600, HydraulicStep = 3600, PatternStep = 3600, ReportStep = 3600 };
        // Taps get all they ask for from 14 m of pressure: the least that CJJ 207-2013 asks at the ends of a network (0.14 MPa).
        file.Options = new()
        {
            FlowUnit = FlowUnit.LitresPerSecond,
            HeadLoss = HeadLossFormula.HazenWilliams,
            DemandModel = DemandModel.PressureDriven,
            MinimumPressure = 0,
            RequiredPressure = 14,
            PressureExponent = 0.5,
            Accuracy = 0.0001,
            Trials = 200,
            UnbalancedTrials = 10,
        };
    }

    public EpanetFile File => file;

    /// <summary>Id of the junction that was added as the i-th, from 0.</summary>
    public string JunctionId(int i) => "J-" + (i + 1).ToString(junctionForm);

    /// <summary>Adds a quarter; returns the index of its first junction.</summary>
    public int Add(Quarter quarter)
    {
        var first = junctions;
        var (grid, supply) = (quarter.Grid, quarter.Supply);
        for (var i = 0; i < grid.Count; i++)
        {
            var id = AddJunction(supply.Elevation[i], grid.X[i], grid.Y[i]);
            for (var k = 0; k < DemandPatterns.Count; k++)
                if (quarter.Use.Demand[i, k] > 0) file.Demands.Add(new(id, quarter.Use.Demand[i, k], DemandPatterns.All[k].Id));
        }
        AddStation(quarter);
        var number = quarter.Plan.Index + 1;
        var tank = $"T-{number}";
        string IdOf(int node) => node == supply.Tank ? tank : JunctionId(first + node);
        for (var k = 0; k < supply.Graph.Conduits.Count; k++)
        {
            var c = supply.Graph.Conduits[k];
            if (c.Kind == ConduitKind.Reducer)
                file.Valves.Add(new($"V-{++valves}", IdOf(c.A), IdOf(c.B), supply.Diameter[k], LinkKind.PressureReducing, Math.Round(supply.LowHead - supply.Elevation[c.B], 1), 0));
            else
                AddPipe(IdOf(c.A), IdOf(c.B), c.Length, supply.Diameter[k], supply.Roughness[k], c.Kind == ConduitKind.Shut);
        }
        return first;
    }

    /// <summary>Adds shut pipes between two quarters that share a supply area: at every eighth corner of the border, to the nearest corner across.</summary>
    public void Join(Quarter a, int firstOfA, Quarter b, int firstOfB)
    {
        var border = Enumerable.Range(0, a.Grid.Count).Where(i => IsBorder(a, i, b)).ToArray();
        var across = Enumerable.Range(0, b.Grid.Count).Where(i => IsBorder(b, i, a)).ToArray();
        for (var k = 3; k < border.Length && across.Length > 0; k += 8)
        {
            var i = border[k];
            double Square(int j) => Math.Pow(a.Grid.X[i] - b.Grid.X[j], 2) + Math.Pow(a.Grid.Y[i] - b.Grid.Y[j], 2);
            var j = across.MinBy(Square);
            AddPipe(JunctionId(firstOfA + i), JunctionId(firstOfB + j), Math.Sqrt(Square(j)), 200, 130, true);
        }
    }

    private static bool IsBorder(Quarter quarter, int corner, Quarter other)
    {
        var (grid, plan) = (quarter.Grid, quarter.Plan);
        if (grid.IsLow[corner]) return false;
        if (plan.Row == other.Plan.Row)
            return grid.Column[corner] == (other.Plan.Column > plan.Column != plan.MirrorX ? grid.Columns - 1 : 0);
        return grid.Row[corner] == (other.Plan.Row > plan.Row != plan.MirrorY ? grid.Rows - 1 : 0);
    }

    private void AddStation(Quarter quarter)
    {
        var (grid, supply, number) = (quarter.Grid, quarter.Supply, quarter.Plan.Index + 1);
        var (x, y) = (grid.X[supply.StationCorner], grid.Y[supply.StationCorner]);
        // The station stands between its corner and the edge of the quarter.
        var outward = (quarter.Plan.MirrorX ? 0.12 : -0.12) * quarter.Plan.Side / grid.Columns;
        var delivery = AddJunction(supply.Elevation[supply.StationCorner], x + outward, y);
        var (well, tank) = ($"R-{number}", $"T-{number}");
        file.Reservoirs.Add(new(well, supply.WellHead));
        AddPoint(well, x + 2 * outward, y);
        file.Tanks.Add(new(tank, Math.Round(supply.TankHead - 3, 1), 3.5, 0.5, 5.5, supply.TankDiameter, 0));
        AddPoint(tank, grid.Hill.X, grid.Hill.Y);

        var (headCurve, efficiencyCurve) = ($"HC-{number}", $"EC-{number}");
        var flow = supply.PumpFlow;
        file.Curves.Add(new(headCurve, [flow], [supply.PumpHead], CurveKind.PumpHead));
        file.Curves.Add(new(efficiencyCurve, [.. new[] { 0, 0.5, 0.8, 1, 1.2, 1.6 }.Select(q => Math.Round(q * flow, 2))], [0, 62, 78, 82, 79, 60], CurveKind.Efficiency));
        foreach (var pump in new[] { "A", "B", "C" })
        {
            var id = $"PU-{number}{pump}";
            file.Pumps.Add(new(id, well, delivery, headCurve));
            file.Energy.Add(new(id, EnergyItem.Efficiency, double.NaN, efficiencyCurve));
        }
        file.Status.Add(new($"PU-{number}C", null, InitialStatus.Closed));
        // The base pump rests only when the tank is nearly full; the second one follows the tank's level; the third stands by.
        void Control(string pump, InitialStatus status, ControlTrigger trigger, double level) => file.Controls.Add(new(pump, status, double.NaN, trigger, tank, level));
        Control($"PU-{number}B", InitialStatus.Open, ControlTrigger.Below, 2.5);
        Control($"PU-{number}B", InitialStatus.Closed, ControlTrigger.Above, 4.6);
        Control($"PU-{number}A", InitialStatus.Open, ControlTrigger.Below, 4.0);
        Control($"PU-{number}A", InitialStatus.Closed, ControlTrigger.Above, 5.2);
    }

    private string AddJunction(double elevation, double x, double y)
    {
        var id = JunctionId(junctions++);
        file.Junctions.Add(new(id, elevation));
        AddPoint(id, x, y);
        return id;
    }

    private void AddPipe(string from, string to, double length, int diameter, int roughness, bool shut)
    {
        var id = "P-" + (++pipes).ToString(pipeForm);
        file.Pipes.Add(new(id, from, to, Math.Round(Math.Max(length, 5), 1), diameter, roughness, 0, shut ? PipeStatus.Closed : PipeStatus.Open));
        if (shut) file.Tags.Add(new(true, id, "boundary"));
    }

    private void AddPoint(string id, double x, double y)
    {
        var (longitude, latitude) = plane.Inverse(x - city.Width / 2, y - city.Height / 2);
        file.Coordinates.Add(new(id, Math.Round(longitude, 7), Math.Round(latitude, 7)));
    }
}
