using System.Globalization;
using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Studies;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Commands.Buildings;

/// <summary>The year of a district, for people and for machines. Energy in kWh, power in kW, water in m³, carbon in t, temperatures in °C.</summary>
internal sealed class SimulateSummary
{
    private const double KilowattHour = 3.6e6;

    private static readonly (string Name, BuildingQuantity Quantity)[] EndUses =
    [
        ("heating, thermal", BuildingQuantity.Heating), ("cooling, thermal", BuildingQuantity.Cooling), ("electricity for heating", BuildingQuantity.HeatingElectricity),
        ("electricity for cooling", BuildingQuantity.CoolingElectricity), ("lighting", BuildingQuantity.Lighting), ("equipment, lifts, fans", BuildingQuantity.Equipment),
        ("electricity for hot water", BuildingQuantity.HotWaterElectricity), ("gas", BuildingQuantity.Gas), ("district heat", BuildingQuantity.DistrictHeat),
        ("photovoltaics", BuildingQuantity.Photovoltaics), ("electricity bought", BuildingQuantity.Import), ("electricity sold", BuildingQuantity.Export),
    ];

    public required string Source { get; init; }

    public required string Weather { get; init; }

    public int Buildings { get; private set; }

    public double FloorArea { get; private set; }

    public double Occupants { get; private set; }

    public List<EndUse> Uses { get; } = [];

    public List<Month> Months { get; } = [];

    public double PeakImportKw { get; private set; }

    public string PeakImportAt { get; private set; } = "";

    public double PeakHeatingKw { get; private set; }

    public double PeakCoolingKw { get; private set; }

    public double WaterM3 { get; private set; }

    public double HotWaterM3 { get; private set; }

    public double CarbonT { get; private set; }

    public double Cost { get; private set; }

    /// <summary>Hours of a building too hot or too cold while occupied, mean of the buildings.</summary>
    public double HoursTooHot { get; private set; }

    public double HoursTooCold { get; private set; }

    public double SecondsToRun { get; set; }

    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>A sum of the year.</summary>
    public sealed record EndUse(string Name, double Kwh, double KwhPerM2);

    /// <summary>A month.</summary>
    public sealed record Month(int Number, double HeatingKwh, double CoolingKwh, double ImportKwh, double GasKwh, double PhotovoltaicsKwh, double WaterM3, double MeanIndoor);

    public void Describe(SimulateInput input, DistrictStudy study)
    {
        (Buildings, FloorArea, Occupants, Notes) = (study.Count, input.Buildings.Sum(b => b.Zone.FloorArea), input.Buildings.Sum(b => b.Occupants), input.Notes);
        foreach (var (name, quantity) in EndUses)
        {
            var sum = study.Total(quantity, 0, study.Steps) / KilowattHour;
            Uses.Add(new(name, sum, sum / FloorArea));
        }
        var start = input.Options.Clock.Start;
        for (var month = 1; month <= 12; month++)
        {
            var (from, until) = ((int)(new DateTimeOffset(start.Year, month, 1, 0, 0, 0, start.Offset) - start).TotalHours, (int)(new DateTimeOffset(start.Year, month, 1, 0, 0, 0, start.Offset).AddMonths(1) - start).TotalHours);
            Months.Add(new(
                month, Kwh(BuildingQuantity.Heating), Kwh(BuildingQuantity.Cooling), Kwh(BuildingQuantity.Import), Kwh(BuildingQuantity.Gas), Kwh(BuildingQuantity.Photovoltaics),
                study.Total(BuildingQuantity.Water, from, until), study.Total(BuildingQuantity.AirTemperature, from, until) / study.StepSeconds / (until - from) / study.Count));

            double Kwh(BuildingQuantity quantity) => study.Total(quantity, from, until) / KilowattHour;
        }
        var peak = Enumerable.Range(0, study.Steps).MaxBy(s => study.Sum(s, BuildingQuantity.Import));
        (PeakImportKw, PeakImportAt) = (study.Sum(peak, BuildingQuantity.Import) / 1000, start.AddHours(peak).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        PeakHeatingKw = Enumerable.Range(0, study.Steps).Max(s => study.Sum(s, BuildingQuantity.Heating)) / 1000;
        PeakCoolingKw = Enumerable.Range(0, study.Steps).Max(s => study.Sum(s, BuildingQuantity.Cooling)) / 1000;
        (WaterM3, HotWaterM3) = (study.Total(BuildingQuantity.Water, 0, study.Steps), study.Total(BuildingQuantity.HotWater, 0, study.Steps));
        (CarbonT, Cost) = (Enumerable.Range(0, study.Count).Sum(study.Carbon) / 1000, study.Total(BuildingQuantity.Cost, 0, study.Steps));
        (HoursTooHot, HoursTooCold) = (study.Total(BuildingQuantity.TooHot, 0, study.Steps) / 3600 / study.Count, study.Total(BuildingQuantity.TooCold, 0, study.Steps) / 3600 / study.Count);
    }

    public void Write(TextWriter to)
    {
        foreach (var note in Notes) to.WriteLine(note);
        to.WriteLine($"{Source}: {Plural.Of(Buildings, "building")}, {FloorArea:N0} m2 of floor, {Occupants:N0} people; climate {Weather}");
        to.WriteLine($"{Environment.NewLine}{"of the year",-28}{"MWh",12}{"kWh/m2",10}");
        foreach (var use in Uses) to.WriteLine($"{use.Name,-28}{use.Kwh / 1000,12:N1}{use.KwhPerM2,10:N1}");
        to.WriteLine($"{Environment.NewLine}peak of electricity bought {PeakImportKw:N1} kW at {PeakImportAt}; of heating {PeakHeatingKw:N1} kW, of cooling {PeakCoolingKw:N1} kW (thermal)");
        to.WriteLine($"water {WaterM3:N0} m3, of it hot {HotWaterM3:N0} m3; carbon dioxide {CarbonT:N1} t; energy costs {Cost:N0} CNY by the tariff");
        to.WriteLine($"too hot {HoursTooHot:N0} h and too cold {HoursTooCold:N0} h while occupied, mean of the buildings");
        to.WriteLine($"{Environment.NewLine}{"month",-6}{"heating MWh",14}{"cooling MWh",14}{"bought MWh",14}{"gas MWh",12}{"PV MWh",12}{"water m3",12}{"indoors degC",14}");
        foreach (var m in Months)
            to.WriteLine($"{m.Number,-6}{m.HeatingKwh / 1000,14:N1}{m.CoolingKwh / 1000,14:N1}{m.ImportKwh / 1000,14:N1}{m.GasKwh / 1000,12:N1}{m.PhotovoltaicsKwh / 1000,12:N1}{m.WaterM3,12:N0}{m.MeanIndoor,14:N1}");
        to.WriteLine($"{Environment.NewLine}{Buildings * (Months.Count == 12 ? 8760.0 : 0) / Math.Max(1e-9, SecondsToRun) / 1e6:N1} million building-hours per second");
    }
}
