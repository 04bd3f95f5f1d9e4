using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The sums behind the KPIs of parking, over facilities and driver groups in their order.</summary>
internal sealed class ParkingSums(MobilitySite site)
{
    private readonly double chargers = site.Parking.Facilities.Sum(f => (double)f.Chargers);
    private double searched, searchTime, searchMetres, queueTime, parked, walk, gaveUp, refused, turnedAway, revenue, departures, spaceTime, peak, chargerTime, energy, occupiedTime, dwell;

    public void Add(StepWindow step, MobilityNow now)
    {
        searched += MobilityNow.Sum(now.Searched);
        searchTime += MobilityNow.Sum(now.SearchTime);
        searchMetres += MobilityNow.Sum(now.SearchMetres);
        queueTime += MobilityNow.Sum(now.QueueTime);
        parked += MobilityNow.Sum(now.Parked);
        walk += MobilityNow.Sum(now.Walk);
        gaveUp += MobilityNow.Sum(now.GaveUp);
        refused += MobilityNow.Sum(now.DriversTurnedAway);
        turnedAway += MobilityNow.Sum(now.TurnedAway);
        revenue += MobilityNow.Sum(now.Revenue);
        departures += MobilityNow.Sum(now.Departures);
        energy += MobilityNow.Sum(now.Energy);
        chargerTime += MobilityNow.Sum(now.ChargerTime);
        occupiedTime += MobilityNow.Sum(now.OccupiedTime);
        dwell += MobilityNow.Sum(now.Dwell);
        var spaces = MobilityNow.Sum(now.Spaces);
        spaceTime += spaces * step.Length;
        if (spaces > 0) peak = Math.Max(peak, MobilityNow.Sum(now.Occupied) / spaces);
    }

    /// <summary>The KPIs of a period of <paramref name="duration"/> s; those of ratios are 0 where there is nothing to divide by.</summary>
    public IReadOnlyList<KpiValue> Kpis(double duration) =>
    [
        new(ParkingKpis.SearchTime, Per(searchTime / 60, searched)),
        new(ParkingKpis.SearchDistance, Per(searchMetres, searched)),
        new(ParkingKpis.QueueTime, Per(queueTime / 60, searched)),
        new(ParkingKpis.Walk, Per(walk, parked)),
        new(ParkingKpis.Failures, gaveUp),
        new(ParkingKpis.FailureShare, Per(100 * gaveUp, searched)),
        new(ParkingKpis.Parked, parked),
        new(ParkingKpis.DriversTurnedAway, refused),
        new(ParkingKpis.TurnedAway, turnedAway),
        new(ParkingKpis.Revenue, revenue),
        new(ParkingKpis.Cost, Per(revenue, departures)),
        new(ParkingKpis.OccupancyPeak, 100 * peak),
        new(ParkingKpis.Occupancy, Per(100 * occupiedTime, spaceTime)),
        new(ParkingKpis.Dwell, Per(dwell / 60, departures)),
        new(ParkingKpis.Sessions, Per(parked, duration / 3600)),
        new(ParkingKpis.Turnover, Per(parked, spaceTime / 86400)),
        new(ParkingKpis.ChargerUse, Per(100 * chargerTime, chargers * duration)),
        new(ParkingKpis.Energy, energy / 3.6e6),
    ];

    public void Save(BinaryWriter writer)
    {
        foreach (var value in (double[])[searched, searchTime, searchMetres, queueTime, parked, walk, gaveUp, refused, turnedAway, revenue, departures, spaceTime, peak, chargerTime, energy, occupiedTime, dwell])
            writer.Write(value);
    }

    public void Load(BinaryReader reader)
    {
        (searched, searchTime, searchMetres, queueTime, parked, walk) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        (gaveUp, refused, turnedAway, revenue, departures) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        (spaceTime, peak, chargerTime, energy, occupiedTime, dwell) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
    }

    private static double Per(double sum, double count) => count > 0 ? sum / count : 0;
}
