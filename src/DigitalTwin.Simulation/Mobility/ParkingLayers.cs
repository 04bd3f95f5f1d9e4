using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// Lots and kerbs through time: occupancy, the walk from the space to the destination, the share of the way that was spent searching; and for the operator who was turned away, who queues, what was paid.
/// </summary>
internal sealed class ParkingLayers(MobilitySite site)
{
    private const string Refusals = "turned_away", Money = "revenue";

    private readonly SearchSums searches = new(site.Parking.Facilities.Count);
    private readonly FacilityLedger ledger = new(site);
    private readonly List<float[]>[] sums = [.. FacilityFields.All.Select(_ => new List<float[]>())];
    private readonly List<float[]> full = [], occupied = [], queue = [], spaces = [];

    public void Add(StepWindow step, MobilityNow now)
    {
        searches.Add(now.ParkedAt, now.SearchTimeAt, now.WayTimeAt, now.WalkAt);
        ledger.Add(step, now);
    }

    /// <summary>Ends a row and begins the next.</summary>
    public void Record(MobilityNow now)
    {
        var row = new float[site.Parking.Facilities.Count];
        for (var f = 0; f < row.Length; f++) row[f] = (float)(now.Spaces[f] > 0 ? 100 * now.Occupied[f] / now.Spaces[f] : now.Occupied[f] > 0 ? 100 : double.NaN);
        full.Add(row);
        occupied.Add(Rows.Single(now.Occupied));
        queue.Add(Rows.Single(now.Queue));
        spaces.Add(Rows.Single(now.Spaces));
        searches.Record();
        var rows = ledger.Take();
        for (var k = 0; k < rows.Length; k++) sums[k].Add(rows[k]);
    }

    public IEnumerable<ResultLayer> Of(double[] times) =>
    [
        Of("parking_lot", new("Parking lots", "停车场"), FacilityKind.Lot, times),
        Of("parking_kerb", new("Kerbs", "路内泊位"), FacilityKind.Kerb, times),
    ];

    public void Save(BinaryWriter writer)
    {
        foreach (var rows in Tables()) Rows.Save(writer, rows);
        searches.Save(writer);
        ledger.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        foreach (var rows in Tables()) Rows.Load(reader, rows);
        searches.Load(reader);
        ledger.Load(reader);
    }

    private ResultLayer Of(string name, LocalizedText title, FacilityKind kind, double[] times)
    {
        int[] picked = [.. Enumerable.Range(0, site.Parking.Facilities.Count).Where(f => site.Parking.Facilities[f].Kind == kind && site.FacilityGeometry(f) is not null)];
        ResultField[] counted = [.. FacilityFields.All.Select((f, k) => Field(f.Name, f.Unit, f.Title, f.Name == Refusals ? KpiDirection.More : KpiDirection.Neutral, sums[k]))];
        ResultField[] first =
        [
            Field("full", "%", new("Share of spaces taken", "泊位占用率"), KpiDirection.More, full),
            Field("walk", "m", new("Walk from space to destination", "停车后步行距离"), KpiDirection.More, searches.Walk),
            Field("search_share", "%", new("Share of the way spent searching", "寻位时间占行程比例"), KpiDirection.More, searches.SearchShare),
            counted.Single(f => f.Name == Refusals),
            Field("queue", "veh", new("Cars waiting", "排队车辆"), KpiDirection.More, queue),
            counted.Single(f => f.Name == Money),
            Field("occupancy", "veh", new("Cars parked", "停放车辆"), KpiDirection.Neutral, occupied),
            Field("spaces", "1", new("Spaces", "泊位数"), KpiDirection.Neutral, spaces),
        ];
        return LayerRows.Layer(name, title, picked, site.FacilityAsset, site.FacilityGeometry, [.. first, .. counted.Except(first)]);

        ResultField Field(string field, string unit, LocalizedText heading, KpiDirection worse, List<float[]> rows) => LayerRows.Field(field, unit, heading, worse, times, rows, picked);
    }

    private List<float[]>[] Tables() => [full, occupied, queue, spaces, .. sums];
}
