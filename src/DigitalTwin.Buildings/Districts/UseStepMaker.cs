using DigitalTwin.Buildings.Systems;
using DigitalTwin.Buildings.Use;
using DigitalTwin.Buildings.Weather;

namespace DigitalTwin.Buildings.Districts;

/// <summary>Makes what a step is for a use at a place.</summary>
internal static class UseStepMaker
{
    private const double Day = 86400, WaterHeat = 4.186e6, LeastPresence = 0.05;

    /// <summary>The step of a use: schedules at its middle.</summary>
    /// <param name="profile">The use.</param>
    /// <param name="options">What all share.</param>
    /// <param name="weather">Means over the step.</param>
    /// <param name="onPhotovoltaics">Radiation on the roof's modules, W/m².</param>
    /// <param name="airHeat">ρ c of the air, J/(m³ K).</param>
    /// <param name="from">Begin, s.</param>
    /// <param name="seconds">Length, s.</param>
    public static UseStep Of(UseProfile profile, BuildingsOptions options, in Outdoors weather, double onPhotovoltaics, double airHeat, double from, double seconds)
    {
        var hour = HourOfWeek(options, from + (seconds / 2));
        var presence = profile.Occupancy[hour];
        // Water and cooking follow the people who are there; by schedule that is the quota of all who belong there.
        var perPresent = 1 / Math.Max(LeastPresence, presence);
        var lift = WaterHeat * Math.Max(0, options.HotWaterTemperature - weather.GroundTemperature);
        var (pump, chiller) = (HeatPump.Heating(weather.AirTemperature), HeatPump.Cooling(weather.AirTemperature));
        return new()
        {
            Seconds = seconds,
            PerSecond = 1 / seconds,
            Presence = presence,
            Occupied = presence >= options.OccupiedFrom ? 1 : 0,
            HeatPerPerson = profile.HeatPerPerson,
            Lighting = profile.LightingPower * profile.Lighting[hour],
            Equipment = profile.EquipmentPower * profile.Equipment[hour],
            Common = profile.CommonPower * presence,
            HeatingSetPoint = profile.HeatingSetPoint[hour],
            CoolingSetPoint = profile.CoolingSetPoint[hour],
            HotLimit = profile.HotLimit,
            ColdLimit = profile.ColdLimit,
            Air = weather.AirTemperature,
            Ground = weather.GroundTemperature,
            SkyBelow = weather.AirTemperature - weather.SkyTemperature,
            FreshAir = airHeat * profile.FreshAir,
            HeatingElectricity = profile.HeatingCarrier == Carrier.Electricity ? 1 / (profile.HeatingEfficiency * (profile.HeatingEfficiency > 1 ? pump : 1)) : 0,
            HeatingGas = profile.HeatingCarrier == Carrier.Gas ? 1 / profile.HeatingEfficiency : 0,
            HeatingDistrict = profile.HeatingCarrier == Carrier.DistrictHeat ? 1 / profile.HeatingEfficiency : 0,
            CoolingElectricity = 1 / (profile.CoolingPerformance * chiller),
            HotElectricity = profile.HotWaterCarrier == Carrier.Electricity ? lift / profile.HotWaterEfficiency : 0,
            HotGas = profile.HotWaterCarrier == Carrier.Gas ? lift / profile.HotWaterEfficiency : 0,
            HotDistrict = profile.HotWaterCarrier == Carrier.DistrictHeat ? lift / profile.HotWaterEfficiency : 0,
            Water = profile.WaterPerPerson / Day * profile.Water[hour] * perPresent,
            HotWater = profile.HotWaterPerPerson / Day * profile.Water[hour] * perPresent,
            Cooking = profile.CookingPerPerson * profile.Cooking[hour] * perPresent,
            Photovoltaics = options.Photovoltaics.PerPeakWatt(onPhotovoltaics, weather.AirTemperature),
            ImportPrice = options.Tariff.Electricity[hour],
            ExportPrice = options.Tariff.FeedIn,
            GasPrice = options.Tariff.Gas,
            DistrictPrice = options.Tariff.DistrictHeat,
        };
    }

    private static int HourOfWeek(BuildingsOptions options, double time)
    {
        var day = ((int)options.Clock.DayOfWeek(time) + 6) % 7;
        return (24 * day) + (int)(options.Clock.TimeOfDay(time) / 3600);
    }
}
