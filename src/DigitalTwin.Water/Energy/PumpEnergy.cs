namespace DigitalTwin.Water.Energy;

/// <summary>What a pump has used since time 0.</summary>
public record struct PumpEnergy
{
    /// <summary>Hours on line.</summary>
    public double HoursOnline { get; set; }

    /// <summary>Electrical energy, kWh.</summary>
    public double Energy { get; set; }

    /// <summary>Cost of the energy, in the currency of the price.</summary>
    public double Cost { get; set; }

    /// <summary>Largest power, kW.</summary>
    public double PeakPower { get; set; }

    /// <summary>Sum of efficiency (0 to 1) times hours; over <see cref="HoursOnline"/> it is the mean efficiency.</summary>
    public double EfficiencyHours { get; set; }

    /// <summary>Volume lifted, m³.</summary>
    public double Volume { get; set; }
}
