using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>Buildings and their values at the recording interval, by the names and in the units that twins use. One that does not stand has no value.</summary>
internal sealed class BuildingsLayers
{
    private readonly BuildingsSite site;
    private readonly int[] shown;
    private readonly List<double> times = [];
    private readonly List<float[]> temperature = [], power = [], cooling = [], heating = [], people = [], water = [];

    public BuildingsLayers(BuildingsSite site)
    {
        this.site = site;
        shown = [.. Enumerable.Range(0, site.Buildings.Count).Where(b => site.Geometry(b) is not null)];
    }

    public void Add(StepWindow step, BuildingsNow now)
    {
        times.Add(step.End);
        temperature.Add(Row(now, now.AirTemperature));
        power.Add(Row(now, now.Import));
        cooling.Add(Row(now, now.Cooling, perFloor: true));
        heating.Add(Row(now, now.Heating, perFloor: true));
        people.Add(Row(now, now.People));
        water.Add(Row(now, now.WaterDrawn));
    }

    /// <summary>The layer of buildings. A report draws its first field: how warm rooms are, or, where more heat was needed than cold, heating; low temperatures are the worse ones then.</summary>
    public IReadOnlyList<ResultLayer> All()
    {
        if (shown.Length == 0) return [];
        var isCold = Sum(heating) > Sum(cooling);
        ResultField heat = new("heating", "W/m²", new("Heating per floor area", "单位面积供暖"), [.. times], [.. heating], KpiDirection.More);
        ResultField air = new("indoor_temperature", "degC", new("Indoor temperature", "室温"), [.. times], [.. temperature], isCold ? KpiDirection.Less : KpiDirection.More);
        ResultField[] rest =
        [
            new("power", "W", new("Power from the grid", "电网取用功率"), [.. times], [.. power], KpiDirection.More),
            new("cooling", "W/m²", new("Cooling per floor area", "单位面积供冷"), [.. times], [.. cooling], KpiDirection.More),
            new("occupancy", "1", new("People inside", "室内人数"), [.. times], [.. people], KpiDirection.Neutral),
            new("water_flow", "m³/s", new("Water drawn", "用水流量"), [.. times], [.. water], KpiDirection.Neutral),
        ];
        return [new("building_building", new("Buildings", "建筑"), [.. shown.Select(site.Asset)], [.. shown.Select(b => site.Geometry(b)!)], isCold ? [heat, air, .. rest] : [air, heat, .. rest])];
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

    private static double Sum(List<float[]> rows) => rows.Sum(row => row.Where(float.IsFinite).Sum(value => (double)value));

    private List<float[]>[] Tables() => [temperature, power, cooling, heating, people, water];

    private float[] Row(BuildingsNow now, ReadOnlySpan<double> values, bool perFloor = false)
    {
        var row = new float[shown.Length];
        for (var i = 0; i < row.Length; i++)
            row[i] = now.Standing[shown[i]] == 0 ? float.NaN : (float)(perFloor ? values[shown[i]] / site.Buildings[shown[i]].Zone.FloorArea : values[shown[i]]);
        return row;
    }
}
