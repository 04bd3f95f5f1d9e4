using DigitalTwin.Buildings;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>The sums behind the KPIs of buildings, over buildings in their order.</summary>
internal sealed class BuildingSums(BuildingsSite site, BuildingsOptions options)
{
    private const double KilowattHour = 3.6e6;

    private readonly double weight = site.Buildings.Take(site.OnMap).Sum(b => b.Occupants);
    private double electricity, import, gas, district, heating, cooling, peak, cost, tooHot, tooCold, hottest = double.NegativeInfinity, water, photovoltaics, export, people;

    public void Add(StepWindow step, BuildingsNow now)
    {
        var seconds = step.Length;
        electricity += seconds * BuildingsNow.Sum(now.Electricity);
        var power = BuildingsNow.Sum(now.Import);
        import += seconds * power;
        peak = Math.Max(peak, power);
        export += seconds * BuildingsNow.Sum(now.Export);
        gas += seconds * BuildingsNow.Sum(now.Gas);
        district += seconds * BuildingsNow.Sum(now.DistrictHeat);
        heating += seconds * BuildingsNow.Sum(now.Heating);
        cooling += seconds * BuildingsNow.Sum(now.Cooling);
        cost += seconds * BuildingsNow.Sum(now.Cost);
        water += seconds * BuildingsNow.Sum(now.WaterDrawn);
        photovoltaics += seconds * BuildingsNow.Sum(now.Photovoltaics);
        people += seconds * BuildingsNow.Sum(now.People);
        for (var b = 0; b < now.Standing.Length; b++)
        {
            if (now.Standing[b] == 0) continue;
            if (site.IsOccupied(b, now.People[b])) hottest = Math.Max(hottest, now.AirTemperature[b]);
            if (b >= site.OnMap) continue;
            tooHot += seconds * now.TooHot[b] * site.Buildings[b].Occupants;
            tooCold += seconds * now.TooCold[b] * site.Buildings[b].Occupants;
        }
    }

    /// <summary>The KPIs of a period of <paramref name="duration"/> s.</summary>
    public IReadOnlyList<KpiValue> Kpis(double duration) =>
    [
        new(BuildingKpis.Electricity, electricity / KilowattHour),
        new(BuildingKpis.Gas, gas / KilowattHour),
        new(BuildingKpis.DistrictHeat, district / KilowattHour),
        new(BuildingKpis.Heating, heating / KilowattHour),
        new(BuildingKpis.Cooling, cooling / KilowattHour),
        new(BuildingKpis.PeakPower, peak / 1000),
        new(BuildingKpis.Cost, cost),
        new(BuildingKpis.Carbon, options.Emissions.Of(import, gas, district)),
        new(BuildingKpis.TooHot, weight > 0 ? tooHot / weight / 3600 : 0),
        new(BuildingKpis.TooCold, weight > 0 ? tooCold / weight / 3600 : 0),
        new(BuildingKpis.Hottest, double.IsFinite(hottest) ? hottest : 0),
        new(BuildingKpis.Water, water),
        new(BuildingKpis.Photovoltaics, photovoltaics / KilowattHour),
        new(BuildingKpis.PhotovoltaicShare, electricity > 0 ? 100 * (photovoltaics - export) / electricity : 0),
        new(BuildingKpis.People, duration > 0 ? people / duration : 0),
    ];

    public void Save(BinaryWriter writer)
    {
        foreach (var value in (double[])[electricity, import, gas, district, heating, cooling, peak, cost, tooHot, tooCold, hottest, water, photovoltaics, export, people]) writer.Write(value);
    }

    public void Load(BinaryReader reader)
    {
        (electricity, import, gas, district, heating) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        (cooling, peak, cost, tooHot, tooCold) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        (hottest, water, photovoltaics, export, people) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
    }
}
