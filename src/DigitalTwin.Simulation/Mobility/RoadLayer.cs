using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Road links through time: what flows is counted from one recorded instant to the next, so that a map of half hours shows half hours and not their last step.</summary>
internal sealed class RoadLayer(MobilitySite site)
{
    private readonly double[] entered = new double[site.Roads.Links.Count], delay = new double[site.Roads.Links.Count], distance = new double[site.Roads.Links.Count], time = new double[site.Roads.Links.Count];
    private readonly double[] before = new double[site.Roads.Links.Count];
    private readonly List<float[]> delays = [], flows = [], speeds = [], shares = [], densities = [];
    private readonly int[] shown = [.. Enumerable.Range(0, site.Roads.Links.Count).Where(i => site.LinkGeometry(i) is not null)];
    private double seconds;

    public void Add(StepWindow step, MobilityNow now)
    {
        if (seconds == 0) now.VehiclesBefore.CopyTo(before);
        seconds += step.Length;
        for (var i = 0; i < entered.Length; i++)
        {
            entered[i] += now.Entered[i];
            delay[i] += now.Delay[i];
            distance[i] += now.Distance[i];
            time[i] += now.VehicleTime[i];
        }
    }

    /// <summary>Ends a row and begins the next.</summary>
    public void Record(MobilityNow now)
    {
        var road = site.Roads.Links;
        float[] late = new float[entered.Length], flow = new float[entered.Length], speed = new float[entered.Length], share = new float[entered.Length], density = new float[entered.Length];
        for (var i = 0; i < entered.Length; i++)
        {
            late[i] = (float)(entered[i] + before[i] is > 0 and var present ? Math.Max(0, delay[i] / present) : 0);
            flow[i] = (float)(entered[i] / seconds);
            var driven = time[i] > 0 ? distance[i] / time[i] : road.FreeSpeed[i];
            (speed[i], share[i]) = ((float)driven, (float)Math.Min(100, 100 * driven / road.FreeSpeed[i]));
            density[i] = (float)(time[i] > 0 ? now.Vehicles[i] / road.Length[i] : 0);
        }
        delays.Add(late);
        flows.Add(flow);
        speeds.Add(speed);
        shares.Add(share);
        densities.Add(density);
        foreach (var sums in Sums()) Array.Clear(sums);
        seconds = 0;
    }

    public ResultLayer Of(double[] times) => LayerRows.Layer("road_link", new("Roads", "道路"), shown, site.LinkAsset, site.LinkGeometry,
        LayerRows.Field("delay", "s", new("Delay per vehicle", "车均延误"), KpiDirection.More, times, delays, shown),
        LayerRows.Field("speed_share", "%", new("Speed, share of free speed", "车速占自由流速比例"), KpiDirection.Less, times, shares, shown),
        LayerRows.Field("flow", "veh/s", new("Flow", "流量"), KpiDirection.Neutral, times, flows, shown),
        LayerRows.Field("speed", "m/s", new("Speed", "车速"), KpiDirection.Less, times, speeds, shown),
        LayerRows.Field("density", "veh/m", new("Density", "密度"), KpiDirection.More, times, densities, shown));

    public void Save(BinaryWriter writer)
    {
        writer.Write(seconds);
        foreach (var sums in (double[][])[.. Sums(), before])
            foreach (var sum in sums) writer.Write(sum);
        foreach (var rows in Tables()) Rows.Save(writer, rows);
    }

    public void Load(BinaryReader reader)
    {
        seconds = reader.ReadDouble();
        foreach (var sums in (double[][])[.. Sums(), before])
            for (var i = 0; i < sums.Length; i++) sums[i] = reader.ReadDouble();
        foreach (var rows in Tables()) Rows.Load(reader, rows);
    }

    private double[][] Sums() => [entered, delay, distance, time];

    private List<float[]>[] Tables() => [delays, flows, speeds, shares, densities];
}
