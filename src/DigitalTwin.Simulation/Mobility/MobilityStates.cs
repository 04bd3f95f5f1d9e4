using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// What another run must know of mobility beside the layers (which tell the occupancies): whether roads, lots and kerbs are open, and how many spaces there are. What has not changed
/// since the frame before is not repeated.
/// </summary>
internal sealed class MobilityStates(MobilitySite site)
{
    private readonly string[] links = [.. Enumerable.Range(0, site.Roads.Links.Count).Select(site.LinkAsset)];
    private readonly string[] facilities = [.. Enumerable.Range(0, site.Parking.Facilities.Count).Select(site.FacilityAsset)];
    private readonly List<double>[] times = [[], [], []];
    private readonly List<float[]>[] rows = [[], [], []];

    public void Add(double time, MobilityNow now)
    {
        Add(0, time, Rows.Single(now.RoadOpen));
        Add(1, time, Rows.Single(now.ParkingOpen));
        Add(2, time, Rows.Single(now.Spaces));
    }

    public IReadOnlyList<StateFrame> All() =>
        [.. Frames(0, links, "status"), .. Frames(1, facilities, "status"), .. Frames(2, facilities, "capacity")];

    public void Save(BinaryWriter writer)
    {
        for (var k = 0; k < rows.Length; k++)
        {
            Rows.Save(writer, rows[k]);
            foreach (var time in times[k]) writer.Write(time);
        }
    }

    public void Load(BinaryReader reader)
    {
        for (var k = 0; k < rows.Length; k++)
        {
            Rows.Load(reader, rows[k]);
            times[k].Clear();
            for (var i = 0; i < rows[k].Count; i++) times[k].Add(reader.ReadDouble());
        }
    }

    private void Add(int kind, double time, float[] row)
    {
        if (row.Length == 0 || (rows[kind].Count > 0 && rows[kind][^1].AsSpan().SequenceEqual(row))) return;
        times[kind].Add(time);
        rows[kind].Add(row);
    }

    private IEnumerable<StateFrame> Frames(int kind, string[] assets, string property) =>
        rows[kind].Select((row, i) => new StateFrame(times[kind][i], assets, property, "1", row));
}
