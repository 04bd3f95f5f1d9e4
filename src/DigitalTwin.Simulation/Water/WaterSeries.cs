using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>City-wide series of water, one value at the end of every step.</summary>
internal sealed class WaterSeries
{
    private static readonly (string Name, string Unit, LocalizedText Title)[] Columns =
    [
        ("water.demand", "m³/h", new("Demand asked for", "需水量")),
        ("water.delivered", "m³/h", new("Demand delivered", "供水量")),
        ("water.burst", "m³/h", new("Burst loss", "爆管流失")),
        ("water.leakage", "m³/h", new("Leakage", "漏损")),
        ("water.pressure-min", "m", new("Lowest pressure at a customer", "用户最低压力")),
        ("water.pump-power", "kW", new("Pump power", "水泵功率")),
        ("water.tank-volume", "m³", new("Water in tanks", "水池蓄水量")),
    ];

    private readonly List<double> times = [];
    private readonly List<double[]> rows = [];

    public void Add(StepWindow step, WaterNow now, WaterNetwork network)
    {
        var perHour = 3600 / step.Length;
        var lowest = double.NaN;
        for (var i = 0; i < network.Nodes.JunctionCount; i++)
            if (now.Delivered[i] + now.Unserved[i] > 0 && !(lowest <= now.PressureMin[i])) lowest = now.PressureMin[i];
        var delivered = WaterNow.Sum(now.Delivered);
        times.Add(step.End);
        rows.Add(
        [
            (delivered + WaterNow.Sum(now.Unserved)) * perHour, delivered * perHour, WaterNow.Sum(now.Burst) * perHour, WaterNow.Sum(now.Leakage) * perHour,
            lowest, WaterNow.Sum(now.PumpEnergy) * perHour, WaterNow.Sum(now.TankVolume),
        ]);
    }

    public IReadOnlyList<TimeSeries> All() =>
        [.. Columns.Select((c, i) => new TimeSeries(c.Name, c.Unit, c.Title, [.. times], [.. rows.Select(r => r[i])]))];

    public void Save(BinaryWriter writer) => Rows.Save(writer, times, rows);

    public void Load(BinaryReader reader) => Rows.Load(reader, times, rows);
}
