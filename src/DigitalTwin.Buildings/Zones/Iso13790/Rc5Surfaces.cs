using DigitalTwin.Buildings.Envelope;

namespace DigitalTwin.Buildings.Zones.Iso13790;

/// <summary>How sun and sky act on the surfaces of a 5R1C zone (ISO 13790:2008, 11.3).</summary>
public static class Rc5Surfaces
{
    /// <summary>R_se, m² K/W (ISO 6946:2017).</summary>
    public const double ExternalResistance = 0.04;

    /// <summary>External radiative coefficient of a black surface, W/(m² K) (ISO 13790:2008, 11.4.6: 5 ε).</summary>
    public const double RadiativeCoefficient = 5;

    /// <summary>Solar gain per W/m² on an opaque surface, m²: α R_se U A (equation 45); 0 unless it is outdoors.</summary>
    public static double Aperture(OpaqueSurface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        return surface.Exposure == Exposure.Outdoors ? surface.SolarAbsorptance * ExternalResistance * surface.UValue * surface.Area : 0;
    }

    /// <summary>Solar gain per W/m² of normal incidence on a window's glass, m²: g (1 - F_F) A F_sh (equation 44); the glass's dependence on the angle comes on top.</summary>
    public static double Aperture(Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.SolarFactor * (1 - window.FrameShare) * window.Area * window.ShadeFactor;
    }

    /// <summary>Heat lost to the sky per K that it is colder than the air, W/K: F_r R_se U A h_r (equation 46) with F_r the sky's share of the view, (1 + cos tilt) / 2.</summary>
    public static double SkyLoss(OpaqueSurface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        return surface.Exposure == Exposure.Outdoors ? Loss(surface.UValue * surface.Area, surface.Tilt, surface.Emittance) : 0;
    }

    /// <summary>The same of a window; glass has an emittance of 0.84 (EN 673).</summary>
    public static double SkyLoss(Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return Loss(window.UValue * window.Area, window.Tilt, 0.84);
    }

    private static double Loss(double conductance, double tilt, double emittance) =>
        (1 + Math.Cos(tilt * Math.PI / 180)) / 2 * ExternalResistance * conductance * RadiativeCoefficient * emittance;
}
