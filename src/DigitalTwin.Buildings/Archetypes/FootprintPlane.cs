using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Archetypes;

/// <summary>
/// Metres around a footprint. Degrees become metres by the radii of curvature of the GRS 80 ellipsoid at the footprint's middle, which is good to a millionth over a building;
/// anything that is not degrees is taken as metres.
/// </summary>
internal readonly struct FootprintPlane
{
    private const double EquatorialRadius = 6_378_137, SquaredEccentricity = 0.00669438002290;

    private readonly double x0, y0, perX, perY;

    public FootprintPlane(Geometry footprint, string? crs)
    {
        var middle = footprint.EnvelopeInternal.Centre;
        (x0, y0, perX, perY) = (middle.X, middle.Y, 1, 1);
        if (!IsDegrees(crs)) return;
        var phi = y0 * Math.PI / 180;
        var root = Math.Sqrt(1 - SquaredEccentricity * Math.Sin(phi) * Math.Sin(phi));
        perX = EquatorialRadius / root * Math.Cos(phi) * Math.PI / 180;
        perY = EquatorialRadius * (1 - SquaredEccentricity) / (root * root * root) * Math.PI / 180;
    }

    /// <summary>Whether coordinates are longitude and latitude.</summary>
    public static bool IsDegrees(string? crs) => crs is not null && (crs.EndsWith(":4326", StringComparison.Ordinal) || crs.EndsWith(":4490", StringComparison.Ordinal) || crs.EndsWith("CRS84", StringComparison.Ordinal));

    /// <summary>The corners of a ring, m east and north, the last as the first; its direction is made positive (counter-clockwise) or negative.</summary>
    public (double X, double Y)[] Ring(LineString ring, bool isPositive)
    {
        var corners = new (double X, double Y)[ring.NumPoints];
        for (var i = 0; i < corners.Length; i++)
        {
            var at = ring.GetCoordinateN(i);
            corners[i] = ((at.X - x0) * perX, (at.Y - y0) * perY);
        }
        if (SignedArea(corners) > 0 != isPositive) Array.Reverse(corners);
        return corners;
    }

    /// <summary>Every ring of a footprint, shells counter-clockwise and holes clockwise, so that the outside lies on the right.</summary>
    public List<(double X, double Y)[]> Rings(Geometry footprint)
    {
        var rings = new List<(double X, double Y)[]>();
        for (var part = 0; part < footprint.NumGeometries; part++)
        {
            if (footprint.GetGeometryN(part) is not Polygon { IsEmpty: false } polygon) continue;
            rings.Add(Ring(polygon.ExteriorRing, true));
            foreach (var hole in polygon.InteriorRings) rings.Add(Ring(hole, false));
        }
        return rings;
    }

    /// <summary>Area inside a ring by Gauss's formula, m²: positive when it runs counter-clockwise.</summary>
    public static double SignedArea((double X, double Y)[] ring)
    {
        var sum = 0.0;
        for (var i = 0; i + 1 < ring.Length; i++) sum += ring[i].X * ring[i + 1].Y - ring[i + 1].X * ring[i].Y;
        return sum / 2;
    }
}
