using DigitalTwin.Mobility.Parking;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Notices when a lot becomes full and when queues reach back over the whole of a road; each is told once until it has been over for good.</summary>
internal sealed class MobilityWatch(MobilitySite site)
{
    /// <summary>A lot has spaces again, and a queue is over, only below these shares: else every car that leaves would be news.</summary>
    private const double SpacesAgain = 0.95, QueueOver = 0.7;

    private const int MostNamed = 5;

    private readonly bool[] isFull = new bool[site.Parking.Facilities.Count], isQueued = new bool[site.Roads.Links.Count];

    public IReadOnlyList<LogEntry> Observe(StepWindow step, MobilityNow now)
    {
        var log = new List<LogEntry>();
        for (var f = 0; f < isFull.Length; f++)
        {
            var share = now.Spaces[f] > 0 ? now.Occupied[f] / now.Spaces[f] : 0;
            if (share >= 1 && !isFull[f] && site.Parking.Facilities[f].Kind == FacilityKind.Lot)
            {
                var id = site.Parking.Facilities[f].Id;
                log.Add(new(step.End, "parking.full", new($"{id} is full.", $"{id} 已满。"), site.FacilityAsset(f)));
            }
            isFull[f] = share >= 1 || (isFull[f] && share > SpacesAgain);
        }
        Queues(step, now, log);
        return log;
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var flag in isFull) writer.Write(flag);
        foreach (var flag in isQueued) writer.Write(flag);
    }

    public void Load(BinaryReader reader)
    {
        for (var i = 0; i < isFull.Length; i++) isFull[i] = reader.ReadBoolean();
        for (var i = 0; i < isQueued.Length; i++) isQueued[i] = reader.ReadBoolean();
    }

    private void Queues(StepWindow step, MobilityNow now, List<LogEntry> log)
    {
        var begun = new List<int>();
        for (var link = 0; link < isQueued.Length; link++)
        {
            // A link that holds few cars is filled by any red light.
            var storage = Math.Max(1, now.Room[link]);
            var share = now.Vehicles[link] / storage;
            var isFilled = share >= 0.98 && storage >= 10;
            if (isFilled && !isQueued[link]) begun.Add(link);
            isQueued[link] = isFilled || (isQueued[link] && share > QueueOver);
        }
        if (begun.Count == 0) return;
        var ids = begun.Take(MostNamed).Select(l => site.Roads.Links.Ids[l]);
        var more = begun.Count - MostNamed;
        log.Add(new(
            step.End, "road.spill-back",
            new($"The queue now reaches back over the whole of {string.Join(", ", ids)}{(more > 0 ? $" and {more} more" : "")}.", $"排队回溢至整个路段：{string.Join("、", ids)}{(more > 0 ? $" 等（另有 {more} 处）" : "")}。"),
            site.LinkAsset(begun[0])));
    }
}
