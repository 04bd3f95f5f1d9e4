namespace DigitalTwin.Cities.Places;

/// <summary>
/// Gauss-Krüger (transverse Mercator) by Krüger's series in the third flattening n to fourth order (L. Krüger, "Konforme Abbildung
/// des Erdellipsoids in der Ebene", 1912; form and coefficients as in C. F. F. Karney, "Transverse Mercator with an accuracy of a few
/// nanometers", J. Geodesy 85, 2011, eqs 7 to 36). Within 6° of the central meridian it is good to a thousandth of a millimetre.
/// CGCS2000 and WGS 84 differ by 0.1 mm in the ellipsoid and are treated as one.
/// </summary>
public sealed class TransverseMercator : IPlaneProjection
{
    // φ latitude, λ longitude from the central meridian (rad); ξ, η north and east on the sphere; α, β series; A rectifying radius (m).
    private const double EquatorialRadius = 6_378_137;
    private const double Flattening = 1 / 298.257222101;
    private const double N = Flattening / (2 - Flattening);
    private const double A = EquatorialRadius / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);
    private static readonly double E = Math.Sqrt(Flattening * (2 - Flattening));

    private static readonly double[] Alpha =
    [
        N / 2 - N * N * 2 / 3 + N * N * N * 5 / 16 + N * N * N * N * 41 / 180,
        N * N * 13 / 48 - N * N * N * 3 / 5 + N * N * N * N * 557 / 1440,
        N * N * N * 61 / 240 - N * N * N * N * 103 / 140,
        N * N * N * N * 49561 / 161280,
    ];

    private static readonly double[] Beta =
    [
        N / 2 - N * N * 2 / 3 + N * N * N * 37 / 96 - N * N * N * N / 360,
        N * N / 48 + N * N * N / 15 - N * N * N * N * 437 / 1440,
        N * N * N * 17 / 480 - N * N * N * N * 37 / 840,
        N * N * N * N * 4397 / 161280,
    ];

    private readonly double centralMeridian, scale, falseEasting, falseNorthing;

    /// <summary>A projection with its central meridian in degrees, scale on it, and false origin in m.</summary>
    public TransverseMercator(double centralMeridian, double scale, double falseEasting, double falseNorthing) =>
        (this.centralMeridian, this.scale, this.falseEasting, this.falseNorthing) = (centralMeridian, scale, falseEasting, falseNorthing);

    /// <summary>A plane whose origin (0, 0) is a place: metres east and north of it, true to scale on its meridian.</summary>
    public static TransverseMercator About(double longitude, double latitude)
    {
        var (_, northing) = new TransverseMercator(longitude, 1, 0, 0).Forward(longitude, latitude);
        return new(longitude, 1, 0, -northing);
    }

    /// <summary>Degrees to easting and northing, m.</summary>
    public (double X, double Y) Forward(double longitude, double latitude)
    {
        var phi = latitude * Math.PI / 180;
        var lambda = (longitude - centralMeridian) * Math.PI / 180;
        var sine = Math.Sin(phi);
        var t = Math.Sinh(Math.Atanh(sine) - E * Math.Atanh(E * sine));
        var xi0 = Math.Atan2(t, Math.Cos(lambda));
        var eta0 = Math.Atanh(Math.Sin(lambda) / Math.Sqrt(1 + t * t));
        var (xi, eta) = (xi0, eta0);
        for (var j = 1; j <= 4; j++)
        {
            xi += Alpha[j - 1] * Math.Sin(2 * j * xi0) * Math.Cosh(2 * j * eta0);
            eta += Alpha[j - 1] * Math.Cos(2 * j * xi0) * Math.Sinh(2 * j * eta0);
        }
        return (falseEasting + scale * A * eta, falseNorthing + scale * A * xi);
    }

    /// <summary>Easting and northing in m to degrees.</summary>
    public (double Longitude, double Latitude) Inverse(double x, double y)
    {
        var xi0 = (y - falseNorthing) / (scale * A);
        var eta0 = (x - falseEasting) / (scale * A);
        var (xi, eta) = (xi0, eta0);
        for (var j = 1; j <= 4; j++)
        {
            xi -= Beta[j - 1] * Math.Sin(2 * j * xi0) * Math.Cosh(2 * j * eta0);
            eta -= Beta[j - 1] * Math.Cos(2 * j * xi0) * Math.Sinh(2 * j * eta0);
        }
        var lambda = Math.Atan2(Math.Sinh(eta), Math.Cos(xi));
        var conformal = Math.Sin(xi) / Math.Sqrt(Math.Pow(Math.Sinh(eta), 2) + Math.Pow(Math.Cos(xi), 2));
        return (centralMeridian + lambda * 180 / Math.PI, Latitude(conformal) * 180 / Math.PI);
    }

    /// <summary>Geodetic latitude (rad) from the tangent of the conformal latitude, by Newton's method (Karney 2011, eqs 19 to 21).</summary>
    private static double Latitude(double tauConformal)
    {
        var tau = tauConformal;
        for (var i = 0; i < 5; i++)
        {
            var root = Math.Sqrt(1 + tau * tau);
            var sigma = Math.Sinh(E * Math.Atanh(E * tau / root));
            var guess = tau * Math.Sqrt(1 + sigma * sigma) - sigma * root;
            var step = (tauConformal - guess) / Math.Sqrt(1 + guess * guess) * (1 + (1 - E * E) * tau * tau) / ((1 - E * E) * root);
            tau += step;
            if (Math.Abs(step) < 1e-15 * Math.Max(1, Math.Abs(tau))) break;
        }
        return Math.Atan(tau);
    }
}
