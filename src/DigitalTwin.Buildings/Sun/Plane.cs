namespace DigitalTwin.Buildings.Sun;

/// <summary>Which way a flat surface looks.</summary>
/// <param name="East">Component of the outward normal to the east.</param>
/// <param name="North">Component to the north.</param>
/// <param name="Up">Component upwards: the cosine of the tilt.</param>
public readonly record struct Plane(double East, double North, double Up)
{
    /// <summary>A plane by its outward normal.</summary>
    /// <param name="azimuth">Whither the normal points, degrees clockwise from north.</param>
    /// <param name="tilt">Angle of the normal from the zenith, degrees: 0 a flat roof, 90 a wall.</param>
    public static Plane Of(double azimuth, double tilt)
    {
        var (sinTilt, cosTilt) = Math.SinCos(tilt * Math.PI / 180);
        var (sinAzimuth, cosAzimuth) = Math.SinCos(azimuth * Math.PI / 180);

        // A right angle is meant when one is given: 6e-17 of sky would otherwise be seen by a floor.
        if (Math.Abs(cosTilt) < 1e-12) cosTilt = 0;
        return new(sinTilt * sinAzimuth, sinTilt * cosAzimuth, cosTilt);
    }

    /// <summary>Sine of the tilt.</summary>
    public double SinTilt => Math.Sqrt(Math.Max(0, 1 - (Up * Up)));

    /// <summary>Part of what it sees that is sky, over open ground: (1 + cos β) / 2.</summary>
    public double SkyView => (1 + Up) / 2;

    /// <summary>Part of what it sees that is ground: (1 - cos β) / 2.</summary>
    public double GroundView => (1 - Up) / 2;
}
