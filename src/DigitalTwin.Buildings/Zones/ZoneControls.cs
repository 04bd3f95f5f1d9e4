using DigitalTwin.Buildings.Zones.Iso13790;

namespace DigitalTwin.Buildings.Zones;

/// <summary>What people and equipment do in a zone during a step.</summary>
/// <param name="ConvectiveGains">Heat to the air, W.</param>
/// <param name="RadiantGains">Heat that inner faces receive by radiation, W.</param>
/// <param name="SetPoints">When it is heated and cooled, and with how much at most.</param>
/// <param name="Ventilation">Outdoor air beside infiltration, m³/s.</param>
/// <param name="SupplyTemperature">Of that air, °C; NaN for as it is outdoors.</param>
/// <param name="ShadesDown">Part of the windows' movable shades that are down, 0 to 1.</param>
public readonly record struct ZoneControls(
    double ConvectiveGains, double RadiantGains, SetPoints SetPoints, double Ventilation = 0, double SupplyTemperature = double.NaN, double ShadesDown = 0);

/// <summary>What a step gave, as means over it; temperatures in °C, heat flows in W.</summary>
/// <param name="Heating">Heat given to the air, at least 0.</param>
/// <param name="Cooling">Heat taken from the air, at least 0.</param>
/// <param name="Air">Temperature of the air.</param>
/// <param name="Radiant">Mean radiant temperature.</param>
/// <param name="Transmitted">Sun through the windows.</param>
/// <param name="Balance">Every flow of heat into air and envelope, and what they stored.</param>
public readonly record struct ZoneStep(double Heating, double Cooling, double Air, double Radiant, double Transmitted, HeatBalance Balance)
{
    /// <summary>Mean of air and radiant temperature: what people at rest in still air feel (ISO 7726).</summary>
    public double Operative => 0.5 * (Air + Radiant);
}

/// <summary>Where heat came from and where it went, W; positive into the zone and its envelope.</summary>
/// <param name="Gains">From people and equipment.</param>
/// <param name="Sun">Absorbed by outer faces, panes and inner faces.</param>
/// <param name="Outside">From air, sky and ground to outer faces.</param>
/// <param name="Air">With infiltration and ventilation.</param>
/// <param name="Load">Heating less cooling.</param>
/// <param name="Stored">What air, furniture and envelope took up.</param>
public readonly record struct HeatBalance(double Gains, double Sun, double Outside, double Air, double Load, double Stored)
{
    /// <summary>What is not accounted for: 0 but for rounding.</summary>
    public double Residual => Gains + Sun + Outside + Air + Load - Stored;
}
