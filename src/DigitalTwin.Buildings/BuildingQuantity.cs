namespace DigitalTwin.Buildings;

/// <summary>What a building does at a time, as a mean over the last step (<see cref="BuildingsState.Copy"/>), and summed over time (<see cref="BuildingsState.CopyTotal"/>: W become J, m³/s become m³, persons become person-seconds).</summary>
public enum BuildingQuantity
{
    /// <summary>People who are there.</summary>
    Occupants,

    /// <summary>Heat given to the rooms by heating, W.</summary>
    Heating,

    /// <summary>Heat taken from the rooms by cooling, W.</summary>
    Cooling,

    /// <summary>Electricity for heating, W.</summary>
    HeatingElectricity,

    /// <summary>Electricity for cooling, W.</summary>
    CoolingElectricity,

    /// <summary>Electricity for light, W.</summary>
    Lighting,

    /// <summary>Electricity for equipment, lifts, pumps and fans, W.</summary>
    Equipment,

    /// <summary>Electricity for hot water, W.</summary>
    HotWaterElectricity,

    /// <summary>Electricity of the roof's photovoltaics, alternating current, W.</summary>
    Photovoltaics,

    /// <summary>Electricity taken from the grid, W.</summary>
    Import,

    /// <summary>Electricity given to the grid, W.</summary>
    Export,

    /// <summary>Gas, W.</summary>
    Gas,

    /// <summary>Heat of a district network, W.</summary>
    DistrictHeat,

    /// <summary>Water drawn, cold and hot, m³/s.</summary>
    Water,

    /// <summary>Part of it that is hot, m³/s.</summary>
    HotWater,

    /// <summary>Cost of energy, currency of the tariff per s.</summary>
    Cost,

    /// <summary>Too hot while occupied: 1 or 0; summed, s.</summary>
    TooHot,

    /// <summary>Too cold while occupied: 1 or 0; summed, s.</summary>
    TooCold,

    /// <summary>Air temperature, °C; summed, °C s.</summary>
    AirTemperature,

    /// <summary>Operative temperature, °C; summed, °C s.</summary>
    OperativeTemperature,
}
