using System.Globalization;
using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Studies;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Cli.Commands.Buildings;

/// <summary>The files of <c>twin buildings simulate --out</c>, SI in their columns: W, m³/s, °C; of a year J, m³, s, kg.</summary>
internal static class SimulateFolder
{
    /// <summary>Writes them into a folder.</summary>
    public static void Write(string folder, SimulateInput input, DistrictStudy study)
    {
        Directory.CreateDirectory(folder);
        using (var hourly = File.CreateText(Path.Combine(folder, "hourly.csv"))) Hourly(input, study, hourly);
        using var buildings = File.CreateText(Path.Combine(folder, "buildings.csv"));
        Buildings(input, study, buildings);
    }

    private static void Hourly(SimulateInput input, DistrictStudy study, StreamWriter to)
    {
        to.WriteLine("begin,outdoors_degC,people,heating_W,cooling_W,heating_electricity_W,cooling_electricity_W,lighting_W,equipment_W,hot_water_electricity_W,photovoltaics_W,import_W,export_W,gas_W,district_heat_W,water_m3_s,hot_water_m3_s,too_hot,too_cold,mean_air_degC");
        for (var step = 0; step < study.Steps; step++)
        {
            to.Write(input.Options.Clock.Start.AddHours(step).ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture));
            to.Write(string.Create(CultureInfo.InvariantCulture, $",{input.Weather[step].AirTemperature:R}"));
            for (var quantity = BuildingQuantity.Occupants; quantity <= BuildingQuantity.TooCold; quantity++)
                if (quantity != BuildingQuantity.Cost) to.Write(string.Create(CultureInfo.InvariantCulture, $",{study.Sum(step, quantity):R}"));
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $",{study.Sum(step, BuildingQuantity.AirTemperature) / study.Count:R}"));
        }
    }

    private static void Buildings(SimulateInput input, DistrictStudy study, StreamWriter to)
    {
        to.WriteLine("building,use,floor_m2,heating_J,cooling_J,heating_electricity_J,cooling_electricity_J,lighting_J,equipment_J,hot_water_electricity_J,photovoltaics_J,import_J,export_J,gas_J,district_heat_J,water_m3,hot_water_m3,cost,too_hot_s,too_cold_s,peak_heating_W,peak_cooling_W,peak_import_W,warmest_degC,coldest_degC,carbon_kg");
        for (var b = 0; b < study.Count; b++)
        {
            var building = input.Buildings[b];
            to.Write(string.Create(CultureInfo.InvariantCulture, $"{CsvText.Quoted(building.Id)},{building.Use},{building.Zone.FloorArea:R}"));
            for (var quantity = BuildingQuantity.Heating; quantity <= BuildingQuantity.TooCold; quantity++) to.Write(string.Create(CultureInfo.InvariantCulture, $",{study.Total(b, quantity):R}"));
            for (var extreme = BuildingExtreme.PeakHeating; extreme <= BuildingExtreme.Warmest; extreme++) to.Write(string.Create(CultureInfo.InvariantCulture, $",{study.Extreme(b, extreme):R}"));
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $",{-study.Extreme(b, BuildingExtreme.ColdestNegated):R},{study.Carbon(b):R}"));
        }
    }
}
