using DigitalTwin.Numerics.Geodesy;

namespace DigitalTwin.Mobility.Roads;

/// <summary>
/// A plane in metres that touches the sphere at a latitude (x = R λ cos φ₀, y = R φ): good to one part in a thousand over 50 km. It serves to look for what is near; lengths are great circles.
/// </summary>
internal sealed class EarthPlane(double latitude)
{
    private const double MetresPerDegree = 6_371_008.8 * Math.PI / 180;

    private readonly double perLongitude = MetresPerDegree * Math.Cos(latitude * Math.PI / 180);

    public (double X, double Y) Of(double longitude, double latitude) => (longitude * perLongitude, latitude * MetresPerDegree);

    public (double Longitude, double Latitude) Back(double x, double y) => (x / perLongitude, y / MetresPerDegree);

    /// <summary>The plane about the mean latitude of streets and nodes.</summary>
    public static EarthPlane About(StreetPlan plan)
    {
        double sum = 0;
        var n = 0;
        foreach (var node in plan.Nodes)
            if (!double.IsNaN(node.Latitude)) (sum, n) = (sum + node.Latitude, n + 1);
        foreach (var street in plan.Streets)
            if (street.Course.Length > 0) (sum, n) = (sum + street.Course[1], n + 1);
        return new(n == 0 ? 0 : sum / n);
    }

    /// <summary>Length of a course in degrees, m.</summary>
    public static double Length(ReadOnlySpan<double> course)
    {
        double length = 0;
        for (var i = 2; i < course.Length; i += 2) length += SphereDistance.Between(course[i - 2], course[i - 1], course[i], course[i + 1]);
        return length;
    }
}
