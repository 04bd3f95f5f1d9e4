using System.Runtime.InteropServices;

namespace DigitalTwin.Buildings.Districts;

/// <summary>What a step is for all buildings of one use at one place: schedules, weather, plant and prices, the same for every lane of a block.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct UseStep
{
    /// <summary>s, and 1/s.</summary>
    public double Seconds, PerSecond;

    /// <summary>Share of the people who are there; 1 where that counts as occupied, else 0; sensible heat, W per person.</summary>
    public double Presence, Occupied, HeatPerPerson;

    /// <summary>W per m² of floor.</summary>
    public double Lighting, Equipment, Common;

    /// <summary>°C.</summary>
    public double HeatingSetPoint, CoolingSetPoint, HotLimit, ColdLimit;

    /// <summary>Air outdoors, ground, and how much colder the sky is than the air, °C and K.</summary>
    public double Air, Ground, SkyBelow;

    /// <summary>W/K of fresh air for a person.</summary>
    public double FreshAir;

    /// <summary>W bought per W of heat or cold, by carrier.</summary>
    public double HeatingElectricity, HeatingGas, HeatingDistrict, CoolingElectricity;

    /// <summary>W bought per m³/s of hot water, by carrier.</summary>
    public double HotElectricity, HotGas, HotDistrict;

    /// <summary>m³/s and W for a person who is there.</summary>
    public double Water, HotWater, Cooking;

    /// <summary>W per W of photovoltaics.</summary>
    public double Photovoltaics;

    /// <summary>Currency per J.</summary>
    public double ImportPrice, ExportPrice, GasPrice, DistrictPrice;
}
