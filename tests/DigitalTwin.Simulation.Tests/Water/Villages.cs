using DigitalTwin.Water;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Tests.Water;

/// <summary>
/// A network of n separate villages for tests: each has a reservoir, a pump to a tank on a hill and a ring of six junctions below it.
/// Ids carry the village's number: <c>1-J3</c>.
/// </summary>
internal static class Villages
{
    public static WaterNetwork Network(int villages)
    {
        const int Junctions = 6;
        var nodes = new List<(string Id, NodeKind Kind, double Elevation, double Demand)>();
        for (var v = 1; v <= villages; v++)
            for (var j = 0; j < Junctions; j++) nodes.Add(($"{v}-J{j}", NodeKind.Junction, 20 + j, 0.002));
        for (var v = 1; v <= villages; v++)
        {
            nodes.Add(($"{v}-R", NodeKind.Reservoir, 15, 0));
            nodes.Add(($"{v}-T", NodeKind.Tank, 55, 0));
        }
        var index = nodes.Select((n, i) => (n.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var links = new List<(string Id, LinkKind Kind, string From, string To)>();
        for (var v = 1; v <= villages; v++)
        {
            for (var j = 0; j < Junctions; j++) links.Add(($"{v}-P{j}", LinkKind.Pipe, $"{v}-J{j}", $"{v}-J{(j + 1) % Junctions}"));
            links.Add(($"{v}-PT", LinkKind.Pipe, $"{v}-J0", $"{v}-T"));
            links.Add(($"{v}-PU", LinkKind.Pump, $"{v}-R", $"{v}-J3"));
        }
        var n = nodes.Count;
        var pumps = links.Select((l, i) => (l.Kind, i)).Where(l => l.Kind == LinkKind.Pump).Select(l => l.i).ToArray();
        return new WaterNetwork
        {
            Name = "villages",
            Nodes = new NodeTable
            {
                Ids = [.. nodes.Select(x => x.Id)],
                Kinds = [.. nodes.Select(x => x.Kind)],
                Elevation = [.. nodes.Select(x => x.Elevation)],
                EmitterCoefficient = new double[n],
                DemandStart = [.. Enumerable.Range(0, n + 1).Select(i => Math.Min(i, villages * Junctions))],
                DemandBase = [.. nodes.Where(x => x.Kind == NodeKind.Junction).Select(x => x.Demand)],
                DemandPattern = [.. nodes.Where(x => x.Kind == NodeKind.Junction).Select(_ => 0)],
                X = [.. nodes.Select((_, i) => 114.4 + i * 0.001)],
                Y = [.. nodes.Select((_, i) => 30.5 + i % 3 * 0.001)],
                JunctionCount = villages * Junctions,
            },
            Links = new LinkTable
            {
                Ids = [.. links.Select(l => l.Id)],
                Kinds = [.. links.Select(l => l.Kind)],
                From = [.. links.Select(l => index[l.From])],
                To = [.. links.Select(l => index[l.To])],
                Length = [.. links.Select(l => l.Kind == LinkKind.Pipe ? 400.0 : 0)],
                Diameter = [.. links.Select(l => l.Kind == LinkKind.Pipe ? 0.2 : 0)],
                Roughness = [.. links.Select(_ => 120.0)],
                MinorLoss = new double[links.Count],
                Status = [.. links.Select(_ => InitialStatus.Open)],
                Setting = [.. links.Select(l => l.Kind == LinkKind.Pump ? 1.0 : double.NaN)],
                LeakArea = new double[links.Count],
                LeakExpansion = new double[links.Count],
                Vertices = [.. links.Select(_ => Array.Empty<(double, double)>())],
            },
            Tanks = [.. nodes.Select((x, i) => (x.Kind, i)).Where(x => x.Kind != NodeKind.Junction).Select(x =>
                new Tank(x.i, x.Kind == NodeKind.Tank ? 3 : 0, 0, x.Kind == NodeKind.Tank ? 5 : 0, x.Kind == NodeKind.Tank ? 12 : 0, 0, -1, false, -1))],
            Pumps = [.. pumps.Select(l => new Pump(l, 0, 0, -1, -1, double.NaN, -1))],
            Valves = [],
            Patterns = [new Pattern("day", [0.4, 0.4, 0.5, 1.2, 1.5, 1.0, 1.0, 1.2, 1.4, 1.6, 1.2, 0.6])],
            Curves = [new Curve("head", CurveKind.PumpHead, [0.02], [50])],
            Controls = [.. Enumerable.Range(0, villages).SelectMany(v => (Control[])
            [
                new(pumps[v], InitialStatus.Closed, double.NaN, ControlTrigger.Above, index[$"{v + 1}-T"], 59.5, 0),
                new(pumps[v], InitialStatus.Open, double.NaN, ControlTrigger.Below, index[$"{v + 1}-T"], 56, 0),
            ])],
            Rules = [],
            Options = new WaterOptions(),
            Times = new WaterTimes { Duration = 86400, PatternStep = 7200 },
            Energy = new EnergyOptions { Price = 0.6 },
        };
    }
}
