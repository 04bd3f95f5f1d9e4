using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Systems;

/// <summary>
/// Carbon dioxide of bought energy, kg per J. The grid's 0.5703 kg/kWh is China's mean of 2022 as the Ministry of Ecology and Environment told companies to use it (notice 环办气候函〔2023〕43号, on reports
/// for 2022; from memory); natural gas 0.202 kg/kWh is 56.1 kg/GJ of IPCC 2006, volume 2, table 2.2; a district network 0.11 t/GJ = 0.396 kg/kWh is the default of China's guideline for public buildings (2015, from memory).
/// </summary>
public sealed record EmissionFactors
{
    private const double KilowattHour = 3.6e6;

    /// <summary>kg CO2 per J of electricity.</summary>
    public double Electricity { get; init; } = 0.5703 / KilowattHour;

    /// <summary>kg CO2 per J of gas (lower heating value).</summary>
    public double Gas { get; init; } = 56.1e-9;

    /// <summary>kg CO2 per J of district heat.</summary>
    public double DistrictHeat { get; init; } = 110e-9;

    /// <summary>kg CO2 of energy in J; what is given to the grid is not credited.</summary>
    public double Of(double import, double gas, double districtHeat) => import * Electricity + gas * Gas + districtHeat * DistrictHeat;

    internal void Check(ProblemList problems)
    {
        if (!(Electricity >= 0 && Gas >= 0 && DistrictHeat >= 0)) problems.Error("", 0, 0, $"The emission factors are {Electricity}, {Gas} and {DistrictHeat} kg/J; values of at least 0 are accepted.");
    }
}
