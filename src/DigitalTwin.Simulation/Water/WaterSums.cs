using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Water;

/// <summary>The sums behind the KPIs of water. Every sum runs over nodes in their order, so its bits do not depend on the split.</summary>
internal sealed class WaterSums(WaterSite site, WaterSettings settings)
{
    private double unserved, unservedPeople, lowPeople, highNodes, leakage, burst, energy, cost, peak, drawn, volumeHours, endVolume;
    private double lowest = double.PositiveInfinity;

    public void Add(StepWindow step, WaterNow now)
    {
        var hours = step.Length / 3600;
        for (var i = 0; i < site.Network.Nodes.JunctionCount; i++)
        {
            var asked = now.Delivered[i] + now.Unserved[i];
            if (now.PressureMin[i] > settings.HighestPressure) highNodes += hours;
            if (asked <= 0) continue;
            unservedPeople += site.People[i] * hours * (now.Unserved[i] / asked);
            if (now.PressureMin[i] < settings.ServicePressure) lowPeople += site.People[i] * hours;
            lowest = Math.Min(lowest, now.PressureMin[i]);
        }
        unserved += WaterNow.Sum(now.Unserved);
        leakage += WaterNow.Sum(now.Leakage);
        burst += WaterNow.Sum(now.Burst);
        var used = WaterNow.Sum(now.PumpEnergy);
        energy += used;
        cost += WaterNow.Sum(now.PumpCost);
        peak = Math.Max(peak, used / hours);
        drawn += WaterNow.Sum(now.TankOutflow);
        endVolume = WaterNow.Sum(now.TankVolume);
        volumeHours += endVolume * hours;
    }

    /// <summary>The KPIs of a period of <paramref name="duration"/> s. A network without tanks has a turnover of 0.</summary>
    public IReadOnlyList<KpiValue> Kpis(double duration) =>
    [
        new(WaterKpis.Unserved, unserved),
        new(WaterKpis.UnservedCustomers, unservedPeople),
        new(WaterKpis.PressureLow, lowPeople),
        new(WaterKpis.PressureHigh, highNodes),
        new(WaterKpis.PressureMin, double.IsFinite(lowest) ? lowest : 0),
        new(WaterKpis.Leakage, leakage),
        new(WaterKpis.BurstLoss, burst),
        new(WaterKpis.PumpEnergy, energy),
        new(WaterKpis.PumpCost, cost),
        new(WaterKpis.PumpPeak, peak),
        // Mean volume is volume-hours over hours; drawn per day over it.
        new(WaterKpis.TankTurnover, volumeHours > 0 ? drawn / (duration / 86400) / (volumeHours / (duration / 3600)) : 0),
        new(WaterKpis.TankEndVolume, endVolume),
    ];

    public void Save(BinaryWriter writer)
    {
        foreach (var value in (double[])[unserved, unservedPeople, lowPeople, highNodes, leakage, burst, energy, cost, peak, drawn, volumeHours, endVolume, lowest])
            writer.Write(value);
    }

    public void Load(BinaryReader reader)
    {
        (unserved, unservedPeople, lowPeople, highNodes) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        (leakage, burst, energy, cost) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        (peak, drawn, volumeHours, endVolume, lowest) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
    }
}
