using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Water.Network;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>The buildings of a city as assets: what is known of each, what it is joined to, and, where trips follow from the use of land, what makes them (<c>people</c>, <c>jobs</c>, <c>shop_area</c>).</summary>
internal static class BuildingLayer
{
    public static AssetLayer Of(BuildingStock stock, WaterNetwork? water, RoadNetwork? roads, ParkingSupply? parking, IReadOnlyList<District> districts)
    {
        var (all, joined) = (stock.Buildings, stock.Connections);
        return new()
        {
            Type = AssetTypes.Building,
            Ids = [.. all.Select(b => b.Id)],
            Source = [.. Enumerable.Range(0, all.Count)],
            Longitude = [.. all.Select(b => b.Longitude)],
            Latitude = [.. all.Select(b => b.Latitude)],
            Shape = i => all[i].Record.Footprint?.Value is Polygon or MultiPolygon ? all[i].Record.Footprint!.Value : new Point(all[i].Longitude, all[i].Latitude),
            Columns =
            [
                Text("name", b => b.Record.Name?.Value ?? ""), Text("name_zh", b => Other(b, "name_zh")), Text("address", b => b.Record.Address?.Value ?? ""),
                Text("address_code", b => Code(b, "address-code")), Text("building_code", b => Code(b, "building-code")), Text("ifc", b => Code(b, "ifc")),
                Text("use", b => BuildingUseWords.NameOf(b.Use)), Number("year", "", b => b.Year), Number("storeys", "", b => b.Storeys), Number("height", "m", b => b.Height),
                Number("floor_area", "m²", b => b.Zone.FloorArea), Text("units", b => Other(b, "units")), Number("households", "", b => b.Households), Number("occupants", "", b => b.Occupants),
                Number("people", "", BuildingTrips.People), Number("jobs", "", BuildingTrips.Jobs), Number("shop_area", "m²", BuildingTrips.ShopArea),
                Number("window_area", "m²", b => b.Zone.Windows.Sum(w => w.Area)), Number("wall_u", "W/(m² K)", WallU), Number("roof_for_pv", "m²", b => b.RoofForPhotovoltaics), Number("installed_pv", "W", b => b.InstalledPhotovoltaics),
                AssetColumn.Texts("water_junction", i => joined[i].Junction < 0 ? "" : water!.Nodes.Ids[joined[i].Junction]),
                AssetColumn.Texts("road_link", i => joined[i].Link < 0 ? "" : roads!.Links.Ids[joined[i].Link]),
                AssetColumn.Texts("parking_lots", i => string.Join(' ', joined[i].Lots.Select(lot => parking!.Facilities[lot].Id))),
                AssetColumn.Texts("district", i => joined[i].District < 0 ? "" : districts[joined[i].District].Id),
            ],
        };

        AssetColumn Text(string name, Func<Building, string> of) => AssetColumn.Texts(name, i => of(all[i]));

        AssetColumn Number(string name, string unit, Func<Building, double> of) => AssetColumn.Numbers(name, unit, i => of(all[i]));
    }

    /// <summary>Mean transmittance of the walls, W/(m² K).</summary>
    private static double WallU(Building building)
    {
        var (sum, area) = (0.0, 0.0);
        foreach (var wall in building.Zone.Opaque)
            if (wall is { Kind: SurfaceKind.Wall, Exposure: Exposure.Outdoors }) (sum, area) = (sum + wall.Area * wall.UValue, area + wall.Area);
        return area > 0 ? sum / area : double.NaN;
    }

    private static string Other(Building building, string name) => building.Record.Others.TryGetValue(name, out var text) ? text.Value : "";

    private static string Code(Building building, string system) => building.Record.Codes.TryGetValue(system, out var code) ? code : "";
}
