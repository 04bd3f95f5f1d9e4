using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Conversion;

/// <summary>Pipes, pumps and valves in file order, with their status, leaks and vertices.</summary>
internal sealed class LinkConversion
{
    private readonly EpanetFile file;
    private readonly EpanetUnits units;
    private readonly NodeConversion nodes;
    private readonly SeriesConversion series;
    private readonly ProblemList problems;
    private readonly Dictionary<string, int> index;
    private readonly string[] ids;
    private readonly LinkKind[] kinds;
    private readonly int[] from, to;
    private readonly double[] length, diameter, roughness, minorLoss, leakArea, leakExpansion;
    private readonly InitialStatus[] status;
    private readonly double[] setting; // in the file's units until ToTable
    private readonly List<(PumpRow Row, int Link)> pumps = [];
    private readonly List<Valve> valves = [];

    public LinkConversion(
        EpanetFile file, EpanetUnits units, List<SectionRun> layout, NodeConversion nodes, SeriesConversion series, ProblemList problems)
    {
        (this.file, this.units, this.nodes, this.series, this.problems) = (file, units, nodes, series, problems);
        var count = file.Pipes.Count + file.Pumps.Count + file.Valves.Count;
        index = new(count, StringComparer.Ordinal);
        (ids, kinds, from, to, status, setting) = (new string[count], new LinkKind[count], new int[count], new int[count], new InitialStatus[count], new double[count]);
        (length, diameter, roughness, minorLoss, leakArea, leakExpansion) =
            (new double[count], new double[count], new double[count], new double[count], new double[count], new double[count]);
        var link = 0;
        foreach (var (section, row) in SectionLayout.Rows(layout, EpanetSection.Pipes, EpanetSection.Pumps, EpanetSection.Valves))
        {
            if (section == EpanetSection.Pipes) AddPipe(link++, file.Pipes[row]);
            else if (section == EpanetSection.Pumps) AddPump(link++, file.Pumps[row]);
            else AddValve(link++, file.Valves[row]);
        }
        InitialStatuses.Apply(file.Status, ids, kinds, status, setting, id => Find(id, "[STATUS]"));
        AddLeaks();
    }

    public IReadOnlyList<Valve> Valves => valves;

    /// <summary>Index of a link, or -1 with a sentence.</summary>
    public int Find(string id, string what)
    {
        if (id is not null && index.TryGetValue(id, out var link)) return link;
        problems.Error(file.Name, 0, 0, $"{what} names link '{id}', which does not exist.");
        return -1;
    }

    public LinkKind Kind(int link) => kinds[link];

    /// <summary>SI per unit of a link's setting.</summary>
    public double SettingFactor(int link) => kinds[link] switch
    {
        LinkKind.PressureReducing or LinkKind.PressureSustaining or LinkKind.PressureBreaker => units.Pressure,
        LinkKind.FlowControl => units.Flow,
        _ => 1,
    };

    private void Add(int link, string id, LinkKind kind, string start, string end, InitialStatus state, double set)
    {
        (ids[link], kinds[link], status[link], setting[link]) = (id, kind, state, set);
        if (id is null || !index.TryAdd(id, link)) problems.Error(file.Name, 0, 0, $"Link '{id}' is defined twice.");
        (from[link], to[link]) = (nodes.Find(start, $"Link '{id}'"), nodes.Find(end, $"Link '{id}'"));
        if (from[link] == to[link]) problems.Error(file.Name, 0, 0, $"Link '{id}' begins and ends at node '{start}', but must join two nodes.");
    }

    private void AddPipe(int link, PipeRow pipe)
    {
        var kind = pipe.Status == PipeStatus.CheckValve ? LinkKind.CheckValvePipe : LinkKind.Pipe;
        Add(link, pipe.Id, kind, pipe.From, pipe.To, pipe.Status == PipeStatus.Closed ? InitialStatus.Closed : InitialStatus.Open, double.NaN);
        length[link] = Or(pipe.Length, units.Metric ? 100 : 330) * units.Length;
        diameter[link] = Or(pipe.Diameter, units.Metric ? 254 : 10) * units.Diameter;
        minorLoss[link] = Or(pipe.MinorLoss, 0);
        roughness[link] = file.Options.HeadLoss switch
        {
            HeadLossFormula.DarcyWeisbach => Or(pipe.Roughness, 0.0005) * units.RoughnessHeight,
            HeadLossFormula.ChezyManning => Or(pipe.Roughness, 0.01),
            _ => Or(pipe.Roughness, 130),
        };
        if (!(length[link] > 0 && diameter[link] > 0 && roughness[link] > 0 && minorLoss[link] >= 0))
            problems.Error(file.Name, 0, 0, $"Pipe '{pipe.Id}' has length {pipe.Length}, diameter {pipe.Diameter}, roughness {pipe.Roughness} and minor loss {pipe.MinorLoss}, but the first three must be greater than 0 and the last not negative.");
    }

