namespace DigitalTwin.Buildings.Shapes;

/// <summary>Whither a normal points.</summary>
public static class Directions
{
    /// <summary>A normal nearer than this to the vertical, degrees, has the azimuth 0: it would be noise.</summary>
    public const double Level = 0.5;

    /// <summary>(C3) Azimuth φ = atan2(x, y) clockwise from the north of the grid, [0, 360), and tilt θ = atan2(√(x²+y²), z) from the zenith, degrees.</summary>
    public static (double Azimuth, double Tilt) Of(Point3 normal)
    {
        var tilt = Math.Atan2(Math.Sqrt(normal.X * normal.X + normal.Y * normal.Y), normal.Z) * 180 / Math.PI;
        if (tilt < Level || tilt > 180 - Level) return (0, tilt);
        var azimuth = Math.Atan2(normal.X, normal.Y) * 180 / Math.PI;
        if (azimuth < 0) azimuth += 360;
        return (azimuth >= 360 ? 0 : azimuth, tilt);
    }
}
