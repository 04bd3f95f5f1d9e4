namespace DigitalTwin.Buildings.Sun;

/// <summary>Radiation on a surface by where it comes from, W per m² of the surface.</summary>
/// <param name="Direct">From the sun and the bright disc around it.</param>
/// <param name="CosIncidence">Cosine of the angle at which that arrives; 0 where the sun is behind the surface or below the horizon.</param>
/// <param name="Sky">From the rest of the sky.</param>
/// <param name="Ground">Reflected by the ground.</param>
public readonly record struct Irradiance(double Direct, double CosIncidence, double Sky, double Ground)
{
    /// <summary>All of it, W/m².</summary>
    public double Total => Direct + Sky + Ground;
}
