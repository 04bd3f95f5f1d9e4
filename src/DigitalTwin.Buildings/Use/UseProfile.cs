using DigitalTwin.Buildings.Schedules;
using DigitalTwin.Buildings.Systems;

namespace DigitalTwin.Buildings.Use;

/// <summary>
/// What people do in buildings of one use and what serves them: who is there when, light, machines, set-points, fresh air, hot and cold water, plant. The numbers of the shipped table
/// (<see cref="UseProfiles.Shipped"/>) and their sources are in <c>data/use-profiles.csv</c> and <c>data/use-hours.csv</c>; a planner's own files replace any of them.
/// </summary>
public sealed record UseProfile
{
    /// <summary>Of which use.</summary>
    public required BuildingUse Use { get; init; }

    /// <summary>Share of the occupants who are there, 0 to 1.</summary>
    public required WeekProfile Occupancy { get; init; }

    /// <summary>Share of <see cref="LightingPower"/> that is on, 0 to 1.</summary>
    public required WeekProfile Lighting { get; init; }

    /// <summary>Share of <see cref="EquipmentPower"/> that is on, 0 to 1.</summary>
    public required WeekProfile Equipment { get; init; }

    /// <summary>Air is heated up to this, °C.</summary>
    public required WeekProfile HeatingSetPoint { get; init; }

    /// <summary>Air is cooled down to this, °C.</summary>
    public required WeekProfile CoolingSetPoint { get; init; }

    /// <summary>Water drawn in an hour over the mean of the week.</summary>
    public required WeekProfile Water { get; init; }

    /// <summary>Gas burnt for cooking in an hour over the mean of the week.</summary>
    public required WeekProfile Cooking { get; init; }

    /// <summary>Floor area for one person, m²: from it the occupants follow where no source says them.</summary>
    public required double FloorAreaPerPerson { get; init; }

    /// <summary>Sensible heat of a person, W.</summary>
    public required double HeatPerPerson { get; init; }

    /// <summary>Installed lighting, W per m² of floor.</summary>
    public required double LightingPower { get; init; }

    /// <summary>Installed equipment, W per m² of floor.</summary>
    public required double EquipmentPower { get; init; }

    /// <summary>Lifts, pumps and fans while all are there, W per m² of floor; it warms no room.</summary>
    public required double CommonPower { get; init; }

    /// <summary>Fresh air for a person who is there, m³/s.</summary>
    public required double FreshAir { get; init; }

    /// <summary>Water of an occupant, hot water included, m³/d.</summary>
    public required double WaterPerPerson { get; init; }

    /// <summary>Part of it that is drawn hot, m³/d at <see cref="BuildingsOptions.HotWaterTemperature"/>.</summary>
    public required double HotWaterPerPerson { get; init; }

    /// <summary>Gas for cooking of an occupant, W as a mean over the week.</summary>
    public required double CookingPerPerson { get; init; }

    /// <summary>What heats.</summary>
    public required Carrier HeatingCarrier { get; init; }

    /// <summary>Heat delivered per energy bought; of a heat pump, at 7 °C outdoors.</summary>
    public required double HeatingEfficiency { get; init; }

    /// <summary>Heating capacity, W per m² of floor.</summary>
    public required double HeatingCapacity { get; init; }

    /// <summary>Heat removed per electricity bought at 35 °C outdoors.</summary>
    public required double CoolingPerformance { get; init; }

    /// <summary>Cooling capacity, W per m² of floor.</summary>
    public required double CoolingCapacity { get; init; }

    /// <summary>What heats water.</summary>
    public required Carrier HotWaterCarrier { get; init; }

    /// <summary>Heat in hot water per energy bought.</summary>
    public required double HotWaterEfficiency { get; init; }

    /// <summary>Operative temperature above which an occupied hour is too hot, °C.</summary>
    public required double HotLimit { get; init; }

    /// <summary>Operative temperature below which an occupied hour is too cold, °C.</summary>
    public required double ColdLimit { get; init; }
}
