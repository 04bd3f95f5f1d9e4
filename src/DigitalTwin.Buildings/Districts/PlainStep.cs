using DigitalTwin.Buildings.Zones.Iso13790;

namespace DigitalTwin.Buildings.Districts;

/// <summary>
/// A step of one building, a term per line: the definition that <see cref="BlockKernel"/> is tested equal to. The rooms are <see cref="Rc5Zone"/>'s.
/// </summary>
internal static class PlainStep
{
    /// <summary>Advances a building.</summary>
    /// <param name="row">Its <see cref="Lane.Count"/> numbers.</param>
    /// <param name="mass">θ_m, °C; that at the end of the step afterwards.</param>
    /// <param name="sky">Sun and sky.</param>
    /// <param name="use">Schedules, weather, plant.</param>
    /// <param name="now">Receives a value by <see cref="BuildingQuantity"/>.</param>
    public static void Advance(ReadOnlySpan<double> row, ref double mass, in SkyStep sky, in UseStep use, Span<double> now)
    {
        // (U1) People, and what they and their things give off.
        var people = row[Lane.People] * use.Presence + row[Lane.PeopleAdded];
        var internalGains = people * use.HeatPerPerson + row[Lane.Floor] * (use.Lighting + use.Equipment);
        // (H1) The room.
        var ventilation = row[Lane.Leak] + people * use.FreshAir;
        var behind = row[Lane.Mass] > 0 ? use.Air + row[Lane.MassGround] / row[Lane.Mass] * (use.Ground - use.Air) : use.Air;
        var drive = new Rc5Drive(use.Air, behind, use.Air, ventilation, internalGains, SolarGains(row, sky, use));
        // Nobody cools below what is heated to.
        var warm = row[Lane.HeatingTimes] * use.HeatingSetPoint + row[Lane.HeatingPlus];
        var cool = Math.Max(warm, row[Lane.CoolingTimes] * use.CoolingSetPoint + row[Lane.CoolingPlus]);
        var control = new SetPoints(warm, cool, row[Lane.HeatingCapacity], row[Lane.CoolingCapacity]);
        var room = Rc5Zone.Advance(Parameters(row), mass, drive, control, use.Seconds);
        mass = room.Mass;
        Plant(row, people, Math.Max(room.Load, 0), Math.Max(-room.Load, 0), room.Air, room.Operative, use, now);
    }

    /// <summary>What a building buys, gives and draws, whatever model its rooms have.</summary>
    /// <param name="row">Its numbers.</param>
    /// <param name="people">Who is there.</param>
    /// <param name="heating">Heat given to the rooms, W.</param>
    /// <param name="cooling">Heat taken from them, W.</param>
    /// <param name="air">Air temperature, °C.</param>
    /// <param name="operative">Operative temperature, °C.</param>
    /// <param name="use">Schedules, weather, plant.</param>
    /// <param name="now">Receives a value by <see cref="BuildingQuantity"/>.</param>
    public static void Plant(ReadOnlySpan<double> row, double people, double heating, double cooling, double air, double operative, in UseStep use, Span<double> now)
    {
        // (U2) Water, (U3) plant, (U4) what is bought, (U5) the roof.
        var water = people * use.Water * row[Lane.WaterSupply];
        var hot = people * use.HotWater * row[Lane.WaterSupply];
        var heated = hot * row[Lane.Powered];
        var forHeat = heating * use.HeatingElectricity;
        var forCold = cooling * use.CoolingElectricity;
        var forLight = row[Lane.Floor] * use.Lighting;
        var forEquipment = row[Lane.Floor] * (use.Equipment + use.Common);
        var forHot = heated * use.HotElectricity;
        var generated = row[Lane.Photovoltaics] * use.Photovoltaics;
        var net = forHeat + forCold + forLight + forEquipment + forHot - generated;
        var gas = heating * use.HeatingGas + heated * use.HotGas + people * use.Cooking;
        var district = heating * use.HeatingDistrict + heated * use.HotDistrict;
        now[(int)BuildingQuantity.Occupants] = people;
        now[(int)BuildingQuantity.Heating] = heating;
        now[(int)BuildingQuantity.Cooling] = cooling;
        now[(int)BuildingQuantity.HeatingElectricity] = forHeat;
        now[(int)BuildingQuantity.CoolingElectricity] = forCold;
        now[(int)BuildingQuantity.Lighting] = forLight;
        now[(int)BuildingQuantity.Equipment] = forEquipment;
        now[(int)BuildingQuantity.HotWaterElectricity] = forHot;
        now[(int)BuildingQuantity.Photovoltaics] = generated;
        now[(int)BuildingQuantity.Import] = Math.Max(net, 0);
        now[(int)BuildingQuantity.Export] = Math.Max(-net, 0);
        now[(int)BuildingQuantity.Gas] = gas;
        now[(int)BuildingQuantity.DistrictHeat] = district;
        now[(int)BuildingQuantity.Water] = water;
        now[(int)BuildingQuantity.HotWater] = hot;
        now[(int)BuildingQuantity.Cost] = Math.Max(net, 0) * use.ImportPrice - Math.Max(-net, 0) * use.ExportPrice + gas * use.GasPrice + district * use.DistrictPrice;
        now[(int)BuildingQuantity.TooHot] = operative > use.HotLimit ? use.Occupied * row[Lane.Active] : 0;
        now[(int)BuildingQuantity.TooCold] = operative < use.ColdLimit ? use.Occupied * row[Lane.Active] : 0;
        now[(int)BuildingQuantity.AirTemperature] = air;
        now[(int)BuildingQuantity.OperativeTemperature] = operative;
    }

    /// <summary>(H10) Φ_sol = F_lit (Σ G_o I_o + F_shade Σ G_o I_o where shades are down + Σ O_o I_o) + V I_v + W I_g + U I_u - L (θ_e - θ_sky), W.</summary>
    public static double SolarGains(ReadOnlySpan<double> row, in SkyStep sky, in UseStep use)
    {
        var gains = -row[Lane.Sky] * use.SkyBelow;
        if (!sky.IsDay) return gains;
        var direct = row[Lane.GlassUp] * sky.UpThroughGlass + row[Lane.OpaqueUp] * sky.UpOnOpaque;
        for (var i = 0; i < sky.Lit; i++)
        {
            var shade = i < sky.Open ? 1 : row[Lane.Shade];
            direct += shade * row[Lane.Glass + sky.Sector[i]] * sky.ThroughGlass[i] + row[Lane.Opaque + sky.Sector[i]] * sky.OnOpaque[i];
        }
        var diffuse = row[Lane.SkyVertical] * sky.SkyVertical + row[Lane.GroundVertical] * sky.GroundVertical + row[Lane.SkyHorizontal] * sky.SkyHorizontal;
        return gains + diffuse + (sky.Altitude > row[sky.Horizon] ? direct : 0);
    }

    /// <summary>The five resistances and the capacity of a row.</summary>
    private static Rc5Parameters Parameters(ReadOnlySpan<double> row)
    {
        var total = row[Lane.Inner] / Rc5Parameters.SurfaceToAirCoefficient;
        return new(
            total / Rc5Parameters.SurfacesPerFloor, row[Lane.MassShare] * total, total, row[Lane.Capacity], row[Lane.Windows], 0, 0, row[Lane.Surface], row[Lane.Mass], row[Lane.Inner], 0);
    }
}
