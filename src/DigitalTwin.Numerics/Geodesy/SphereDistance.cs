namespace DigitalTwin.Numerics.Geodesy;

/// <summary>Distances on a sphere of the earth's mean radius (R₁ of WGS 84): within half a percent of the ellipsoid.</summary>
public static class SphereDistance
{
    private const double Radius = 6_371_008.8;

    /// <summary>Great-circle distance by the haversine formula, m; arguments in degrees.</summary>
    public static double Between(double longitude1, double latitude1, double longitude2, double latitude2)
    {
        const double Degree = Math.PI / 180;
        var a = Math.Sin((latitude2 - latitude1) * Degree / 2);
        var b = Math.Sin((longitude2 - longitude1) * Degree / 2);
        var h = a * a + Math.Cos(latitude1 * Degree) * Math.Cos(latitude2 * Degree) * b * b;
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
