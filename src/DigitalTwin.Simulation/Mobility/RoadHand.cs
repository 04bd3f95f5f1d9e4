using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The scenario's hand on the roads: what is closed (and how often), limited, resized and retimed. What weather does comes on top.</summary>
internal sealed class RoadHand
{
    private readonly MobilitySite site;
    private readonly int[] closures;
    private readonly StandingChanges limits, lanes, greens;

    public RoadHand(MobilitySite site)
    {
        this.site = site;
        var links = site.Roads.Links.Count;
        (closures, limits, lanes, greens) = (new int[links], new(links), new(links), new(links));
    }

    /// <summary>Closes what a world says is closed, until the scenario opens it.</summary>
    public void Begin(MobilityStart start)
    {
        for (var link = 0; link < closures.Length; link++) closures[link] = start.IsLinkClosed[link] ? 1 : 0;
    }

    /// <summary>Whether there is a signal at the end of a road.</summary>
    public bool HasSignal(string target) => site.Roads.Links.GreenShare[site.Roads.FindLink(target[(target.LastIndexOf('/') + 1)..])] < 1;

    /// <summary>Does an action to a link.</summary>
    public void Do(DueAction action, string target)
    {
        var link = site.Roads.FindLink(target[(target.LastIndexOf('/') + 1)..]);
        switch (action.Name)
        {
            case "close":
                Close(link, action.Undo);
                break;
            case "cut":
                Close(link, action.Undo);
                if (site.Opposite[link] is >= 0 and var back) Close(back, action.Undo);
                break;
            case "open":
                closures[link] = 0;
                break;
            case "limit":
                limits.Change(link, action.Undo, action.Values["speed"]);
                break;
            case "resize":
                var share = action.Values.TryGetValue("lanes", out var count) ? count / site.Roads.Links.Lanes[link]
                    : action.Values.TryGetValue("fewer", out var fewer) ? 1 - fewer / site.Roads.Links.Lanes[link] : action.Values["factor"];
                lanes.Change(link, action.Undo, share);
                break;
            case "retime":
                greens.Change(link, action.Undo, action.Values["green"] / 100);
                break;
        }
    }

    /// <summary>Sets the model's controls from all of it and from the weather.</summary>
    public void Apply(RoadControls controls, WetRoads weather)
    {
        var links = site.Roads.Links;
        for (var link = 0; link < closures.Length; link++)
        {
            var district = site.District[link];
            var (limit, share) = (limits.Of(link)?.Amount ?? double.PositiveInfinity, lanes.Of(link)?.Amount ?? 1);
            controls.IsClosed[link] = closures[link] > 0;
            controls.SpeedFactor[link] = weather.Speed[district] * Math.Min(1, limit / links.FreeSpeed[link]);
            controls.CapacityFactor[link] = weather.Capacity[district] * share;
            controls.StorageFactor[link] = Math.Min(1, share);
            controls.GreenShare[link] = greens.Of(link)?.Amount ?? links.GreenShare[link];
        }
    }

    /// <summary>Writes what it has done.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var count in closures) writer.Write(count);
        foreach (var changes in Changes()) changes.Save(writer);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        for (var i = 0; i < closures.Length; i++) closures[i] = reader.ReadInt32();
        foreach (var changes in Changes()) changes.Load(reader);
    }

    private StandingChanges[] Changes() => [limits, lanes, greens];

    /// <summary>Closures are counted: where two overlap, the end of one does not end the other. The end of one that was opened by hand changes nothing.</summary>
    private void Close(int link, bool ends) => closures[link] = ends ? Math.Max(0, closures[link] - 1) : closures[link] + 1;
}
