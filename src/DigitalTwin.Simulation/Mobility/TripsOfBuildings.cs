using DigitalTwin.Mobility.Demand;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>A building that is built or demolished.</summary>
/// <param name="Index">Its index among those that events build or demolish.</param>
/// <param name="Time">When, s since the scenario's start.</param>
/// <param name="Stands">Whether it stands from then on.</param>
internal readonly record struct BuildingChange(int Index, double Time, bool Stands);

/// <summary>
/// Which trips belong to the buildings that events build and demolish: a building of the map has those that begin or end at its place of demand, one that was added those that were drawn for it when it began to stand.
/// </summary>
internal sealed class TripsOfBuildings
{
    private readonly MobilitySite site;
    private readonly IReadOnlyList<AddedSite> sites;
    private readonly int onMap;
    private readonly bool[] stands;
    private readonly List<(int Owner, int First, int Count)> drawn = [];

    public TripsOfBuildings(MobilitySite site, IReadOnlyList<AddedSite> sites)
    {
        (this.site, this.sites, onMap) = (site, sites, site.DemolishedBuildings.Count);
        stands = [.. Enumerable.Range(0, onMap + sites.Count).Select(i => i < onMap)];
    }

    /// <summary>The demand of the city with each of the buildings that are added.</summary>
    public static IReadOnlyList<AddedSite> Sites(MobilitySite site, DemandModel demand) =>
        [.. site.AddedBuildings.Select(b => new AddedSite(demand, b.Asset, b.Longitude, b.Latitude, b.LandUse, b.Numbers))];

    /// <summary>What was built and demolished in a step, by time.</summary>
    /// <param name="standing">By building of the city 1 where it stands, 0 where not.</param>
    /// <param name="since">By building of the city since when, s.</param>
    /// <param name="window">The step.</param>
    public IReadOnlyList<BuildingChange> Changes(ReadOnlySpan<double> standing, ReadOnlySpan<double> since, StepWindow window)
    {
        var changes = new List<BuildingChange>();
        for (var i = 0; i < stands.Length; i++)
        {
            var building = i < onMap ? site.DemolishedBuildings[i].Building : site.AddedBuildings[i - onMap].Building;
            if (stands[i] == standing[building] > 0) continue;
            stands[i] = !stands[i];
            changes.Add(new(i, Math.Clamp(since[building], window.Start, window.End), stands[i]));
        }
        return [.. changes.OrderBy(c => c.Time)];
    }

    /// <summary>Asset id of a building.</summary>
    public string Asset(int index) => index < onMap ? site.DemolishedBuildings[index].Asset : site.AddedBuildings[index - onMap].Asset;

    /// <summary>A building that was added, as a site of the demand; null for one of the map.</summary>
    public AddedSite? Added(int index) => index < onMap ? null : sites[index - onMap];

    /// <summary>Trips that were drawn for a building.</summary>
    public void Drawn(int index, int first, int count) => drawn.Add((index, first, count));

    /// <summary>For each trip of a state whether it sets out from a building (1), leads to it (2), or neither (0).</summary>
    public byte[] Of(int index, int trips, Func<int, int> origin, Func<int, int> destination)
    {
        var ends = new byte[trips];
        var place = index < onMap ? site.DemolishedBuildings[index].Place : sites[index - onMap].Place;
        if (place < 0) return ends;
        if (index < onMap) Mark(0, trips);
        // Those of a building that was added begin and end at a place of the map's, but are not of the building that stands there.
        foreach (var (owner, first, count) in drawn)
        {
            if (owner == index) Mark(first, count);
            else ends.AsSpan(first, count).Clear();
        }
        return ends;

        void Mark(int first, int count)
        {
            for (var t = first; t < first + count; t++) ends[t] = destination(t) == place ? (byte)2 : origin(t) == place ? (byte)1 : (byte)0;
        }
    }

    /// <summary>Writes what stands and what was drawn.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var one in stands) writer.Write(one);
        writer.Write(drawn.Count);
        foreach (var (owner, first, count) in drawn)
        {
            writer.Write(owner);
            writer.Write(first);
            writer.Write(count);
        }
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        for (var i = 0; i < stands.Length; i++) stands[i] = reader.ReadBoolean();
        drawn.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--) drawn.Add((reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()));
    }
}
