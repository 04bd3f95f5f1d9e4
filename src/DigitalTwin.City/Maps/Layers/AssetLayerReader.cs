using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Geodesy;
using NetTopologySuite.Geometries;
using NetTopologySuite.LinearReferencing;

namespace DigitalTwin.Cities.Maps.Layers;

/// <summary>
/// Reads a GeoJSON file of assets of one type into a layer: <c>id</c> (the feature's, or the property) is the owner's id, every other property an attribute. A feature whose
/// geometry is null is an asset without a place.
/// </summary>
internal sealed class AssetLayerReader(MapFile map, AssetFile file, ProblemList problems)
{
    private const double FarFromPlace = 300_000;

    private readonly List<string> ids = [];
    private readonly List<Geometry?> shapes = [];
    private readonly List<double> longitude = [], latitude = [];
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    private int outside, far, broken, firstOutside, firstFar, firstBroken;
    private bool allPoints = true;

    /// <summary>The layer, or null when the file holds nothing that could be read.</summary>
    public AssetLayer? Read()
    {
        var before = problems.ErrorCount;
        var attributes = new AttributeTable(file, problems);
        GeoJsonReader.Read(file.Path, problems, feature =>
        {
            if (FeatureId.Of(feature, file.Path, $"{file.Type}", seen, problems) is not { } id) return;
            attributes.Add(ids.Count, feature);
            Place(feature.Geometry is { IsEmpty: false } geometry ? geometry : null);
            ids.Add(id);
        });
        var columns = attributes.Columns(ids.Count);
        if (ids.Count == 0)
        {
            if (problems.ErrorCount == before) problems.Warning(file.Path, 0, 0, $"The file holds no asset of the type '{file.Type}'.");
            return null;
        }
        Report();
        return new()
        {
            Type = file.Type,
            Ids = [.. ids],
            Source = [.. Enumerable.Range(0, ids.Count)],
            Longitude = [.. longitude],
            Latitude = [.. latitude],
            Shape = allPoints ? null : row => shapes[row],
            Columns = columns,
        };
    }

    private void Place(Geometry? geometry)
    {
        allPoints &= geometry is null or Point;
        shapes.Add(geometry);
        var (x, y) = (double.NaN, double.NaN);
        if (geometry is not null)
        {
            if (geometry is Polygon or MultiPolygon && !geometry.IsValid && broken++ == 0) firstBroken = ids.Count;
            var middle = Middle(geometry);
            (x, y) = (middle.X, middle.Y);
            if (map.Extent is { } e && (x < e[0] || y < e[1] || x > e[2] || y > e[3]))
            {
                if (outside++ == 0) firstOutside = ids.Count;
            }
            else if (SphereDistance.Between(map.Longitude, map.Latitude, x, y) > FarFromPlace && far++ == 0) firstFar = ids.Count;
        }
        longitude.Add(x);
        latitude.Add(y);
    }

    /// <summary>A place that is on the thing: half way along a line, inside an area.</summary>
    private static Coordinate Middle(Geometry geometry)
    {
        if (geometry is LineString { Length: > 0 } line) return new LengthIndexedLine(line).ExtractPoint(line.Length / 2);
        var inside = geometry is Point ? geometry.Coordinate : geometry.InteriorPoint.Coordinate;
        return inside ?? geometry.Coordinate;
    }

    private void Report()
    {
        if (broken > 0)
            problems.Warning(file.Path, 0, 0, $"The areas of {broken} of {ids.Count} features cross themselves, '{ids[firstBroken]}' among them.");
        if (outside > 0)
            problems.Error(file.Path, 0, 0,
                $"{outside} of {ids.Count} features lie outside the 'extent' of {MapFile.FileName}, '{ids[firstOutside]}' ({longitude[firstOutside]:F5}, {latitude[firstOutside]:F5}) among them.");
        if (far > 0)
            problems.Warning(file.Path, 0, 0,
                $"{far} of {ids.Count} features lie more than 300 km from the map's 'place', '{ids[firstFar]}' ({longitude[firstFar]:F4}, {latitude[firstFar]:F4}) among them.");
    }
}
