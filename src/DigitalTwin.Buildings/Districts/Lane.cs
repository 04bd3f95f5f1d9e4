namespace DigitalTwin.Buildings.Districts;

/// <summary>
/// Where the numbers of a building stand. Buildings of one use and one place of weather lie together in blocks of <see cref="Width"/>; a block holds column after column, <see cref="Width"/> values each, so
/// that what a step reads and writes of a block (23 KB) stays in the first cache while it is advanced over many steps.
/// </summary>
internal static class Lane
{
    /// <summary>Buildings of a block.</summary>
    public const int Width = 32;

    /// <summary>Directions into which the sun on walls and windows is resolved, 45° each, north first.</summary>
    public const int Sectors = 8;

    /// <summary>Directions of the horizon.</summary>
    public const int Horizons = Sun.Horizon.Sectors;

    // What is set by controls: people by schedule and besides, m² of floor that is lit and used, W of heating and cooling, set-points as a multiple of the schedule's plus °C, water and power (0 to 1), W of photovoltaics, 1 or 0.
    public const int People = 0, PeopleAdded = 1, Floor = 2, HeatingCapacity = 3, CoolingCapacity = 4, HeatingTimes = 5, HeatingPlus = 6, CoolingTimes = 7, CoolingPlus = 8,
        WaterSupply = 9, Powered = 10, Photovoltaics = 11, Active = 12, Controls = 13;

    // The envelope: H in W/K, C in J/K, shares of gains; W/K of long-wave loss to the sky; apertures in m²; altitudes of the horizon, radians.
    public const int Mass = 13, MassGround = 14, Inner = 15, Surface = 16, Windows = 17, Leak = 18, Capacity = 19, MassShare = 20, SurfaceShare = 21, Sky = 22,
        SkyVertical = 23, GroundVertical = 24, SkyHorizontal = 25, Shade = 26, GlassUp = 27, OpaqueUp = 28, Glass = 29, Opaque = Glass + Sectors, Horizon = Opaque + Sectors, Count = Horizon + Horizons;

    /// <summary>Quantities of <see cref="BuildingQuantity"/>.</summary>
    public const int Quantities = 20;

    /// <summary>Extremes of <see cref="BuildingExtreme"/>.</summary>
    public const int Extremes = 5;

    // What moves: temperature of the mass, °C; the last step's means; their integrals; extremes.
    public const int MassTemperature = 0, Now = 1, Total = Now + Quantities, Extreme = Total + Quantities, Moving = Extreme + Extremes;
}
