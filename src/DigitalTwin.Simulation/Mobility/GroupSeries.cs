using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>What finding a space is like for each group of drivers, one value a step; groups of which nobody drives are left out. Means are over those whose search ended in the step, NaN where none did.</summary>
internal sealed class GroupSeries(IReadOnlyList<DriverGroup> groups)
{
    private static readonly (string Name, string Unit, LocalizedText Title)[] OfGroup =
    [
        ("parking.search-time", "min", new("Search time", "寻位时间")),
        ("parking.search-distance", "m", new("Search distance", "寻位里程")),
        ("parking.walk", "m", new("Walk", "步行距离")),
        ("parking.parked", "veh/h", new("Cars parked", "停妥车次")),
        ("parking.failures", "veh/h", new("Drivers who found no space", "未能停车人数")),
        ("parking.paid", "CNY/h", new("Paid for parking, of trips that ended", "已结束出行支付的停车费")),
    ];

    private readonly List<double> times = [];
    private readonly List<double[]> rows = [];

    public void Add(StepWindow step, MobilityNow now)
    {
        var (row, perHour) = (new double[groups.Count * OfGroup.Length], 3600 / step.Length);
        for (var g = 0; g < groups.Count; g++)
        {
            var searched = now.Searched[g];
            double[] values =
            [
                Per(now.SearchTime[g] / 60, searched), Per(now.SearchMetres[g], searched), Per(now.Walk[g], now.Parked[g]),
                now.Parked[g] * perHour, now.GaveUp[g] * perHour, now.Paid[g] * perHour,
            ];
            values.CopyTo(row, g * OfGroup.Length);
        }
        times.Add(step.End);
        rows.Add(row);
    }

    /// <summary>Named by group: <c>parking.walk/commuters</c>.</summary>
    public IEnumerable<TimeSeries> All() =>
        from g in Enumerable.Range(0, groups.Count)
        let first = g * OfGroup.Length
        where rows.Any(r => r.AsSpan(first, OfGroup.Length).IndexOfAnyInRange(double.Epsilon, double.MaxValue) >= 0)
        from k in Enumerable.Range(0, OfGroup.Length)
        let field = OfGroup[k]
        select new TimeSeries($"{field.Name}/{groups[g].Name}", field.Unit, Title(field.Title, groups[g]), [.. times], [.. rows.Select(r => r[first + k])]);

    public void Save(BinaryWriter writer) => Rows.Save(writer, times, rows);

    public void Load(BinaryReader reader) => Rows.Load(reader, times, rows);

    private static LocalizedText Title(LocalizedText what, DriverGroup group) =>
        new($"{what.En}: {group.Title.En ?? group.Name}", $"{what.In("zh")}：{group.Title.In("zh") ?? group.Name}");

    private static double Per(double sum, double count) => count > 0 ? sum / count : double.NaN;
}
