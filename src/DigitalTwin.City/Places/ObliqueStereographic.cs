namespace DigitalTwin.Cities.Places;

/// <summary>
/// The Dutch grid RD New (EPSG:28992): oblique stereographic on Bessel's ellipsoid (IOGP guidance note 7-2, method 9809) with the seven-parameter step from Amersfoort to WGS 84 (EPSG 4833's
/// rounded values, as in PROJ's definition), good to about half a metre; the grid's official correction (RDNAPTRANS) is not part of it.
/// </summary>
internal sealed class ObliqueStereographic : IPlaneProjection
{
    private const double A = 6_377_397.155, F = 1 / 299.1528128, ESquared = F * (2 - F);
    private const double Scale = 0.9999079, FalseEasting = 155_000, FalseNorthing = 463_000;
    private const double WgsA = 6_378_137, WgsF = 1 / 298.257223563, WgsESquared = WgsF * (2 - WgsF);

    // Amersfoort to WGS 84: shift in m, rotations in seconds of arc (position vector), scale in millionths.
    private const double Dx = 565.4171, Dy = 50.3319, Dz = 465.5524, Millionths = 4.0725;
    private const double Second = Math.PI / 648_000, Rx = -0.398957 * Second, Ry = 0.343988 * Second, Rz = -1.87740 * Second;

    private static readonly double Phi0 = 52.15616055555555 * Math.PI / 180, Lambda0 = 5.38763888888889 * Math.PI / 180, E = Math.Sqrt(ESquared);

    private readonly double n, c, chi0, radius;

    public ObliqueStereographic()
    {
        var sine = Math.Sin(Phi0);
        var (rho, nu) = (A * (1 - ESquared) / Math.Pow(1 - ESquared * sine * sine, 1.5), A / Math.Sqrt(1 - ESquared * sine * sine));
        radius = Math.Sqrt(rho * nu);
        n = Math.Sqrt(1 + ESquared * Math.Pow(Math.Cos(Phi0), 4) / (1 - ESquared));
        var w1 = Isometric(sine, 1);
        var sinChi = (w1 - 1) / (w1 + 1);
        c = (n + sine) * (1 - sinChi) / ((n - sine) * (1 + sinChi));
        chi0 = Math.Asin((c * w1 - 1) / (c * w1 + 1));
    }

    /// <inheritdoc/>
    public (double X, double Y) Forward(double longitude, double latitude)
    {
        var (lambda, phi) = Shift(longitude * Math.PI / 180, latitude * Math.PI / 180, WgsA, WgsESquared, A, ESquared, -1);
        var w = Isometric(Math.Sin(phi), c);
        var chi = Math.Asin((w - 1) / (w + 1));
        var far = n * (lambda - Lambda0);
        var b = 1 + Math.Sin(chi) * Math.Sin(chi0) + Math.Cos(chi) * Math.Cos(chi0) * Math.Cos(far);
        return (FalseEasting + 2 * radius * Scale * Math.Cos(chi) * Math.Sin(far) / b,
            FalseNorthing + 2 * radius * Scale * (Math.Sin(chi) * Math.Cos(chi0) - Math.Cos(chi) * Math.Sin(chi0) * Math.Cos(far)) / b);
    }

    /// <inheritdoc/>
    public (double Longitude, double Latitude) Inverse(double x, double y)
    {
        var (east, north) = (x - FalseEasting, y - FalseNorthing);
        var g = 2 * radius * Scale * Math.Tan(Math.PI / 4 - chi0 / 2);
        var h = 4 * radius * Scale * Math.Tan(chi0) + g;
        var (i, j) = (Math.Atan2(east, h + north), Math.Atan2(east, g - north));
        j -= i;
        var chi = chi0 + 2 * Math.Atan((north - east * Math.Tan(j / 2)) / (2 * radius * Scale));
        var lambda = (j + 2 * i) / n + Lambda0;
        var psi = 0.5 * Math.Log((1 + Math.Sin(chi)) / (c * (1 - Math.Sin(chi)))) / n;
        var phi = 2 * Math.Atan(Math.Exp(psi)) - Math.PI / 2;
        for (var k = 0; k < 8; k++)
        {
            var sine = E * Math.Sin(phi);
            var at = Math.Log(Math.Tan(phi / 2 + Math.PI / 4) * Math.Pow((1 - sine) / (1 + sine), E / 2));
            phi -= (at - psi) * Math.Cos(phi) * (1 - sine * sine) / (1 - ESquared);
        }
        var (longitude, latitude) = Shift(lambda, phi, A, ESquared, WgsA, WgsESquared, 1);
        return (longitude * 180 / Math.PI, latitude * 180 / Math.PI);
    }

    private double Isometric(double sine, double factor) => factor * Math.Pow((1 + sine) / (1 - sine) * Math.Pow((1 - E * sine) / (1 + E * sine), E), n);

    /// <summary>From one ellipsoid to another through the earth's middle, at height 0; rad.</summary>
    private static (double Lambda, double Phi) Shift(double lambda, double phi, double fromA, double fromE, double toA, double toE, int sign)
    {
        var nu = fromA / Math.Sqrt(1 - fromE * Math.Sin(phi) * Math.Sin(phi));
        var (x, y, z) = (nu * Math.Cos(phi) * Math.Cos(lambda), nu * Math.Cos(phi) * Math.Sin(lambda), nu * (1 - fromE) * Math.Sin(phi));
        var m = 1 + sign * Millionths * 1e-6;
        var (rx, ry, rz) = (sign * Rx, sign * Ry, sign * Rz);
        var (px, py, pz) = (sign * Dx + m * (x - rz * y + ry * z), sign * Dy + m * (rz * x + y - rx * z), sign * Dz + m * (-ry * x + rx * y + z));
        var (p, latitude) = (Math.Sqrt(px * px + py * py), phi);
        for (var k = 0; k < 6; k++)
        {
            var sine = Math.Sin(latitude);
            latitude = Math.Atan2(pz + toE * toA / Math.Sqrt(1 - toE * sine * sine) * sine, p);
        }
        return (Math.Atan2(py, px), latitude);
    }
}

/// <summary>A way between degrees and a plane in metres.</summary>
internal interface IPlaneProjection
{
    /// <summary>Degrees to metres.</summary>
    (double X, double Y) Forward(double longitude, double latitude);

    /// <summary>Metres to degrees.</summary>
    (double Longitude, double Latitude) Inverse(double x, double y);
}
