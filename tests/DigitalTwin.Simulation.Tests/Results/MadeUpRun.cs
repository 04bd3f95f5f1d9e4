using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Manifests;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Tests.Results;

/// <summary>
/// Runs that nobody simulated: a gridded network near 114.40 E 30.50 N in which a main bursts at half past five and each variant isolates it
/// after a while. Pressures are a formula, so a test knows what to expect, and the same at every call.
/// </summary>
internal sealed class MadeUpRun(int columns = 12, int rows = 10, double hours = 24, double stepMinutes = 60)
{
    public static readonly DateTimeOffset Wall = new(2026, 11, 21, 21, 0, 0, TimeSpan.Zero);

    public static readonly KpiDeclaration Unserved = new("water.unserved", "m³", KpiDirection.Less,
        new("Unserved demand", "未满足需水量"), new("Demand that was asked for and not delivered.", "用户需要而未得到供应的水量。"));

    public static readonly KpiDeclaration Energy = new("water.pump-energy", "kWh", KpiDirection.Less,
        new("Pump energy", "水泵能耗"), new("Electric energy taken by all pumps.", "全部水泵消耗的电能。"));

    public static readonly KpiDeclaration Lowest = new("water.lowest-pressure", "m", KpiDirection.More,
        new("Lowest pressure", "最低压力"), new("Lowest pressure at any junction with a demand.", "有需水量的节点中的最低压力。"));

    public static readonly KpiDeclaration Rain = new("weather.rain", "mm", KpiDirection.Neutral,
        new("Rain", "降雨量"), new("Rain over the period, mean over the stations.", "各站平均的累计降雨量。"));

    public static readonly (string Name, LocalizedText Title, double IsolatedAfterHours)[] Variants =
    [
        ("as-is", new("As it is", "现状"), 6),
        ("isolate-after-1h", new("Isolate after an hour", "一小时后隔离"), 1),
        ("isolate-after-15min", new("Isolate after 15 minutes (valves at hand)", "十五分钟后隔离"), 0.25),
    ];

    public int Junctions => columns * rows;

    public int Instants => (int)(hours * 60 / stepMinutes) + 1;

    public static SimulatedPeriod Day { get; } = new(new(2025, 7, 8, 6, 0, 0, TimeSpan.FromHours(8)), TimeSpan.FromHours(24), TimeSpan.FromMinutes(5));

    public static RunManifest Manifest(int variant = 0, int replication = 1) => new()
    {
        Scenario = "main-burst",
        Title = new("A main bursts at the evening peak", "晚高峰主干管爆管"),
        Question = new("How much does it help to isolate a burst main sooner?", "更早隔离爆裂的主干管有多大帮助？"),
        Variant = Variants[variant].Name,
        VariantTitle = Variants[variant].Title,
        VariantOrder = variant,
        Replication = replication,
        Seed = 20250708,
        Map = new("Optics Valley (made up)", "ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12"),
        Period = Day,
        Inputs = [new("maps/optics-valley/water.inp", new string('a', 64), 123456), new("scenarios/main-burst.yaml", new string('b', 64), 2345)],
        Program = new("twin", "0.1.0", ".NET 10.0.0", "Linux x64"),
        Spread = new(2, 8),
        Command = $"twin run scenarios/main-burst.yaml --variant {Variants[variant].Name} --out runs",
        Started = Wall,
    };

