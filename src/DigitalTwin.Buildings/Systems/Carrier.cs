namespace DigitalTwin.Buildings.Systems;

/// <summary>In what form a building buys energy.</summary>
public enum Carrier
{
    /// <summary>Electricity.</summary>
    Electricity,

    /// <summary>Natural gas.</summary>
    Gas,

    /// <summary>Heat of a district network.</summary>
    DistrictHeat,
}
