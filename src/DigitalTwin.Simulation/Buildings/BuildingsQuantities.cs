using DigitalTwin.Buildings;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>What buildings tell the city in every step: means over it.</summary>
internal sealed class BuildingsQuantities
{
    /// <summary>1 where a building stands, 0 where it does not yet or no more.</summary>
    public const string Standing = "building.standing";

    /// <summary>When a building was last built or demolished, s since the scenario's start; NaN where it never was.</summary>
    public const string Changed = "building.standing-since";

    /// <summary>Water that people want, and how much more that is than in the map's city on such a day.</summary>
    public const string Water = "building.water", WaterChange = "building.water-change";

    /// <summary>Names, units and what the model calls them; the first ones of <see cref="All"/>.</summary>
    private static readonly (string Name, string Unit, BuildingQuantity[] Sum)[] OfModel =
    [
        ("building.people", "1", [BuildingQuantity.Occupants]), ("building.heating", "W", [BuildingQuantity.Heating]), ("building.cooling", "W", [BuildingQuantity.Cooling]),
        ("building.electricity", "W",
            [BuildingQuantity.HeatingElectricity, BuildingQuantity.CoolingElectricity, BuildingQuantity.Lighting, BuildingQuantity.Equipment, BuildingQuantity.HotWaterElectricity]),
        ("building.import", "W", [BuildingQuantity.Import]), ("building.export", "W", [BuildingQuantity.Export]), ("building.photovoltaics", "W", [BuildingQuantity.Photovoltaics]),
        ("building.gas", "W", [BuildingQuantity.Gas]), ("building.district-heat", "W", [BuildingQuantity.DistrictHeat]), ("building.cost", "CNY/s", [BuildingQuantity.Cost]),
        ("building.too-hot", "1", [BuildingQuantity.TooHot]), ("building.too-cold", "1", [BuildingQuantity.TooCold]),
        ("building.air-temperature", "degC", [BuildingQuantity.AirTemperature]), ("building.water-drawn", "m³/s", [BuildingQuantity.Water]),
    ];

    public BuildingsQuantities(int buildings)
    {
        var each = new IndexSet("building", buildings);
        All = [.. OfModel.Select(q => new Quantity(q.Name, q.Unit, each)), new(Water, "m³/s", each), new(WaterChange, "m³/s", each), new(Standing, "1", each), new(Changed, "s", each)];
    }

    /// <summary>Quantities that are the model's own, or sums of them.</summary>
    public static int Modelled => OfModel.Length;

    /// <summary>Where <see cref="Water"/>, <see cref="WaterChange"/> and <see cref="Standing"/> stand, and what people draw.</summary>
    public static int WaterAt => Modelled;

    /// <summary>Index of what was drawn.</summary>
    public static int DrawnAt => Modelled - 1;

    /// <summary>All of them.</summary>
    public IReadOnlyList<Quantity> All { get; }

    /// <summary>Adds the model's quantities over a part of a step.</summary>
    /// <param name="state">After the part.</param>
    /// <param name="share">Its share of the step.</param>
    /// <param name="values">By quantity and building, added to.</param>
    /// <param name="room">Room for a value per building.</param>
    public static void Add(BuildingsState state, double share, double[][] values, double[] room)
    {
        for (var q = 0; q < OfModel.Length; q++)
            foreach (var part in OfModel[q].Sum)
            {
                state.Copy(part, room);
                var sum = values[q];
                for (var b = 0; b < room.Length; b++) sum[b] += share * room[b];
            }
    }
}
