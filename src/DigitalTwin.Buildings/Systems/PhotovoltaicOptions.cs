using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Systems;

/// <summary>
/// Photovoltaics on roofs: (U5) P = P_peak (I / 1000 W/m²) (1 + γ (T_c - 25 °C)) (1 - losses) η_inverter, with (U6) T_c = T_e + I (NOCT - 20 °C) / 800 W/m². The model and its defaults (losses 14 %,
/// inverter 96 %, γ -0.47 %/K) are those of PVWatts version 5: Dobos (2014), NREL/TP-6A20-62641; NOCT 45 °C is a module's usual data-sheet value (from memory, an assumption).
/// </summary>
public sealed record PhotovoltaicOptions
{
    /// <summary>Angle of the modules from the horizontal, degrees.</summary>
    public double Tilt { get; init; } = 15;

    /// <summary>Whither they face, degrees clockwise from north.</summary>
    public double Azimuth { get; init; } = 180;

    /// <summary>γ, change of power per kelvin, 1/K.</summary>
    public double TemperatureCoefficient { get; init; } = -0.0047;

    /// <summary>Nominal operating cell temperature, °C.</summary>
    public double NominalCellTemperature { get; init; } = 45;

    /// <summary>Soiling, wiring, mismatch, availability: 0 to 1.</summary>
    public double Losses { get; init; } = 0.14;

    /// <summary>Efficiency of the inverter, 0 to 1.</summary>
    public double Inverter { get; init; } = 0.96;

    /// <summary>(U5) Alternating current per installed peak power.</summary>
    /// <param name="irradiance">I in the plane of the modules, W/m².</param>
    /// <param name="airTemperature">T_e, °C.</param>
    public double PerPeakWatt(double irradiance, double airTemperature)
    {
        var cell = airTemperature + irradiance * (NominalCellTemperature - 20) / 800;
        return Math.Max(0, irradiance / 1000 * (1 + TemperatureCoefficient * (cell - 25)) * (1 - Losses) * Inverter);
    }

    internal void Check(ProblemList problems)
    {
        if (!(Tilt is >= 0 and <= 90)) problems.Error("", 0, 0, $"Photovoltaics are tilted by {Tilt} degrees; 0 to 90 are accepted.");
        if (!(Azimuth is >= 0 and < 360)) problems.Error("", 0, 0, $"Photovoltaics face {Azimuth} degrees; 0 to below 360 are accepted.");
        if (!(TemperatureCoefficient is > -0.02 and <= 0)) problems.Error("", 0, 0, $"Photovoltaics change by {TemperatureCoefficient} per kelvin; -0.02 to 0 are accepted.");
        if (!(NominalCellTemperature is >= 20 and <= 80)) problems.Error("", 0, 0, $"The nominal cell temperature is {NominalCellTemperature} °C; 20 to 80 °C are accepted.");
        if (!(Losses is >= 0 and < 1)) problems.Error("", 0, 0, $"Photovoltaics lose {Losses}; 0 to below 1 is accepted.");
        if (!(Inverter is > 0 and <= 1)) problems.Error("", 0, 0, $"The inverter's efficiency is {Inverter}; above 0 to 1 is accepted.");
    }
}
