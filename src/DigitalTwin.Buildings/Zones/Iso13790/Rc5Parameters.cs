using DigitalTwin.Buildings.Envelope;

namespace DigitalTwin.Buildings.Zones.Iso13790;

/// <summary>
/// A zone as the simple hourly method of ISO 13790:2008 sees it: five conductances and one capacity (5R1C). All W/K, m², J/K.
/// </summary>
/// <param name="FloorArea">A_f, m².</param>
/// <param name="MassArea">A_m, effective area of the mass, m².</param>
/// <param name="TotalArea">A_t, area of all surfaces that face the zone, m².</param>
/// <param name="Capacity">C_m, J/K.</param>
/// <param name="Windows">H_tr,w, W/K.</param>
/// <param name="Opaque">H_tr,op to the air outdoors and to the ground, W/K.</param>
/// <param name="GroundShare">Part of H_tr,op that ends in the ground, 0 to 1.</param>
/// <param name="MassToSurface">H_tr,ms, W/K.</param>
/// <param name="OutdoorsToMass">H_tr,em, W/K.</param>
/// <param name="SurfaceToAir">H_tr,is, W/K.</param>
/// <param name="Ventilation">H_ve of one air change per hour, W/K.</param>
public readonly record struct Rc5Parameters(
    double FloorArea, double MassArea, double TotalArea, double Capacity, double Windows, double Opaque, double GroundShare,
    double MassToSurface, double OutdoorsToMass, double SurfaceToAir, double Ventilation)
{
    /// <summary>Λ_at: surfaces that face the zone, m² per m² of floor (ISO 13790:2008, 7.2.2.2).</summary>
    public const double SurfacesPerFloor = 4.5;

    /// <summary>h_ms, between mass and surface, W/(m² K) (12.2.2).</summary>
    public const double MassToSurfaceCoefficient = 9.1;

    /// <summary>h_is, between surface and air, W/(m² K) (7.2.2.2).</summary>
    public const double SurfaceToAirCoefficient = 3.45;

    /// <summary>Of a zone: with the capacity of its layers where all of them are known (<see cref="EffectiveCapacity"/>), else of its class.</summary>
    /// <exception cref="ArgumentException">The zone has no floor, or its envelope lets more heat through than its mass can take in: floor area and envelope do not belong together.</exception>
    public static Rc5Parameters Of(ThermalZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (!(zone.FloorArea > 0)) throw new ArgumentException($"A zone needs a floor; its area is {zone.FloorArea} m2.", nameof(zone));
        double outdoors = 0, ground = 0, windows = 0;
        foreach (var s in zone.Opaque)
        {
            if (s.Exposure == Exposure.Outdoors) outdoors += s.UValue * s.Area;
            else if (s.Exposure == Exposure.Ground) ground += s.UValue * s.Area;
        }
        foreach (var w in zone.Windows) windows += w.UValue * w.Area;
        var (capacity, massArea) = EffectiveCapacity.Of(zone);
        var opaque = outdoors + ground;
        var massToSurface = MassToSurfaceCoefficient * massArea;
        if (opaque >= massToSurface)
            throw new ArgumentException($"The opaque envelope lets {opaque:0.#} W/K through, the zone's mass takes {massToSurface:0.#} W/K in: for such an envelope a floor of {zone.FloorArea:0.#} m2 is too small.", nameof(zone));
        var total = SurfacesPerFloor * zone.FloorArea;
        return new(
            zone.FloorArea, massArea, total, capacity, windows, opaque, opaque > 0 ? ground / opaque : 0,
            massToSurface, opaque > 0 ? 1 / ((1 / opaque) - (1 / massToSurface)) : 0, SurfaceToAirCoefficient * total, ZoneAir.HeatPerChange(zone));
    }

    /// <summary>What the opaque envelope borders on, °C: the air and the ground, each by its share of H_tr,op.</summary>
    public double BehindOpaque(double air, double ground) => air + (GroundShare * (ground - air));
}
