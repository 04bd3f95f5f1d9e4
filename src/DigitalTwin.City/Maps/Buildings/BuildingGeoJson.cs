using DigitalTwin.Buildings.Records;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Places;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>Reads footprints, or points, with heights and whatever else is known of buildings.</summary>
internal static class BuildingGeoJson
{
    public static List<BuildingRecord> Read(BuildingFile file, ProblemList problems)
    {
        var (records, seen) = (new List<BuildingRecord>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var properties = new BuildingProperties(file.Path, file.Name, problems);
        GeoJsonReader.Read(file.Path, problems, feature =>
        {
            if (FeatureId.Of(feature, file.Path, "building", seen, problems) is not { } id) return;
            var record = properties.Record(id, feature.Properties, feature.Line, feature.Column);
            records.Add(feature.Geometry is { IsEmpty: false } geometry ? Placed(record, geometry, file, feature, problems) : record);
        });
        return records;
    }

    private static BuildingRecord Placed(BuildingRecord record, Geometry geometry, BuildingFile file, GeoFeature feature, ProblemList problems)
    {
        var degrees = file.Coordinates is { IsDegrees: false } system ? geometry.Moved((x, y) => system.ToDegrees(x, y)) : geometry;
        if (degrees is Polygon or MultiPolygon) return record with { Footprint = new(degrees, file.Name), Crs = "EPSG:4326" };
        if (degrees is Point at) return record with { Longitude = record.Longitude ?? new(at.X, file.Name), Latitude = record.Latitude ?? new(at.Y, file.Name) };
        problems.Error(file.Path, feature.Line, feature.Column, $"Building '{record.Id}' is a {geometry.GeometryType}; a footprint is a Polygon or MultiPolygon, a place is a Point.");
        return record;
    }
}
