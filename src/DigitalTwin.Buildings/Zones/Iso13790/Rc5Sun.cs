using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Glazing;
using DigitalTwin.Buildings.Sun;
using Plane = DigitalTwin.Buildings.Sun.Plane;

namespace DigitalTwin.Buildings.Zones.Iso13790;

/// <summary>Φ_sol of a zone: what sun and sky do to each of its surfaces, put together once and then asked every hour. Immutable.</summary>
public sealed class Rc5Sun
{
    private readonly record struct Face(Plane Plane, double Aperture, double SkyLoss, GlassOptics? Glass, SurfaceShade? Shade, double ShadeFactor);

    private readonly Face[] faces;

    /// <summary>Of a zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="horizons">What stands around, by the azimuth of a face; null for an open horizon.</param>
    public Rc5Sun(ThermalZone zone, Func<double, Horizon>? horizons = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        Horizon Around(double azimuth) => horizons?.Invoke(azimuth) ?? Horizon.Open;
        faces =
        [
            .. zone.Opaque.Where(s => s.Exposure == Exposure.Outdoors).Select(s => new Face(
                Plane.Of(s.Azimuth, s.Tilt), Rc5Surfaces.Aperture(s), Rc5Surfaces.SkyLoss(s), null,
                Around(s.Azimuth) is { IsOpen: false } around ? new SurfaceShade(Plane.Of(s.Azimuth, s.Tilt), around) : null, 1)),
            .. zone.Windows.Select(w => new Face(
                Plane.Of(w.Azimuth, w.Tilt), Rc5Surfaces.Aperture(w with { ShadeFactor = 1 }), Rc5Surfaces.SkyLoss(w), GlassOptics.Of(w), SurfaceShade.Of(w, Around(w.Azimuth)), w.ShadeFactor)),
        ];
    }

    /// <summary>Φ_sol, W: Σ aperture × radiation (on glass, each part by its angle) - Σ loss × (air - sky).</summary>
    /// <param name="sky">Sun and sky.</param>
    /// <param name="air">Temperature of the air outdoors, °C.</param>
    /// <param name="skyTemperature">Temperature of the sky, °C.</param>
    /// <param name="shadesDown">Part of the movable shades that are down, 0 to 1.</param>
    public double Gains(in Sky sky, double air, double skyTemperature, double shadesDown = 0)
    {
        double sum = 0;
        foreach (var f in faces)
        {
            var on = f.Shade is { } shade ? sky.On(f.Plane, shade) : sky.On(f.Plane);
            var let = f.Glass is { } glass ? (on.Direct * glass.Modifier(on.CosIncidence)) + ((on.Sky + on.Ground) * glass.DiffuseModifier) : on.Total;
            sum += (f.Aperture * (1 - (shadesDown * (1 - f.ShadeFactor))) * let) - (f.SkyLoss * (air - skyTemperature));
        }
        return sum;
    }
}
