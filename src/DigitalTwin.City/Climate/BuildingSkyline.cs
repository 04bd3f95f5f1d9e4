using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Sun;
using DigitalTwin.Cities.Places;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Climate;

/// <summary>What buildings hide from each other, from their footprints.</summary>
public static class BuildingSkyline
{
    /// <summary>The horizon of each building among the others; open for one without a footprint in degrees.</summary>
    public static IReadOnlyList<Horizon> Horizons(IReadOnlyList<Building> buildings)
    {
        ArgumentNullException.ThrowIfNull(buildings);
        if (buildings.Count == 0) return [];
        var skyline = Of(buildings, buildings.Average(b => b.Longitude), buildings.Average(b => b.Latitude));
        return [.. Enumerable.Range(0, buildings.Count).Select(b => skyline.Around(b, _ => true))];
    }

    /// <summary>Their skyline on a plane about a place, degrees.</summary>
    public static Skyline Of(IReadOnlyList<Building> buildings, double longitude, double latitude)
    {
        ArgumentNullException.ThrowIfNull(buildings);
        var plane = TransverseMercator.About(longitude, latitude);
        return new([.. buildings.Select(b => b.Record is { Footprint.Value: Polygon or MultiPolygon, Crs: "EPSG:4326" } record ? record.Footprint.Value.Moved(plane.Forward) : null)], [.. buildings.Select(b => b.Height)]);
    }
}
