using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Zones;
using DigitalTwin.Buildings.Zones.Iso13790;

namespace DigitalTwin.Buildings.Bestest;

/// <summary>
/// A case of ANSI/ASHRAE Standard 140-2020, section 5.2 (BESTEST): a room of 8 m × 6 m × 2.7 m on a high plain near Denver. The numbers are those that NREL's BESTEST-GSR (measures and
/// shared resources for the 2020 edition, commit c82e371) and LBNL's Modelica Buildings library (Buildings.ThermalZones.Detailed.Validation.BESTEST) give publicly.
/// </summary>
public sealed record BestestCase
{
    /// <summary>Its name: <c>600</c>, <c>900FF</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it tests.</summary>
    public required string Title { get; init; }

    /// <summary>The room.</summary>
    public required ThermalZone Zone { get; init; }

    /// <summary>Inner emittance, furniture and terrain of the standard.</summary>
    public ZoneOptions Options { get; init; } = new() { Furniture = 0 };

    /// <summary>Constant gains, W: 60 % by radiation.</summary>
    public double Gains { get; init; } = 200;

    /// <summary>Whether the temperature floats freely.</summary>
    public bool FreeFloat { get; init; }

    /// <summary>Whether heating is set back to 10 °C from 23 to 7 h; from 7 to 8 h the set-point rises steadily.</summary>
    public bool Setback { get; init; }

    /// <summary>Whether a fan brings 1703.16 m³/h from 18 to 7 h, there is no heating, and cooling only from 7 to 18 h.</summary>
    public bool NightVentilation { get; init; }

    /// <summary>Set-points of heating and cooling, °C.</summary>
    public (double Heating, double Cooling) Temperatures { get; init; } = (20, 27);

    /// <summary>All of them, in the standard's order.</summary>
    public static IReadOnlyList<BestestCase> All { get; } = BestestCases.Make();

    /// <summary>What people and equipment do at a time of day.</summary>
    /// <param name="hour">Time of day, h, at the end of the step.</param>
    public ZoneControls At(double hour) => new(0.4 * Gains, 0.6 * Gains, SetPointsAt(hour), Ventilation: NightVentilation && IsNight(hour) ? 1703.16 / 3600 : 0);

    private static bool IsNight(double hour) => hour <= 7 || hour > 18;

    private SetPoints SetPointsAt(double hour)
    {
        if (FreeFloat) return SetPoints.FreeFloat;
        if (NightVentilation) return IsNight(hour) ? SetPoints.FreeFloat : SetPoints.FreeFloat with { CoolingSetPoint = Temperatures.Cooling, CoolingCapacity = double.PositiveInfinity };
        var heating = !Setback ? Temperatures.Heating : hour <= 7 || hour > 23 ? 10 : Math.Min(20, 10 + (10 * (hour - 7)));
        return new(heating, Temperatures.Cooling);
    }
}
