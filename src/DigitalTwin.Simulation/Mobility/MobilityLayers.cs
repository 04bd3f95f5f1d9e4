using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Links, lots, kerbs and destinations and their values at the recording interval, by the names and in the units that twins use.</summary>
internal sealed class MobilityLayers(MobilitySite site)
{
    private readonly RoadLayer roads = new(site);
    private readonly ParkingLayers parking = new(site);
    private readonly DestinationLayer destinations = new(site);
    private readonly List<double> times = [];

    /// <summary>Takes a step in; <paramref name="isRecorded"/> when it ends at a recorded instant.</summary>
    public void Add(StepWindow step, MobilityNow now, bool isRecorded)
    {
        roads.Add(step, now);
        parking.Add(step, now);
        destinations.Add(now);
        if (!isRecorded) return;
        times.Add(step.End);
        roads.Record(now);
        parking.Record(now);
        destinations.Record();
    }

    public IReadOnlyList<ResultLayer> All()
    {
        double[] at = [.. times];
        var hasParking = site.Parking.Facilities.Count > 0;
        return [.. ((ResultLayer[])[roads.Of(at), .. parking.Of(at), .. hasParking ? (ResultLayer[])[destinations.Of(at)] : []]).Where(l => l.AssetIds.Count > 0)];
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(times.Count);
        foreach (var time in times) writer.Write(time);
        roads.Save(writer);
        parking.Save(writer);
        destinations.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        times.Clear();
        for (var n = reader.ReadInt32(); n > 0; n--) times.Add(reader.ReadDouble());
        roads.Load(reader);
        parking.Load(reader);
        destinations.Load(reader);
    }
}
