using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Links, lots and kerbs and their values at the recording interval, by the names and in the units that twins use.</summary>
internal sealed class MobilityLayers
{
    private readonly MobilitySite site;
    private readonly List<double> times = [];
    private readonly List<float[]> delay = [], flow = [], speed = [], density = [], full = [], occupied = [], queue = [];
    private readonly List<float[]>[] sums = [.. FacilityFields.All.Select(_ => new List<float[]>())];
    private readonly FacilityLedger ledger;
    private readonly int[] links, lots, kerbs;

    public MobilityLayers(MobilitySite site)
    {
        (this.site, ledger) = (site, new FacilityLedger(site));
        var facilities = site.Parking.Facilities;
        links = Where(site.Roads.Links.Count, i => site.LinkGeometry(i) is not null);
        lots = Where(facilities.Count, i => facilities[i].Kind == FacilityKind.Lot && site.FacilityGeometry(i) is not null);
        kerbs = Where(facilities.Count, i => facilities[i].Kind == FacilityKind.Kerb && site.FacilityGeometry(i) is not null);
    }

    /// <summary>Counts a step, recorded or not: what is told of it at the next frame is a sum.</summary>
    public void Count(StepWindow step, MobilityNow now) => ledger.Add(step, now);

    public void Add(StepWindow step, MobilityNow now)
    {
        times.Add(step.End);
        var road = site.Roads.Links;
        delay.Add(Each(road.Count, now, static (now, i, _) => now.Entered[i] + now.VehiclesBefore[i] is > 0 and var present ? Math.Max(0, now.Delay[i] / present) : 0));
        flow.Add(Each(road.Count, now, (now, i, _) => now.Entered[i] / step.Length));
        speed.Add(Each(road.Count, now, static (now, i, road) => now.VehicleTime[i] > 0 ? now.Distance[i] / now.VehicleTime[i] : road.FreeSpeed[i]));
        density.Add(Each(road.Count, now, static (now, i, road) => now.VehicleTime[i] > 0 ? now.Vehicles[i] / road.Length[i] : 0));
        var parking = site.Parking.Facilities.Count;
        full.Add(Each(parking, now, static (now, i, _) => now.Spaces[i] > 0 ? 100 * now.Occupied[i] / now.Spaces[i] : now.Occupied[i] > 0 ? 100 : double.NaN));
        occupied.Add(Rows.Single(now.Occupied));
        queue.Add(Rows.Single(now.Queue));
        var rows = ledger.Take();
        for (var k = 0; k < rows.Length; k++) sums[k].Add(rows[k]);
    }

    public IReadOnlyList<ResultLayer> All()
    {
        ResultLayer[] layers =
        [
            Layer("road_link", new("Roads", "道路"), links, site.LinkAsset, site.LinkGeometry,
                Field("delay", "s", new("Delay per vehicle", "车均延误"), KpiDirection.More, delay, links), Field("flow", "veh/s", new("Flow", "流量"), KpiDirection.Neutral, flow, links),
                Field("speed", "m/s", new("Speed", "车速"), KpiDirection.Less, speed, links), Field("density", "veh/m", new("Density", "密度"), KpiDirection.More, density, links)),
            Parking("parking_lot", new("Parking lots", "停车场"), lots),
            Parking("parking_kerb", new("Kerbs", "路内泊位"), kerbs),
        ];
        return [.. layers.Where(l => l.AssetIds.Count > 0)];
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(times.Count);
        foreach (var time in times) writer.Write(time);
        foreach (var rows in Tables()) Rows.Save(writer, rows);
        ledger.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        times.Clear();
        for (var n = reader.ReadInt32(); n > 0; n--) times.Add(reader.ReadDouble());
        foreach (var rows in Tables()) Rows.Load(reader, rows);
        ledger.Load(reader);
    }

    private List<float[]>[] Tables() => [delay, flow, speed, density, full, occupied, queue, .. sums];

    private ResultLayer Parking(string name, LocalizedText title, int[] picked) => Layer(
        name, title, picked, site.FacilityAsset, site.FacilityGeometry,
        [Field("full", "%", new("Share of spaces taken", "泊位占用率"), KpiDirection.More, full, picked), Field("occupancy", "veh", new("Cars parked", "停放车辆"), KpiDirection.Neutral, occupied, picked),
        Field("queue", "veh", new("Cars waiting", "排队车辆"), KpiDirection.More, queue, picked),
        .. FacilityFields.All.Select((f, k) => Field(f.Name, f.Unit, f.Title, k == 0 ? KpiDirection.More : KpiDirection.Neutral, sums[k], picked))]);

    private ResultField Field(string name, string unit, LocalizedText title, KpiDirection worse, List<float[]> rows, int[] picked) =>
        new(name, unit, title, [.. times], [.. rows.Select(row => Array.ConvertAll(picked, i => row[i]))], worse);

    private static ResultLayer Layer(string name, LocalizedText title, int[] picked, Func<int, string> id, Func<int, Geometry?> geometry, params ResultField[] fields) =>
        new(name, title, [.. picked.Select(id)], [.. picked.Select(i => geometry(i)!)], fields);

    private delegate double Reading(MobilityNow now, int index, DigitalTwin.Mobility.Roads.RoadLinks road);

    private float[] Each(int count, MobilityNow now, Reading reading)
    {
        var row = new float[count];
        for (var i = 0; i < count; i++) row[i] = (float)reading(now, i, site.Roads.Links);
        return row;
    }

    private static int[] Where(int count, Func<int, bool> holds) => [.. Enumerable.Range(0, count).Where(holds)];
}
