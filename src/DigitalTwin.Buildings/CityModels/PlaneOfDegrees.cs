using DigitalTwin.Buildings.Shapes;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.CityModels;

/// <summary>
/// A plane in metres that touches the earth at the first point it is asked for, for models whose coordinates are degrees: x = N cos φ₀ Δλ, y = M Δφ with WGS 84's radii of curvature at
/// φ₀. Over a city of 20 km lengths are right to a few parts in a thousand at its edge, in a single building to far less than a millimetre.
/// </summary>
internal sealed class PlaneOfDegrees(bool latitudeFirst)
{
    private const double SemiMajor = 6378137, Eccentricity2 = 6.69437999014e-3;

    private double longitude, latitude, eastPerDegree, northPerDegree;
    private bool placed;

    /// <summary>Degrees, height in m, to m.</summary>
    public Point3 ToMetres(Point3 p)
    {
        var (lon, lat) = latitudeFirst && Math.Abs(p.X) <= 90 ? (p.Y, p.X) : (p.X, p.Y);
        if (!placed) Touch(lon, lat);
        return new((lon - longitude) * eastPerDegree, (lat - latitude) * northPerDegree, p.Z);
    }

    /// <summary>A geometry in the plane as one in longitude and latitude.</summary>
    public Geometry ToDegrees(Geometry plane)
    {
        var copy = plane.Copy();
        copy.Apply(new Back(this));
        return copy;
    }

    private void Touch(double lon, double lat)
    {
        (longitude, latitude, placed) = (lon, lat, true);
        var phi = lat * Math.PI / 180;
        var w = Math.Sqrt(1 - Eccentricity2 * Math.Sin(phi) * Math.Sin(phi));
        eastPerDegree = SemiMajor / w * Math.Cos(phi) * Math.PI / 180;
        northPerDegree = SemiMajor * (1 - Eccentricity2) / (w * w * w) * Math.PI / 180;
    }

    private sealed class Back(PlaneOfDegrees plane) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence)
        {
            for (var i = 0; i < sequence.Count; i++)
            {
                sequence.SetX(i, plane.longitude + sequence.GetX(i) / plane.eastPerDegree);
                sequence.SetY(i, plane.latitude + sequence.GetY(i) / plane.northPerDegree);
            }
        }
    }
}
