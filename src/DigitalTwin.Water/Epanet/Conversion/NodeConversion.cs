using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Conversion;

/// <summary>Junctions, then reservoirs and tanks in file order, with their demands, emitters and coordinates.</summary>
internal sealed class NodeConversion
{
    private readonly EpanetFile file;
    private readonly EpanetUnits units;
    private readonly SeriesConversion series;
    private readonly ProblemList problems;
    private readonly Dictionary<string, int> index;
    private readonly string[] ids;
    private readonly NodeKind[] kinds;
    private readonly double[] elevation;
    private readonly List<Tank> tanks = [];

    public NodeConversion(EpanetFile file, EpanetUnits units, List<SectionRun> layout, SeriesConversion series, ProblemList problems)
    {
        (this.file, this.units, this.series, this.problems) = (file, units, series, problems);
        var count = file.Junctions.Count + file.Reservoirs.Count + file.Tanks.Count;
        index = new(count, StringComparer.Ordinal);
        (ids, kinds, elevation) = (new string[count], new NodeKind[count], new double[count]);
        for (var i = 0; i < file.Junctions.Count; i++) Add(i, file.Junctions[i].Id, NodeKind.Junction, file.Junctions[i].Elevation);
        var node = file.Junctions.Count;
        foreach (var (section, row) in SectionLayout.Rows(layout, EpanetSection.Reservoirs, EpanetSection.Tanks))
        {
            if (section == EpanetSection.Reservoirs) AddReservoir(node++, row);
            else AddTank(node++, row);
        }
    }

    public IReadOnlyList<Tank> Tanks => tanks;

    public int Count => ids.Length;

    /// <summary>Index of a node, or -1 with a sentence.</summary>
    public int Find(string id, string what)
    {
        if (id is not null && index.TryGetValue(id, out var node)) return node;
        problems.Error(file.Name, 0, 0, $"{what} names node '{id}', which does not exist.");
        return -1;
    }

    public bool IsJunction(int node) => node < file.Junctions.Count;

    public double Elevation(int node) => elevation[node];

    private void Add(int node, string id, NodeKind kind, double height)
    {
        (ids[node], kinds[node], elevation[node]) = (id, kind, height * units.Length);
        if (id is null || !index.TryAdd(id, node)) problems.Error(file.Name, 0, 0, $"Node '{id}' is defined twice.");
    }

    private void AddReservoir(int node, int row)
    {
        var reservoir = file.Reservoirs[row];
        Add(node, reservoir.Id, NodeKind.Reservoir, reservoir.Head);
        tanks.Add(new(node, 0, 0, 0, 0, 0, -1, false, series.Pattern(reservoir.Pattern)));
    }

    private void AddTank(int node, int row)
    {
        var tank = file.Tanks[row];
        Add(node, tank.Id, tank.Diameter == 0 ? NodeKind.Reservoir : NodeKind.Tank, tank.Elevation);
        var l = units.Length;
        tanks.Add(new(
            node, tank.InitialLevel * l, tank.MinLevel * l, tank.MaxLevel * l, tank.Diameter * l, tank.MinVolume * units.Volume,
            series.Curve(tank.VolumeCurve, CurveKind.Volume), tank.CanOverflow ?? false, -1));
    }

    public NodeTable ToTable()
    {
        var (start, bases, patterns) = Demands();
        var emitters = new double[ids.Length];
        var perMetre = 1 / units.EmitterPressure; // pressure units per m of head
        var factor = units.Flow * Math.Pow(perMetre, file.Options.EmitterExponent ?? 0.5);
        foreach (var emitter in file.Emitters)
        {
            var node = Find(emitter.Junction, "[EMITTERS]");
            if (node >= 0 && IsJunction(node)) emitters[node] = emitter.Coefficient * factor;
        }
        double[] x = new double[ids.Length], y = new double[ids.Length];
        Array.Fill(x, double.NaN);
        Array.Fill(y, double.NaN);
        foreach (var point in file.Coordinates)
        {
            var node = Find(point.Id, "[COORDINATES]");
            if (node >= 0) (x[node], y[node]) = (point.X, point.Y);
        }
        return new()
        {
            Ids = ids,
            Kinds = kinds,
            Elevation = elevation,
            EmitterCoefficient = emitters,
            DemandStart = start,
            DemandBase = bases,
            DemandPattern = patterns,
            X = x,
            Y = y,
            JunctionCount = file.Junctions.Count,
        };
    }

    /// <summary>Every junction has the demand of its own line, unless [DEMANDS] names it: then it has those and not that.</summary>
    private (int[] Start, double[] Base, int[] Pattern) Demands()
    {
        var junctions = file.Junctions.Count;
        var start = new int[ids.Length + 1];
        var nodeOf = new int[file.Demands.Count];
        var listed = new int[junctions];
        for (var i = 0; i < nodeOf.Length; i++)
        {
            nodeOf[i] = Find(file.Demands[i].Junction, "[DEMANDS]");
            if (nodeOf[i] >= 0 && IsJunction(nodeOf[i])) listed[nodeOf[i]]++;
        }
        for (var i = 0; i < ids.Length; i++) start[i + 1] = start[i] + (i < junctions ? Math.Max(1, listed[i]) : 0);

        var bases = new double[start[^1]];
        var patterns = new int[start[^1]];
        for (var i = 0; i < junctions; i++)
        {
            if (listed[i] > 0) continue;
            var junction = file.Junctions[i];
            (bases[start[i]], patterns[start[i]]) = (junction.Demand * units.Flow, PatternOf(junction.Pattern));
        }
        var next = start.AsSpan(0, junctions).ToArray();
        for (var i = 0; i < nodeOf.Length; i++)
        {
            if (nodeOf[i] < 0 || !IsJunction(nodeOf[i])) continue;
            var entry = next[nodeOf[i]]++;
            (bases[entry], patterns[entry]) = (file.Demands[i].Base * units.Flow, PatternOf(file.Demands[i].Pattern));
        }
        return (start, bases, patterns);
    }

    private int PatternOf(string? id) => string.IsNullOrEmpty(id) ? series.DefaultPattern : series.Pattern(id);
}
