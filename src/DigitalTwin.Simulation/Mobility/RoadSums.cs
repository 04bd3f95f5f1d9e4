using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The sums behind the KPIs of the roads, over links in their order.</summary>
internal sealed class RoadSums
{
    private readonly double[] ended = new double[Enum.GetValues<TripOutcome>().Length];
    private double time, delay, distance, searching, waiting, begun, carbonDioxide, nitrogenOxides;

    public void Add(MobilityNow now, double carbonDioxideMass, double nitrogenOxidesMass)
    {
        time += MobilityNow.Sum(now.VehicleTime);
        delay += MobilityNow.Sum(now.Delay);
        distance += MobilityNow.Sum(now.Distance);
        searching += MobilityNow.Sum(now.SearchDistance);
        waiting += now.WaitingTime[0];
        begun += now.TripsBegun[0];
        for (var o = 0; o < ended.Length; o++) ended[o] += now.TripsEnded[o];
        carbonDioxide += carbonDioxideMass;
        nitrogenOxides += nitrogenOxidesMass;
    }

    /// <summary>The KPIs; those of ratios are 0 where nobody drives.</summary>
    public IReadOnlyList<KpiValue> Kpis() =>
    [
        new(RoadKpis.VehicleHours, (time + waiting) / 3600),
        new(RoadKpis.Delay, delay / 3600),
        new(RoadKpis.DelayPerKilometre, distance > 0 ? delay / (distance / 1000) : 0),
        new(RoadKpis.Waiting, waiting / 3600),
        new(RoadKpis.Distance, distance / 1000),
        new(RoadKpis.Speed, time > 0 ? 3.6 * distance / time : 0),
        new(RoadKpis.CruisingShare, distance > 0 ? 100 * searching / distance : 0),
        new(RoadKpis.TripsFinished, ended[(int)TripOutcome.Completed]),
        new(RoadKpis.TripsUnderWay, begun - ended.Sum()),
        new(RoadKpis.TripsFailed, ended.Sum() - ended[(int)TripOutcome.Completed] - ended[(int)TripOutcome.Withdrawn]),
        new(RoadKpis.TripsCancelled, ended[(int)TripOutcome.Cancelled]),
        new(RoadKpis.TripsGaveUp, ended[(int)TripOutcome.GaveUp]),
        new(RoadKpis.TripsNoWay, ended[(int)TripOutcome.NoWay]),
        new(RoadKpis.TripsWithdrawn, ended[(int)TripOutcome.Withdrawn]),
        new(RoadKpis.CarbonDioxide, carbonDioxide / 1000),
        new(RoadKpis.NitrogenOxides, nitrogenOxides),
    ];

    public void Save(BinaryWriter writer)
    {
        foreach (var value in (double[])[time, delay, distance, searching, waiting, begun, carbonDioxide, nitrogenOxides, .. ended]) writer.Write(value);
    }

    public void Load(BinaryReader reader)
    {
        (time, delay, distance, searching) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        (waiting, begun, carbonDioxide, nitrogenOxides) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        for (var o = 0; o < ended.Length; o++) ended[o] = reader.ReadDouble();
    }
}