    private void AddPump(int link, PumpRow pump)
    {
        Add(link, pump.Id, LinkKind.Pump, pump.From, pump.To, InitialStatus.Open, Or(pump.Speed, 1));
        pumps.Add((pump, link));
    }

    private void AddValve(int link, ValveRow valve)
    {
        var general = valve.Kind == LinkKind.GeneralPurpose;
        var set = Or(valve.Setting, 0);
        if (valve.Kind == LinkKind.Positional && valve.Curve is not null) set = Math.Min(set, 100);
        Add(link, valve.Id, valve.Kind, valve.From, valve.To, general ? InitialStatus.Open : InitialStatus.Active, set);
        diameter[link] = valve.Diameter * units.Diameter;
        minorLoss[link] = Or(valve.MinorLoss, 0);
        var curve = general ? series.Curve(valve.Curve, CurveKind.HeadLoss) : valve.Kind == LinkKind.Positional ? series.Curve(valve.Curve, CurveKind.ValvePosition) : -1;
        valves.Add(new(link, curve));
        if (valve.Kind < LinkKind.PressureReducing || !(valve.Diameter > 0) || (general && curve < 0))
            problems.Error(file.Name, 0, 0, $"Valve '{valve.Id}' needs a kind of valve, a diameter greater than 0 and, if general purpose, a curve.");
    }

    private void AddLeaks()
    {
        foreach (var leak in file.Leakage)
        {
            var link = Find(leak.Pipe, "[LEAKAGE]");
            if (link < 0 || kinds[link] > LinkKind.Pipe) continue;
            (leakArea[link], leakExpansion[link]) = (leak.Area * 1e-6 / units.LeakLength, leak.Expansion * 1e-6 / units.LeakLength);
        }
    }

    /// <summary>Whether a link touches a node.</summary>
    public Func<int, bool> Touches()
    {
        var touched = new System.Collections.BitArray(nodes.Count);
        foreach (var node in from.Concat(to).Where(n => n >= 0)) touched[node] = true;
        return node => touched[node];
    }

    public LinkTable ToTable()
    {
        var settings = new double[ids.Length];
        for (var i = 0; i < settings.Length; i++)
        {
            var none = kinds[i] is LinkKind.GeneralPurpose || (kinds[i] >= LinkKind.PressureReducing && status[i] != InitialStatus.Active);
            settings[i] = none ? double.NaN : setting[i] * SettingFactor(i);
        }
        return new()
        {
            Ids = ids,
            Kinds = kinds,
            From = from,
            To = to,
            Length = length,
            Diameter = diameter,
            Roughness = roughness,
            MinorLoss = minorLoss,
            Status = status,
            Setting = settings,
            LeakArea = leakArea,
            LeakExpansion = leakExpansion,
            Vertices = Vertices(),
        };
    }

    /// <summary>Pumps and the energy settings that hold for all.</summary>
    public IReadOnlyList<Pump> ToPumps(out EnergyOptions energy)
    {
        var settings = new EnergyConversion(file.Energy, series);
        energy = settings.ForAll;
        return [.. pumps.Select(p => settings.Complete(new(
            p.Link,
            p.Row.OldCurve is not null ? series.OldPumpCurve(p.Row) : series.Curve(p.Row.HeadCurve, CurveKind.PumpHead),
            p.Row.HeadCurve is null && p.Row.OldCurve is null ? Or(p.Row.Power, 0) * units.Power : 0,
            series.Pattern(p.Row.SpeedPattern),
            -1, double.NaN, -1), p.Row.Id))];
    }

    private (double X, double Y)[][] Vertices()
    {
        var vertices = new (double X, double Y)[ids.Length][];
        Array.Fill(vertices, []);
        var lists = new Dictionary<int, List<(double, double)>>();
        foreach (var point in file.Vertices)
        {
            var link = Find(point.Id, "[VERTICES]");
            if (link < 0) continue;
            if (!lists.TryGetValue(link, out var list)) lists[link] = list = [];
            list.Add((point.X, point.Y));
        }
        foreach (var (link, list) in lists) vertices[link] = [.. list];
        return vertices;
    }

    private static double Or(double value, double usual) => double.IsNaN(value) ? usual : value;
}
