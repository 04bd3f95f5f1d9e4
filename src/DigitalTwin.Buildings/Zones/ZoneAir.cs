using DigitalTwin.Buildings.Envelope;

namespace DigitalTwin.Buildings.Zones;

/// <summary>The air of a zone.</summary>
public static class ZoneAir
{
    /// <summary>c_p of dry air, J/(kg K).</summary>
    public const double SpecificHeat = 1006;

    /// <summary>ρ at 20 °C and a height z above the sea, kg/m³: 1.204 (1 - 2.25577e-5 z)^5.2559, the pressure of the standard atmosphere (ISO 2533:1975), -500 to 11,000 m.</summary>
    public static double Density(double altitude) => 1.204 * Math.Pow(1 - (2.25577e-5 * altitude), 5.2559);

    /// <summary>Heat capacity of the zone's air, J/K.</summary>
    public static double Capacity(ThermalZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Density(zone.Altitude) * SpecificHeat * zone.Volume;
    }

    /// <summary>H_ve of one air change per hour: ρ c V / 3600, W/K.</summary>
    public static double HeatPerChange(ThermalZone zone) => Capacity(zone) / 3600;
}
