using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Water.Network;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Water;

/// <summary>The assets of the water network and their values at the recording interval.</summary>
internal sealed class WaterLayers
{
    private readonly WaterSite site;
    private readonly List<double> times = [];
    private readonly List<float[]> pressure = [], supplied = [], flow = [], velocity = [], volume = [];
    private readonly int[] junctions, pipes, pumps, valves, tanks;

    public WaterLayers(WaterSite site)
    {
        this.site = site;
        var network = site.Network;
        junctions = Where(network.Nodes.JunctionCount, i => site.NodeGeometry(i) is not null);
        pipes = Where(network.Links.Count, i => network.Links.Kinds[i] <= LinkKind.Pipe && site.LinkGeometry(i) is not null);
        pumps = Where(network.Links.Count, i => network.Links.Kinds[i] == LinkKind.Pump && site.LinkGeometry(i) is not null);
        valves = Where(network.Links.Count, i => network.Links.Kinds[i] > LinkKind.Pump && site.LinkGeometry(i) is not null);
        tanks = Where(network.Tanks.Count, i => network.Tanks[i].Area > 0 && site.NodeGeometry(network.Tanks[i].Node) is not null);
    }

    public void Add(double time, WaterNow now)
    {
        var network = site.Network;
        times.Add(time);
        pressure.Add(Rows.Single(now.PressureMin));
        var share = new float[junctions.Length];
        for (var j = 0; j < share.Length; j++)
        {
            var i = junctions[j];
            var asked = now.Delivered[i] + now.Unserved[i];
            share[j] = asked > 0 ? (float)(100 * now.Delivered[i] / asked) : float.NaN;
        }
        supplied.Add(share);
        flow.Add(Rows.Single(now.Flow));
        var speed = new float[now.Flow.Length];
        for (var i = 0; i < speed.Length; i++)
        {
            var d = network.Links.Diameter[i];
            speed[i] = d > 0 ? (float)(Math.Abs(now.Flow[i]) / (Math.PI * d * d / 4)) : float.NaN;
        }
        velocity.Add(speed);
        volume.Add(Rows.Single(now.TankVolume));
    }

    public IReadOnlyList<ResultLayer> All()
    {
        var (nodes, links) = (site.Network.Nodes.Ids, site.Network.Links.Ids);
        var flowTitle = new LocalizedText("Flow", "流量");
        ResultLayer[] layers =
        [
            Layer("water_junction", new("Junctions", "节点"), "water/junction/", junctions, i => nodes[i], site.NodeGeometry,
                Field("pressure", "m", new("Lowest pressure in the step", "步内最低压力"), KpiDirection.Less, pressure, junctions),
                new ResultField("supplied", "%", new("Share of demand delivered", "供水满足率"), [.. times], [.. supplied], KpiDirection.Less)),
            Layer("water_pipe", new("Pipes", "管道"), "water/pipe/", pipes, i => links[i], site.LinkGeometry,
                Field("flow", "m³/s", flowTitle, KpiDirection.Neutral, flow, pipes), Field("velocity", "m/s", new("Velocity", "流速"), KpiDirection.More, velocity, pipes)),
            Layer("water_pump", new("Pumps", "水泵"), "water/pump/", pumps, i => links[i], site.LinkGeometry, Field("flow", "m³/s", flowTitle, KpiDirection.Neutral, flow, pumps)),
            Layer("water_valve", new("Valves", "阀门"), "water/valve/", valves, i => links[i], site.LinkGeometry, Field("flow", "m³/s", flowTitle, KpiDirection.Neutral, flow, valves)),
            Layer("water_tank", new("Tanks", "水池"), "water/tank/", tanks, i => nodes[site.Network.Tanks[i].Node], i => site.NodeGeometry(site.Network.Tanks[i].Node),
                Field("volume", "m³", new("Volume", "蓄水量"), KpiDirection.Less, volume, tanks)),
        ];
        return [.. layers.Where(l => l.AssetIds.Count > 0)];
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(times.Count);
        foreach (var time in times) writer.Write(time);
        foreach (var rows in Tables()) Rows.Save(writer, rows);
    }

    public void Load(BinaryReader reader)
    {
        times.Clear();
        for (var n = reader.ReadInt32(); n > 0; n--) times.Add(reader.ReadDouble());
        foreach (var rows in Tables()) Rows.Load(reader, rows);
    }

    private List<float[]>[] Tables() => [pressure, supplied, flow, velocity, volume];

    private ResultField Field(string name, string unit, LocalizedText title, KpiDirection worse, List<float[]> rows, int[] picked) =>
        new(name, unit, title, [.. times], [.. rows.Select(row => Array.ConvertAll(picked, i => row[i]))], worse);

    private static ResultLayer Layer(string name, LocalizedText title, string prefix, int[] picked, Func<int, string> id, Func<int, Geometry?> geometry, params ResultField[] fields) =>
        new(name, title, [.. picked.Select(i => prefix + id(i))], [.. picked.Select(i => geometry(i)!)], fields);

    private static int[] Where(int count, Func<int, bool> holds) => [.. Enumerable.Range(0, count).Where(holds)];
}
