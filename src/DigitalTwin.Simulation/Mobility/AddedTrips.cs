using DigitalTwin.Mobility.Demand;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>A building that an event adds, as mobility sees it.</summary>
/// <param name="Building">Its index among the city's buildings.</param>
/// <param name="Asset">Its asset id.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="LandUse">Its use, as rates name it.</param>
/// <param name="Numbers">What rates count: <c>people</c>, <c>jobs</c>, <c>shop_area</c>.</param>
public sealed record AddedBuilding(int Building, string Asset, double Longitude, double Latitude, string LandUse, IReadOnlyDictionary<string, double> Numbers);

/// <summary>The trips of buildings that events add: they begin when the building stands.</summary>
internal sealed class AddedTrips(IReadOnlyList<AddedBuilding> buildings, IReadOnlyList<AddedSite> sites)
{
    private readonly bool[] begun = new bool[buildings.Count];

    /// <summary>The demand of the city with each of the buildings.</summary>
    public static IReadOnlyList<AddedSite> Sites(MobilitySite site, DemandModel demand) =>
        [.. site.AddedBuildings.Select(b => new AddedSite(demand, b.Asset, b.Longitude, b.Latitude, b.LandUse, b.Numbers))];

    /// <summary>The sites of the buildings that have begun to stand since the last call.</summary>
    /// <param name="standing">By building of the city 1 where it stands, 0 where not.</param>
    public IEnumerable<AddedSite> New(ReadOnlyMemory<double> standing)
    {
        for (var i = 0; i < begun.Length; i++)
        {
            if (begun[i] || standing.Span[buildings[i].Building] == 0) continue;
            begun[i] = true;
            yield return sites[i];
        }
    }

    /// <summary>Writes which have begun.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var one in begun) writer.Write(one);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        for (var i = 0; i < begun.Length; i++) begun[i] = reader.ReadBoolean();
    }
}
