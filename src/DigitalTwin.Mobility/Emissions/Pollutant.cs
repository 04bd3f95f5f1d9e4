namespace DigitalTwin.Mobility.Emissions;

/// <summary>What cars emit on the road.</summary>
public enum Pollutant : byte
{
    /// <summary>Carbon dioxide.</summary>
    CO2,

    /// <summary>Nitrogen oxides, as the mass of NO2.</summary>
    NOx,
}
