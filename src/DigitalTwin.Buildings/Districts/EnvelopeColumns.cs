using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Zones.Iso13790;

namespace DigitalTwin.Buildings.Districts;

/// <summary>The envelope of a zone as the district's loop reads it: the conductances of <see cref="Rc5Parameters"/>, and apertures for the sun, m²: heat that enters per W/m² on each direction.</summary>
internal static class EnvelopeColumns
{
    /// <summary>Writes the columns from <see cref="Lane.Controls"/> on.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="horizon">What stands around it.</param>
    /// <param name="row">Receives <see cref="Lane.Count"/> values.</param>
    /// <exception cref="ArgumentException">The zone is none.</exception>
    public static void Write(ThermalZone zone, Horizon horizon, Span<double> row)
    {
        var rc = Rc5Parameters.Of(zone);
        row[Lane.Controls..].Clear();
        for (var sector = 0; sector < Lane.Horizons; sector++) row[Lane.Horizon + sector] = horizon[sector];
        (row[Lane.Mass], row[Lane.MassGround]) = (rc.OutdoorsToMass, rc.OutdoorsToMass * rc.GroundShare);
        (row[Lane.Inner], row[Lane.Surface], row[Lane.Windows]) = (rc.SurfaceToAir, rc.MassToSurface, rc.Windows);
        row[Lane.Leak] = rc.Ventilation * zone.Infiltration;
        row[Lane.Capacity] = rc.Capacity;
        row[Lane.MassShare] = rc.MassArea / rc.TotalArea;
        row[Lane.SurfaceShare] = 1 - (rc.MassArea / rc.TotalArea) - (rc.Windows / (Rc5Parameters.MassToSurfaceCoefficient * rc.TotalArea));
        foreach (var surface in zone.Opaque)
        {
            row[Lane.Sky] += Rc5Surfaces.SkyLoss(surface);
            Add(row, Lane.Opaque, Lane.OpaqueUp, Rc5Surfaces.Aperture(surface), 1, surface.Azimuth, surface.Tilt, horizon);
        }
        double open = 0, shaded = 0;
        foreach (var window in zone.Windows)
        {
            row[Lane.Sky] += Rc5Surfaces.SkyLoss(window);
            var aperture = window.SolarFactor * (1 - window.FrameShare) * window.Area;
            Add(row, Lane.Glass, Lane.GlassUp, aperture, SkyOnSectors.Glass.DiffuseModifier, window.Azimuth, window.Tilt, horizon);
            (open, shaded) = (open + aperture, shaded + aperture * window.ShadeFactor);
        }
        row[Lane.Shade] = open > 0 ? shaded / open : 1;
    }

    /// <summary>
    /// (H9) An aperture A of azimuth γ between the directions γ0 and γ1 = γ0 + 45° counts as A sin(γ1 - γ) / sin 45° towards γ0 and A sin(γ - γ0) / sin 45° towards γ1: under every sun that lights both,
    /// the direct radiation on it is then exact. Of a tilt β, sin β stands and cos β lies: exact under every sun that lights both, and under an isotropic sky.
    /// </summary>
    private static void Add(Span<double> row, int sectors, int up, double aperture, double diffuse, double azimuth, double tilt, Horizon horizon)
    {
        const double degree = Math.PI / 180, step = 360.0 / Lane.Sectors;
        var (sine, cosine) = (Math.Sin(tilt * degree), Math.Cos(tilt * degree));
        var turned = azimuth / step;
        var first = (int)Math.Floor(turned);
        var within = (turned - first) * step * degree;
        var standing = aperture * sine / Math.Sin(step * degree);
        row[sectors + Wrapped(first)] += standing * Math.Sin((step * degree) - within);
        row[sectors + Wrapped(first + 1)] += standing * Math.Sin(within);
        var lying = Math.Max(0, cosine);
        row[up] += aperture * lying;
        var plane = Plane.Of(azimuth, tilt);
        // The even sky by its share of the view, less what stands in front of it; a roof's share of lying area sees the horizontal's.
        var open = horizon.IsOpen || plane.SkyView < 1e-9 ? 1 : Math.Min(1, horizon.SkyView(plane) / plane.SkyView);
        row[Lane.SkyHorizontal] += aperture * diffuse * lying * open;
        row[Lane.SkyVertical] += aperture * diffuse * (1 - Math.Abs(cosine)) * open;
        row[Lane.GroundVertical] += aperture * diffuse * (1 - cosine);
    }

    private static int Wrapped(int sector) => ((sector % Lane.Sectors) + Lane.Sectors) % Lane.Sectors;
}
