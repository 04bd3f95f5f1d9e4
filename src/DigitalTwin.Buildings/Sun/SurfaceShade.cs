using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Buildings.Sun;

/// <summary>
/// What a surface sees of sun, sky and ground past what stands around it: neighbours and hills far away (<see cref="Horizon"/>), overhangs and fins close by (<see cref="Recess"/>). What hides the sky is taken as black.
/// </summary>
public sealed class SurfaceShade
{
    private const int AltitudeSteps = 18;
    private readonly Horizon horizon;
    private readonly Recess? recess;

    /// <summary>Of a surface behind a horizon, with an overhang and fins or without.</summary>
    /// <param name="plane">The surface.</param>
    /// <param name="horizon">What stands far away; <see cref="Horizon.Open"/> for nothing.</param>
    /// <param name="recess">Overhang and fins, or null; only for walls, with a tilt of 90°.</param>
    public SurfaceShade(in Plane plane, Horizon horizon, Recess? recess = null)
    {
        ArgumentNullException.ThrowIfNull(horizon);
        (this.horizon, this.recess) = (horizon, recess);
        if (recess is null)
        {
            SkyShare = plane.SkyView > 0 ? Math.Min(1, horizon.SkyView(plane) / plane.SkyView) : 1;
            (GroundShare, BandShare) = (1, BandSeen(plane));
            return;
        }
        Integrate(plane);
    }

    /// <summary>Part of the even sky's radiation that arrives, 0 to 1.</summary>
    public double SkyShare { get; private set; }

    /// <summary>Part of the horizon band's radiation that arrives, 0 to 1.</summary>
    public double BandShare { get; private set; }

    /// <summary>Part of the ground's radiation that arrives, 0 to 1.</summary>
    public double GroundShare { get; private set; }

    /// <summary>The shade of a window: its own overhang and fins behind a horizon; null where there is neither.</summary>
    public static SurfaceShade? Of(Window window, Horizon horizon)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(horizon);
        var plane = Plane.Of(window.Azimuth, window.Tilt);
        var recess = window.Tilt == 90 ? Recess.Of(window) : null;
        return recess is null && horizon.IsOpen ? null : new(plane, horizon, recess);
    }

    /// <summary>Part of the surface that the sun reaches, 0 to 1.</summary>
    public double Sunlit(in SolarPosition sun)
    {
        if (!sun.IsUp || !horizon.Shows(sun)) return 0;
        return recess?.Sunlit(sun.East, sun.North, sun.Up) ?? 1;
    }

    /// <summary>The band stands in the lowest sectors: it is seen where the horizon is lower than 5°, weighted with the cosine to the wall's normal.</summary>
    private double BandSeen(in Plane plane)
    {
        double all = 0, seen = 0;
        for (var k = 0; k < Horizon.Sectors; k++)
        {
            var (sin, cos) = Math.SinCos(Horizon.Centre(k));
            var weight = Math.Max(0, (plane.East * sin) + (plane.North * cos));
            all += weight;
            if (horizon[k] < 5 * Math.PI / 180) seen += weight;
        }
        return all > 0 ? seen / all : 1;
    }

    /// <summary>Sums over directions, each with the part of the surface that sees it.</summary>
    private void Integrate(in Plane plane)
    {
        double sky = 0, skySeen = 0, ground = 0, groundSeen = 0, band = 0, bandSeen = 0;
        for (var k = 0; k < Horizon.Sectors; k++)
        {
            var (sin, cos) = Math.SinCos(Horizon.Centre(k));
            for (var j = -AltitudeSteps; j < AltitudeSteps; j++)
            {
                var altitude = (j + 0.5) * Math.PI / 2 / AltitudeSteps;
                var (up, level) = Math.SinCos(altitude);
                var weight = ((plane.East * sin * level) + (plane.North * cos * level) + (plane.Up * up)) * level;
                if (weight <= 0) continue;
                var seen = weight * recess!.Sunlit(sin * level, cos * level, up);
                if (up < 0)
                {
                    (ground, groundSeen) = (ground + weight, groundSeen + seen);
                    continue;
                }
                if (altitude <= horizon[k]) seen = 0;
                (sky, skySeen) = (sky + weight, skySeen + seen);
                if (j == 0) (band, bandSeen) = (band + weight, bandSeen + seen);
            }
        }
        (SkyShare, GroundShare, BandShare) = (sky > 0 ? skySeen / sky : 1, ground > 0 ? groundSeen / ground : 1, band > 0 ? bandSeen / band : 1);
    }
}
