namespace DigitalTwin.Buildings.Zones.Iso13790;

/// <summary>What acts on a 5R1C zone during a step, as means over it.</summary>
/// <param name="Outdoors">θ_e, air outdoors, °C.</param>
/// <param name="BehindOpaque">What the opaque envelope borders on, °C: <see cref="Rc5Parameters.BehindOpaque"/>.</param>
/// <param name="Supply">θ_sup of the air that comes in, °C.</param>
/// <param name="Ventilation">H_ve, W/K.</param>
/// <param name="InternalGains">Φ_int, W.</param>
/// <param name="SolarGains">Φ_sol, W: through windows and by absorption on opaque surfaces, less what they radiate to the sky (<see cref="Rc5Surfaces"/>).</param>
public readonly record struct Rc5Drive(double Outdoors, double BehindOpaque, double Supply, double Ventilation, double InternalGains, double SolarGains);

/// <summary>What may be done about the temperature of a zone.</summary>
/// <param name="HeatingSetPoint">°C; negative infinity for no heating.</param>
/// <param name="CoolingSetPoint">°C; positive infinity for no cooling.</param>
/// <param name="HeatingCapacity">W, at least 0.</param>
/// <param name="CoolingCapacity">W, at least 0.</param>
public readonly record struct SetPoints(double HeatingSetPoint, double CoolingSetPoint, double HeatingCapacity = double.PositiveInfinity, double CoolingCapacity = double.PositiveInfinity)
{
    /// <summary>Neither heating nor cooling.</summary>
    public static SetPoints FreeFloat => new(double.NegativeInfinity, double.PositiveInfinity, 0, 0);
}

/// <summary>What a step of a 5R1C zone gives.</summary>
/// <param name="Mass">θ_m at the end of the step, °C: the zone's state.</param>
/// <param name="Surface">θ_s, mean over the step, °C.</param>
/// <param name="Air">θ_air, mean over the step, °C.</param>
/// <param name="Load">Φ_HC, W: heat given (positive) or taken (negative).</param>
public readonly record struct Rc5Answer(double Mass, double Surface, double Air, double Load)
{
    /// <summary>θ_op = 0.3 θ_air + 0.7 θ_s (ISO 13790:2008, C.12).</summary>
    public double Operative => (0.3 * Air) + (0.7 * Surface);
}
