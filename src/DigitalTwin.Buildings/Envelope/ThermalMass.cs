namespace DigitalTwin.Buildings.Envelope;

/// <summary>Classes of heat capacity of ISO 13790:2008, table 12.</summary>
public enum ThermalMass
{
    /// <summary>80 kJ/K per m² of floor.</summary>
    VeryLight,

    /// <summary>110 kJ/K per m² of floor.</summary>
    Light,

    /// <summary>165 kJ/K per m² of floor.</summary>
    Medium,

    /// <summary>260 kJ/K per m² of floor.</summary>
    Heavy,

    /// <summary>370 kJ/K per m² of floor.</summary>
    VeryHeavy,
}
