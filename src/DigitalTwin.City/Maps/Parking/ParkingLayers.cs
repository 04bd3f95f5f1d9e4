using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Maps.Layers;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>A facility, the feature that it was read from, and its shape in degrees.</summary>
internal sealed record PlacedParking(ParkingFacility Facility, ParkingFeature Feature, Geometry Shape);

/// <summary>Lots and kerbs as assets: what the model knows of them, and after it what else their operator says.</summary>
internal static class ParkingLayers
{
    public static IReadOnlyList<AssetLayer> Of(IReadOnlyList<PlacedParking> placed, IReadOnlyList<Tariff> tariffs, RoadNetwork roads, string path, ProblemList problems)
    {
        var layers = new List<AssetLayer>();
        foreach (var (type, kind) in new[] { (AssetTypes.ParkingLot, FacilityKind.Lot), (AssetTypes.ParkingKerb, FacilityKind.Kerb) })
        {
            int[] source = [.. Enumerable.Range(0, placed.Count).Where(i => placed[i].Facility.Kind == kind)];
            if (source.Length == 0) continue;
            var own = Columns(placed, tariffs, roads);
            layers.Add(new()
            {
                Type = type,
                Ids = [.. source.Select(i => placed[i].Facility.Id)],
                Source = source,
                Longitude = [.. source.Select(i => placed[i].Facility.Longitude)],
                Latitude = [.. source.Select(i => placed[i].Facility.Latitude)],
                Shape = row => placed[source[row]].Shape,
                Columns = [.. own, .. Others(placed, source, type, path, problems).Where(other => own.All(column => column.Name != other.Name))],
            });
        }
        return layers;
    }

    private static AssetColumn[] Columns(IReadOnlyList<PlacedParking> placed, IReadOnlyList<Tariff> tariffs, RoadNetwork roads) =>
    [
        AssetColumn.Numbers("capacity", "", i => placed[i].Facility.Capacity),
        AssetColumn.Texts("kind", i => ParkingFeatureReader.WordOf(placed[i].Feature.Kind)),
        AssetColumn.Texts("name_en", i => placed[i].Feature.NameEn),
        AssetColumn.Texts("name_zh", i => placed[i].Feature.NameZh),
        AssetColumn.Texts("tariff", i => placed[i].Facility.Tariff is var t and >= 0 ? tariffs[t].Id : ""),
        AssetColumn.Texts("road", i => roads.Links.Ids[placed[i].Facility.Link]),
        AssetColumn.Numbers("levels", "", i => placed[i].Facility.Levels),
        AssetColumn.Numbers("chargers", "", i => placed[i].Facility.Chargers),
        AssetColumn.Numbers("charger_power", "W", i => placed[i].Facility.ChargerPower),
    ];

    /// <summary>The operator's further properties; the column is asked for the facility's number.</summary>
    private static List<AssetColumn> Others(IReadOnlyList<PlacedParking> placed, int[] source, string type, string path, ProblemList problems)
    {
        var table = new AttributeTable(new(type, path, []), problems);
        foreach (var i in source) table.Add(i, new GeoFeature(placed[i].Facility.Id, null, placed[i].Feature.Others, placed[i].Feature.Line, placed[i].Feature.Column));
        return table.Columns(placed.Count);
    }
}
