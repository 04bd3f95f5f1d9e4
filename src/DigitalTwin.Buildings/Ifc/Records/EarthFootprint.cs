using DigitalTwin.Buildings.Ifc.Extents;
using DigitalTwin.Buildings.Ifc.Placements;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Ifc.Records;

/// <summary>Puts footprints of the model onto the earth: by map conversion, or by latitude, longitude and north of the site.</summary>
internal static class EarthFootprint
{
    // WGS 84.
    private const double SemiMajor = 6378137;
    private const double SquaredEccentricity = 0.00669437999014;

    /// <summary>The footprint in the system that the file allows, with its name; as it is, and null, where it allows none.</summary>
    /// <param name="local">In the model's x and y, m.</param>
    /// <param name="origin">The site's origin in the model, where latitude and longitude are.</param>
    /// <param name="geo">Where the model stands.</param>
    public static (Geometry Footprint, string? Crs) Place(Geometry local, IfcPoint origin, IfcGeoreference geo)
    {
        if (geo.Map is { Epsg: { } epsg } map)
        {
            var (sin, cos) = Math.SinCos(map.Rotation * Math.PI / 180);
            return (Moved(local, (x, y) => new(map.Easting + map.Scale * (cos * x - sin * y), map.Northing + map.Scale * (sin * x + cos * y))), $"EPSG:{epsg}");
        }
        if (!geo.IsPlaced) return (local, null);
        return (Moved(local, (x, y) => Earth(x - origin.X, y - origin.Y, geo)), "EPSG:4326");
    }

    /// <summary>Longitude and latitude of a point some metres along the model's x and y from the site's origin.</summary>
    private static Coordinate Earth(double x, double y, IfcGeoreference geo)
    {
        var (sin, cos) = Math.SinCos(geo.Azimuth * Math.PI / 180);
        double east = x * cos + y * sin, north = -x * sin + y * cos;
        var (s, c) = Math.SinCos(geo.Latitude!.Value * Math.PI / 180);
        var w = Math.Sqrt(1 - SquaredEccentricity * s * s);
        double meridian = SemiMajor * (1 - SquaredEccentricity) / (w * w * w), parallel = SemiMajor / w * Math.Max(c, 1e-6);
        return new(geo.Longitude!.Value + east / parallel * 180 / Math.PI, geo.Latitude.Value + north / meridian * 180 / Math.PI);
    }

    private static Geometry Moved(Geometry local, Func<double, double, Coordinate> move) => local switch
    {
        Polygon { IsEmpty: false } p => Geometries.Factory.CreatePolygon(Ring(p.Shell, move), [.. p.Holes.Select(h => Ring(h, move))]),
        GeometryCollection many => Geometries.Factory.BuildGeometry(many.Geometries.Select(g => Moved(g, move))),
        _ => local,
    };

    private static LinearRing Ring(LinearRing ring, Func<double, double, Coordinate> move) => Geometries.Factory.CreateLinearRing(Array.ConvertAll(ring.Coordinates, c => move(c.X, c.Y)));
}
