using DigitalTwin.Buildings.Weather;
using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Buildings.Sun;

/// <summary>
/// Sun and sky of an interval, split once into parts that every surface then takes its share of: <c>var sky = Sky.Of(outdoors, sun); sky.On(Plane.Of(180, 90)).Total</c>.
/// </summary>
public readonly record struct Sky
{
    private const double Degree = Math.PI / 180;

    /// <summary>Where the sun stands.</summary>
    public SolarPosition Sun { get; private init; }

    /// <summary>From the sun's direction, on a plane that faces it, W/m²: the beam and the disc around it.</summary>
    public double Direct { get; private init; }

    /// <summary>Of the even part of the sky, on the horizontal, W/m².</summary>
    public double Even { get; private init; }

    /// <summary>Of the band at the horizon, on a wall, W/m²; negative under a sky that is brightest overhead.</summary>
    public double Band { get; private init; }

    /// <summary>From the ground, on a plane that sees nothing else, W/m².</summary>
    public double Ground { get; private init; }

    /// <summary>The sky of an interval.</summary>
    /// <param name="outdoors">Its weather.</param>
    /// <param name="sun">Where the sun stands: for an hour's means <see cref="SolarPosition.MeanOver"/>.</param>
    /// <param name="model">How the diffuse radiation is spread.</param>
    public static Sky Of(in Outdoors outdoors, in SolarPosition sun, SkyModel model = SkyModel.Perez)
    {
        double beam = sun.IsUp ? outdoors.DirectNormal : 0, diffuse = outdoors.DiffuseHorizontal;
        var (disc, band) = model switch
        {
            SkyModel.Perez when sun.IsUp && diffuse > 0 => PerezSky.Brightness(beam, diffuse, sun),
            SkyModel.HayDavies when sun.IsUp => (Math.Min(1, beam / sun.Extraterrestrial), 0),
            _ => (0, 0),
        };

        // The disc counts as if it stood at least 5° high (Perez 1990, equation 9: b = max(cos 85°, cos z)); below, what it would add on walls has no bound.
        return new Sky
        {
            Sun = sun,
            Direct = beam + (disc > 0 ? disc * diffuse / Math.Max(Math.Cos(85 * Degree), sun.Up) : 0),
            Even = (1 - disc) * diffuse,
            Band = band * diffuse,
            Ground = outdoors.Albedo * ((beam * Math.Max(0, sun.Up)) + diffuse),
        };
    }

    /// <summary>On a surface over open ground: direct cos θ + even (1 + cos β)/2 + band sin β + ground (1 - cos β)/2.</summary>
    public Irradiance On(in Plane plane)
    {
        var cos = Incidence(plane);
        return new(Direct * cos, cos, Math.Max(0, (Even * plane.SkyView) + (Band * plane.SinTilt)), Ground * plane.GroundView);
    }

    /// <summary>On a surface in the shade of what stands around it.</summary>
    /// <param name="plane">The surface.</param>
    /// <param name="shade">What it sees of sky and ground, and of the sun.</param>
    public Irradiance On(in Plane plane, SurfaceShade shade)
    {
        ArgumentNullException.ThrowIfNull(shade);
        var cos = Incidence(plane);
        var direct = cos > 0 && Direct > 0 ? Direct * cos * shade.Sunlit(Sun) : 0;
        return new(direct, cos, Math.Max(0, (shade.SkyShare * Even * plane.SkyView) + (shade.BandShare * Band * plane.SinTilt)), shade.GroundShare * Ground * plane.GroundView);
    }

    /// <summary>cos θ, 0 where the sun is behind the plane or down.</summary>
    private double Incidence(in Plane plane) =>
        Sun.IsUp ? Math.Max(0, (plane.East * Sun.East) + (plane.North * Sun.North) + (plane.Up * Sun.Up)) : 0;
}
