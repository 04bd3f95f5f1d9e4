using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The scenario's hand on the roads: what is closed, limited, resized and retimed. What weather does comes on top.</summary>
internal sealed class RoadHand(MobilitySite site)
{
    // A share of lanes below is none: what rounding leaves of lanes that several sites have taken.
    private const double Least = 1e-9;

    private readonly StandingChanges closures = new(), limits = new(), lanes = new(), taken = new(), greens = new();

    /// <summary>Closes what a world says is closed, until the scenario opens it.</summary>
    public void Begin(MobilityStart start)
    {
        for (var link = 0; link < start.IsLinkClosed.Length; link++)
            if (start.IsLinkClosed[link]) closures.Begin(link);
    }

    /// <summary>Whether there is a signal at the end of a road.</summary>
    public bool HasSignal(string target) => site.Roads.Links.GreenShare[LinkOf(target)] < 1;

    /// <summary>How many lanes of a road are left.</summary>
    public double Left(string target) => Math.Max(0, Share(LinkOf(target)) * site.Roads.Links.Lanes[LinkOf(target)]);

    /// <summary>Does an action to a link.</summary>
    /// <returns>Whether something of the kind stands: at an action's end, of another one.</returns>
    public bool Do(DueAction action, string target)
    {
        var link = LinkOf(target);
        switch (action.Name)
        {
            case "close":
                return Stands(closures, action, link);
            case "cut":
                if (site.Opposite[link] is >= 0 and var back) closures.Change(action, back);
                return Stands(closures, action, link);
            case "open":
                closures.Clear(link);
                return false;
            case "limit":
                return Stands(limits, action, link, action.Values["speed"]);
            case "resize" when action.Values.TryGetValue("fewer", out var fewer):
                return Stands(taken, action, link, fewer);
            case "resize":
                return Stands(lanes, action, link, action.Values.TryGetValue("lanes", out var count) ? count / site.Roads.Links.Lanes[link] : action.Values["factor"]);
            default:
                return Stands(greens, action, link, action.Values["green"] / 100);
        }
    }

    /// <summary>Sets the model's controls from all of it and from the weather.</summary>
    public void Apply(RoadControls controls, WetRoads weather)
    {
        var links = site.Roads.Links;
        for (var link = 0; link < links.Count; link++)
        {
            var district = site.District[link];
            var (limit, left) = (limits.Of(link)?.Amount ?? double.PositiveInfinity, Share(link));
            // Where sites have taken all lanes the road is closed, and who is on it leaves as from any closed road.
            controls.IsClosed[link] = closures.Any(link) || left < Least;
            var share = left < Least ? 1 : left;
            controls.SpeedFactor[link] = weather.Speed[district] * Math.Min(1, limit / links.FreeSpeed[link]);
            controls.CapacityFactor[link] = weather.Capacity[district] * share;
            controls.StorageFactor[link] = Math.Min(1, share);
            controls.GreenShare[link] = greens.Of(link)?.Amount ?? links.GreenShare[link];
        }
    }

    /// <summary>Writes what it has done.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var changes in Changes()) changes.Save(writer);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        foreach (var changes in Changes()) changes.Load(reader);
    }

    private StandingChanges[] Changes() => [closures, limits, lanes, taken, greens];

    private int LinkOf(string target) => site.Roads.FindLink(target[(target.LastIndexOf('/') + 1)..]);

    /// <summary>The lanes that there are, over those of the map: what the latest says, less what sites take.</summary>
    private double Share(int link) => (lanes.Of(link)?.Amount ?? 1) - taken.Sum(link) / site.Roads.Links.Lanes[link];

    private static bool Stands(StandingChanges changes, DueAction action, int link, double amount = 0)
    {
        changes.Change(action, link, amount);
        return changes.Any(link);
    }
}
