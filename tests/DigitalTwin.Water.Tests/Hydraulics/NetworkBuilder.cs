using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Tests.Hydraulics;

/// <summary>Networks by hand, for tests. Junctions may be added in any order; they are put first on building.</summary>
internal sealed class NetworkBuilder
{
    private readonly List<(string Id, NodeKind Kind, double Elevation, double Demand, int Pattern, double Emitter)> nodes = [];
    private readonly List<(string Id, LinkKind Kind, string From, string To, double Length, double Diameter, double Roughness, double Minor, InitialStatus Status, double Setting, double Leak, double Growth)> links = [];
    private readonly Dictionary<string, Func<int, Tank>> tanks = [];
    private readonly List<(string Link, Func<int, Pump> Make)> pumps = [];
    private readonly List<(string Link, int Curve)> valves = [];
    private readonly List<Func<NetworkBuilder, Control>> controls = [];
    private readonly List<Func<NetworkBuilder, Rule>> rules = [];
    private string[] order = [];

    public WaterOptions Options { get; set; } = new() { Accuracy = 1e-6 };

    public WaterTimes Times { get; set; } = new();

    public EnergyOptions Energy { get; set; } = new();

    public List<Pattern> Patterns { get; } = [];

    public List<Curve> Curves { get; } = [];

    public NetworkBuilder Junction(string id, double elevation, double demand = 0, int pattern = -1, double emitter = 0)
    {
        nodes.Add((id, NodeKind.Junction, elevation, demand, pattern, emitter));
        return this;
    }

    public NetworkBuilder Reservoir(string id, double head)
    {
        nodes.Add((id, NodeKind.Reservoir, head, 0, -1, 0));
        tanks[id] = node => new Tank(node, 0, 0, 0, 0, 0, -1, false, -1);
        return this;
    }

    public NetworkBuilder Tank(string id, double bottom, double level, double min, double max, double diameter, int curve = -1, bool overflows = false)
    {
        nodes.Add((id, NodeKind.Tank, bottom, 0, -1, 0));
        tanks[id] = node => new Tank(node, level, min, max, diameter, 0, curve, overflows, -1);
        return this;
    }

    public NetworkBuilder Pipe(
        string id, string from, string to, double length = 1000, double diameter = 0.3, double roughness = 100, double minor = 0,
        bool open = true, bool checkValve = false, double leak = 0, double growth = 0)
    {
        links.Add((id, checkValve ? LinkKind.CheckValvePipe : LinkKind.Pipe, from, to, length, diameter, roughness, minor,
            open ? InitialStatus.Open : InitialStatus.Closed, double.NaN, leak, growth));
        return this;
    }

    public NetworkBuilder Pump(string id, string from, string to, int curve = -1, double watts = 0, double speed = 1, int efficiency = -1)
    {
        links.Add((id, LinkKind.Pump, from, to, 0, 0, 0, 0, speed > 0 ? InitialStatus.Open : InitialStatus.Closed, speed, 0, 0));
        pumps.Add((id, link => new Pump(link, curve, watts, -1, efficiency, double.NaN, -1)));
        return this;
    }

    public NetworkBuilder Valve(string id, LinkKind kind, string from, string to, double setting, double diameter = 0.3, double minor = 0, int curve = -1)
    {
        links.Add((id, kind, from, to, 0, diameter, 0, minor, kind == LinkKind.GeneralPurpose ? InitialStatus.Open : InitialStatus.Active, setting, 0, 0));
        valves.Add((id, curve));
        return this;
    }

    public NetworkBuilder Control(Func<NetworkBuilder, Control> control)
    {
        controls.Add(control);
        return this;
    }

    public NetworkBuilder Rule(Func<NetworkBuilder, Rule> rule)
    {
        rules.Add(rule);
        return this;
    }

    public int Node(string id) => Array.IndexOf(order, id);

    public int Link(string id) => links.FindIndex(l => l.Id == id);

    public WaterNetwork Build()
    {
        var sorted = nodes.OrderBy(n => n.Kind != NodeKind.Junction).ToList();
        order = [.. sorted.Select(n => n.Id)];
        var junctions = sorted.Count(n => n.Kind == NodeKind.Junction);
        return new WaterNetwork
        {
            Name = "test",
            Nodes = new NodeTable
            {
                Ids = order,
                Kinds = [.. sorted.Select(n => n.Kind)],
                Elevation = [.. sorted.Select(n => n.Elevation)],
                EmitterCoefficient = [.. sorted.Select(n => n.Emitter)],
                DemandStart = [.. Enumerable.Range(0, sorted.Count + 1).Select(i => Math.Min(i, junctions))],
                DemandBase = [.. sorted.Take(junctions).Select(n => n.Demand)],
                DemandPattern = [.. sorted.Take(junctions).Select(n => n.Pattern)],
                X = new double[sorted.Count],
                Y = new double[sorted.Count],
                JunctionCount = junctions,
            },
            Links = new LinkTable
            {
                Ids = [.. links.Select(l => l.Id)],
                Kinds = [.. links.Select(l => l.Kind)],
                From = [.. links.Select(l => Node(l.From))],
                To = [.. links.Select(l => Node(l.To))],
                Length = [.. links.Select(l => l.Length)],
                Diameter = [.. links.Select(l => l.Diameter)],
                Roughness = [.. links.Select(l => l.Roughness)],
                MinorLoss = [.. links.Select(l => l.Minor)],
                Status = [.. links.Select(l => l.Status)],
                Setting = [.. links.Select(l => l.Setting)],
                LeakArea = [.. links.Select(l => l.Leak)],
                LeakExpansion = [.. links.Select(l => l.Growth)],
                Vertices = [.. links.Select(_ => Array.Empty<(double, double)>())],
            },
            Tanks = [.. sorted.Select((n, i) => (n, i)).Where(x => tanks.ContainsKey(x.n.Id)).Select(x => tanks[x.n.Id](x.i))],
            Pumps = [.. pumps.Select(p => p.Make(Link(p.Link)))],
            Valves = [.. valves.Select(v => new Valve(Link(v.Link), v.Curve))],
            Patterns = Patterns,
            Curves = Curves,
            Controls = [.. controls.Select(c => c(this))],
            Rules = [.. rules.Select(r => r(this))],
            Options = Options,
            Times = Times,
            Energy = Energy,
        };
    }

    public (WaterState State, SolveReport Report) Solve()
    {
        var model = new WaterModel(Build());
        var state = model.InitialState();
        return (state, model.Solve(state));
    }
}
