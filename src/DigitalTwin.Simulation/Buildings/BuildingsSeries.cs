using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>City-wide curves of buildings, one value at the end of every step.</summary>
internal sealed class BuildingsSeries(BuildingsSite site)
{
    private static readonly (string Name, string Unit, LocalizedText Title)[] Curves =
    [
        ("building.power", "kW", new("Power from the grid", "电网取用功率")),
        ("building.electricity", "kW", new("Electricity used", "用电功率")),
        ("building.photovoltaics", "kW", new("Photovoltaics", "光伏功率")),
        ("building.cooling", "kW", new("Cooling", "供冷功率")),
        ("building.heating", "kW", new("Heating", "供暖功率")),
        ("building.gas", "kW", new("Gas", "燃气功率")),
        ("building.people", "1", new("People in buildings", "建筑内人数")),
        ("building.temperature", "°C", new("Mean indoor temperature", "平均室温")),
        ("building.hottest", "°C", new("Hottest building with people", "有人建筑最高室温")),
        ("building.water", "m³/h", new("Water drawn", "用水量")),
    ];

    private readonly List<double> times = [];
    private readonly List<double[]> rows = [];

    /// <summary>Takes a step in. How hot it gets matters where somebody is: a building counts as hottest while the share of its people is inside that the KPI asks for too.</summary>
    public void Add(StepWindow step, BuildingsNow now)
    {
        var (sum, hottest, count) = (0.0, double.NegativeInfinity, 0);
        for (var b = 0; b < now.Standing.Length; b++)
        {
            if (now.Standing[b] == 0) continue;
            sum += now.AirTemperature[b];
            if (site.IsOccupied(b, now.People[b])) hottest = Math.Max(hottest, now.AirTemperature[b]);
            count++;
        }
        times.Add(step.End);
        rows.Add(
        [
            BuildingsNow.Sum(now.Import) / 1000, BuildingsNow.Sum(now.Electricity) / 1000, BuildingsNow.Sum(now.Photovoltaics) / 1000, BuildingsNow.Sum(now.Cooling) / 1000,
            BuildingsNow.Sum(now.Heating) / 1000, BuildingsNow.Sum(now.Gas) / 1000, BuildingsNow.Sum(now.People), count > 0 ? sum / count : double.NaN, double.IsFinite(hottest) ? hottest : double.NaN,
            3600 * BuildingsNow.Sum(now.WaterDrawn),
        ]);
    }

    public IReadOnlyList<TimeSeries> All() => [.. Curves.Select((c, i) => new TimeSeries(c.Name, c.Unit, c.Title, [.. times], [.. rows.Select(r => r[i])]))];

    public void Save(BinaryWriter writer) => Rows.Save(writer, times, rows);

    public void Load(BinaryReader reader) => Rows.Load(reader, times, rows);
}
