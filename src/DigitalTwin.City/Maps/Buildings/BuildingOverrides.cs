using DigitalTwin.Buildings;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>Connections that a source names itself: <c>water_junction</c>, <c>road_link</c>, <c>parking_lots</c> (ids with blanks or semicolons between), <c>district</c>. They hold, however far.</summary>
internal sealed class BuildingOverrides(WaterNetwork? water, RoadNetwork? roads, ParkingSupply? parking, IReadOnlyList<District> districts)
{
    private readonly Lazy<Dictionary<string, int>> junctions = new(() => water is null ? [] : Rows(water.Nodes.Ids, i => water.Nodes.Kinds[i] == NodeKind.Junction));
    private readonly Lazy<Dictionary<string, int>> links = new(() => roads is null ? [] : Rows(roads.Links.Ids, _ => true));
    private readonly Lazy<Dictionary<string, int>> lots = new(() => parking is null ? [] : Rows([.. parking.Facilities.Select(f => f.Id)], _ => true));
    private readonly Lazy<Dictionary<string, int>> areas = new(() => Rows([.. districts.Select(d => d.Id)], _ => true));

    /// <summary>A connection with what the building's sources say of it.</summary>
    public BuildingConnection Apply(Building building, BuildingConnection found, string file, ProblemList problems)
    {
        if (building.Record.Others.Count == 0) return found;
        if (One("water_junction", "junction of the water network", junctions) is { } junction) found = found with { Junction = junction, JunctionDistance = found.Junction == junction ? found.JunctionDistance : double.NaN };
        if (One("road_link", "link of the roads", links) is { } link) found = found with { Link = link, LinkDistance = found.Link == link ? found.LinkDistance : double.NaN };
        if (One("district", "district", areas) is { } district) found = found with { District = district };
        if (building.Record.Others.TryGetValue("parking_lots", out var named))
            found = found with { Lots = [.. named.Value.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries).Select(id => Row(id, "parking_lots", "place to park", lots)).OfType<int>().Distinct()] };
        return found;

        int? One(string key, string what, Lazy<Dictionary<string, int>> rows) => building.Record.Others.TryGetValue(key, out var text) ? Row(text.Value, key, what, rows) : null;

        int? Row(string id, string key, string what, Lazy<Dictionary<string, int>> rows)
        {
            if (rows.Value.TryGetValue(id, out var row)) return row;
            problems.Error(file, 0, 0, $"The building '{building.Id}' names '{id}' as '{key}', but the map has no such {what}.{NearestName.Hint(id, rows.Value.Keys)}");
            return null;
        }
    }

    private static Dictionary<string, int> Rows(string[] ids, Func<int, bool> holds)
    {
        var rows = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
            if (holds(i)) rows.TryAdd(ids[i], i);
        return rows;
    }
}
