using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>
/// What another run must know of water to go on from a recorded instant, by the names that twins use: levels of tanks, what links are told to do, the factors of metered
/// demand, and at the end the heads. What has not changed since the frame before is not repeated.
/// </summary>
internal sealed class WaterStates
{
    private readonly Kind[] kinds;

    public WaterStates(WaterNetwork network, bool scalesDemand)
    {
        var (nodes, links) = (network.Nodes, network.Links);
        int[] Links(Func<LinkKind, bool> holds) => [.. Enumerable.Range(0, links.Count).Where(i => holds(links.Kinds[i]))];
        int[] junctions = [.. Enumerable.Range(0, nodes.JunctionCount)], tanks = [.. Enumerable.Range(0, network.Tanks.Count).Where(t => network.Tanks[t].Area > 0)];
        int[] pipes = Links(k => k == LinkKind.Pipe), pumps = Links(k => k == LinkKind.Pump), valves = Links(k => k > LinkKind.Pump);
        string[] Ids(string type, int[] picked, Func<int, string> id) => [.. picked.Select(i => $"{type}/{id(i)}")];
        var (pumpIds, valveIds, junctionIds) = (Ids("water/pump", pumps, i => links.Ids[i]), Ids("water/valve", valves, i => links.Ids[i]), Ids("water/junction", junctions, i => nodes.Ids[i]));
        var bottom = Array.ConvertAll(tanks, t => network.Tanks[t]);
        kinds =
        [
            new("level", "m", tanks, Ids("water/tank", tanks, t => nodes.Ids[network.Tanks[t].Node]), (now, t, k) => now.Pressure[bottom[k].Node]),
            new("status", "1", pipes, Ids("water/pipe", pipes, i => links.Ids[i]), (now, i, _) => now.Status[i]),
            new("status", "1", pumps, pumpIds, (now, i, _) => now.Status[i]),
            new("speed", "1", pumps, pumpIds, (now, i, _) => now.Setting[i]),
            new("status", "1", valves, valveIds, (now, i, _) => now.Status[i]),
            new("setting", "SI", valves, valveIds, (now, i, _) => now.Setting[i]),
            .. scalesDemand ? (Kind[])[new("demand-factor", "1", junctions, junctionIds, (now, i, _) => now.DemandFactor[i])] : [],
            new("head", "m", junctions, junctionIds, (now, i, _) => now.Pressure[i] + nodes.Elevation[i]) { IsOnlyAtEnd = true },
        ];
    }

    public void Add(double time, WaterNow now, bool isLast)
    {
        foreach (var kind in kinds)
        {
            if (kind.Picked.Length == 0 || (kind.IsOnlyAtEnd && !isLast)) continue;
            var row = new float[kind.Picked.Length];
            for (var k = 0; k < row.Length; k++) row[k] = (float)kind.Value(now, kind.Picked[k], k);
            if (kind.Rows.Count > 0 && kind.Rows[^1].AsSpan().SequenceEqual(row)) continue;
            kind.Times.Add(time);
            kind.Rows.Add(row);
        }
    }

    public IReadOnlyList<StateFrame> All() =>
        [.. kinds.SelectMany(kind => kind.Rows.Select((row, i) => new StateFrame(kind.Times[i], kind.AssetIds, kind.Property, kind.Unit, row)))];

    public void Save(BinaryWriter writer)
    {
        foreach (var kind in kinds)
        {
            Rows.Save(writer, kind.Rows);
            foreach (var time in kind.Times) writer.Write(time);
        }
    }

    public void Load(BinaryReader reader)
    {
        foreach (var kind in kinds)
        {
            Rows.Load(reader, kind.Rows);
            kind.Times.Clear();
            for (var i = 0; i < kind.Rows.Count; i++) kind.Times.Add(reader.ReadDouble());
        }
    }

    private delegate double Reading(WaterNow now, int index, int place);

    private sealed record Kind(string Property, string Unit, int[] Picked, string[] AssetIds, Reading Value)
    {
        public bool IsOnlyAtEnd { get; init; }

        public List<double> Times { get; } = [];

        public List<float[]> Rows { get; } = [];
    }
}