    public RunRecord Record(int variant = 0, int replication = 1)
    {
        var times = Enumerable.Range(0, Instants).Select(i => i * stepMinutes * 60).ToArray();
        var scatter = Math.Sin(replication * 1.7) * 0.5;
        var burst = (Column: columns * 2 / 3, Row: rows / 3);
        var until = 11.5 + Variants[variant].IsolatedAfterHours;
        var pressure = times.Select(t => Pressures(t / 3600, until, burst, scatter)).ToArray();
        var flow = times.Select(t => Enumerable.Range(0, Pipes.Count).Select(p => (float)(0.02 + 0.01 * Math.Sin(t / 7000 + p))).ToArray()).ToArray();
        var unserved = (40 + (180 * Variants[variant].IsolatedAfterHours)) * (1 + (0.12 * scatter));
        return new()
        {
            Variant = Variants[variant].Name,
            Replication = replication,
            ResultHash = $"{variant}{replication}".PadLeft(64, '0'),
            Kpis =
            [
                new(Unserved, unserved), new(Lowest, pressure.Min(row => row.Min())),
                new(Energy, 5230 + (12 * variant) + (20 * Math.Sin(variant + (replication * 2.1)))), new(Rain, 12.5 + scatter),
            ],
            Series =
            [
                new("water.pressure.mean", "m", new("Mean pressure", "平均压力"), times, [.. pressure.Select(row => (double)row.Average())]),
                new("water.unserved.rate", "m³/h", new("Unserved demand", "未满足需水量"), times,
                    [.. times.Select(t => t / 3600 >= 11.5 && t / 3600 < until ? 100 + (20 * scatter) : t == 0 ? double.NaN : 0)]),
            ],
            Layers =
            [
                new("water_junction", new("Junctions", "节点"), [.. Enumerable.Range(0, Junctions).Select(j => $"water/junction/J-{j}")],
                    [.. Enumerable.Range(0, Junctions).Select(j => (Geometry)new Point(At(j)))],
                    [new("pressure", "m", new("Pressure", "压力"), times, pressure, KpiDirection.Less)]),
                new("water_pipe", new("Pipes", "管道"), [.. Enumerable.Range(0, Pipes.Count).Select(p => $"water/pipe/P-{p}")],
                    [.. Pipes.Select(p => (Geometry)new LineString([At(p.From), At(p.To)]))],
                    [new("flow", "m³/s", new("Flow", "流量"), times, flow, KpiDirection.Neutral)]),
            ],
            Log =
            [
                new(11.5 * 3600, "action.burst", new("The main P-42 bursts with an opening of 120 mm.", "主干管 P-42 爆裂，开口 120 毫米。"), "water/pipe/P-42"),
                new(12.1 * 3600, "warning.issued", new("Low pressure in district 3.", "3 号片区压力过低。")),
                new(until * 3600, "action.close", new("The main P-42 is isolated.", "主干管 P-42 被隔离。"), "water/pipe/P-42"),
            ],
            Assumptions = [new("Pipes have no coordinates between their ends.", "管道两端之间无坐标。"), new("Efficiency of pump PU-1 is 75 %: the file gives none.", "文件未给出水泵 PU-1 的效率，取 75 %。")],
        };
    }

    private List<(int From, int To)> Pipes { get; } =
    [
        .. Enumerable.Range(0, columns * rows).Where(j => j % columns < columns - 1).Select(j => (j, j + 1)),
        .. Enumerable.Range(0, columns * (rows - 1)).Select(j => (j, j + columns)),
    ];

    private Coordinate At(int junction)
    {
        int column = junction % columns, row = junction / columns;
        var wobble = 0.18 * Math.Sin(junction * 12.9898);
        return new(114.38 + ((column + wobble) * 0.04 / columns), 30.48 + ((row + (0.18 * Math.Cos(junction * 78.233))) * 0.036 / rows));
    }

    private float[] Pressures(double hour, double until, (int Column, int Row) burst, double scatter)
    {
        var draw = 4 * Math.Exp(-Math.Pow((hour - 13) / 2, 2));
        var open = hour >= 11.5 && hour < until ? 1 : 0;
        var row = new float[Junctions];
        for (var j = 0; j < row.Length; j++)
        {
            double dx = (j % columns - burst.Column) * 12.0 / columns, dy = (j / columns - burst.Row) * 10.0 / rows;
            row[j] = (float)(34 - draw + scatter + (0.4 * dy) - (open * 26 * Math.Exp(-((dx * dx) + (dy * dy)) / 5)));
        }
        return row;
    }
}
