namespace DigitalTwin.Weather.Stations;

/// <summary>Distances on a sphere.</summary>
internal static class Earth
{
    /// <summary>Mean radius R1 of the WGS 84 ellipsoid, m.</summary>
    private const double Radius = 6_371_008.8;

    /// <summary>Great-circle distance by the haversine formula, m; arguments in degrees.</summary>
    public static double Distance(double longitude1, double latitude1, double longitude2, double latitude2)
    {
        const double degree = Math.PI / 180;
        var a = Math.Sin((latitude2 - latitude1) * degree / 2);
        var b = Math.Sin((longitude2 - longitude1) * degree / 2);
        var h = (a * a) + (Math.Cos(latitude1 * degree) * Math.Cos(latitude2 * degree) * b * b);
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
