namespace DigitalTwin.Buildings;

/// <summary>The most and the least of a building since its state was made (<see cref="BuildingsState.CopyExtreme"/>), as means over a step.</summary>
public enum BuildingExtreme
{
    /// <summary>Most heating, W.</summary>
    PeakHeating,

    /// <summary>Most cooling, W.</summary>
    PeakCooling,

    /// <summary>Most electricity from the grid, W.</summary>
    PeakImport,

    /// <summary>Highest air temperature, °C.</summary>
    Warmest,

    /// <summary>Minus the lowest air temperature, °C: kept negated, so that each extreme is a greatest value.</summary>
    ColdestNegated,
}
