using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Curves of roads and parking, one value at the end of every step: of the city, and of each group of drivers.</summary>
internal sealed class MobilitySeries(MobilitySite site)
{
    private static readonly (string Name, string Unit, LocalizedText Title)[] OfRoads =
    [
        ("road.vehicles", "veh", new("Vehicles on the roads", "在途车辆")),
        ("road.speed", "km/h", new("Mean speed", "平均车速")),
        ("road.delay", "veh", new("Vehicles standing or slowed (delay per time)", "延误强度")),
        ("road.cruising-share", "%", new("Cruising share", "寻位交通占比")),
    ];

    private static readonly (string Name, string Unit, LocalizedText Title)[] OfParking =
    [
        ("parking.occupancy", "veh", new("Cars parked", "停放车辆")),
        ("parking.occupancy-share", "%", new("Share of spaces taken", "泊位占用率")),
        ("parking.queue", "veh", new("Cars waiting at barriers", "入口排队车辆")),
        ("parking.search-time", "min", new("Search time of those whose search ends", "寻位时间")),
        ("parking.turned-away", "veh/h", new("Cars turned away", "被拒车次")),
        ("parking.arrivals", "veh/h", new("Cars that park", "驶入车次")),
        ("parking.departures", "veh/h", new("Cars that leave", "驶离车次")),
        ("parking.revenue", "CNY/h", new("Parking revenue", "停车收入")),
        ("parking.dwell", "min", new("Mean dwell of cars that leave", "平均停放时长")),
        ("parking.turnover", "1/h", new("Cars that park per space and hour", "每泊位每小时停放车次")),
        ("parking.charging", "kW", new("Power of chargers", "充电功率")),
    ];

    private readonly bool hasParking = site.Parking.Facilities.Count > 0;
    private readonly GroupSeries groups = new(site.Drivers);
    private readonly List<double> times = [];
    private readonly List<double[]> rows = [];

    public void Add(StepWindow step, MobilityNow now)
    {
        var (time, distance, perHour) = (MobilityNow.Sum(now.VehicleTime), MobilityNow.Sum(now.Distance), 3600 / step.Length);
        var (searched, spaces, occupied) = (MobilityNow.Sum(now.Searched), MobilityNow.Sum(now.Spaces), MobilityNow.Sum(now.Occupied));
        double[] roads =
        [
            MobilityNow.Sum(now.Vehicles), time > 0 ? 3.6 * distance / time : double.NaN, MobilityNow.Sum(now.Delay) / step.Length,
            distance > 0 ? 100 * MobilityNow.Sum(now.SearchDistance) / distance : 0,
        ];
        double[] parking =
        [
            occupied, spaces > 0 ? 100 * occupied / spaces : double.NaN, MobilityNow.Sum(now.Queue), searched > 0 ? MobilityNow.Sum(now.SearchTime) / searched / 60 : double.NaN,
            MobilityNow.Sum(now.TurnedAway) * perHour, MobilityNow.Sum(now.Arrivals) * perHour, MobilityNow.Sum(now.Departures) * perHour, MobilityNow.Sum(now.Revenue) * perHour,
            MobilityNow.Sum(now.Departures) is > 0 and var left ? MobilityNow.Sum(now.Dwell) / left / 60 : double.NaN, spaces > 0 ? MobilityNow.Sum(now.Arrivals) * perHour / spaces : double.NaN,
            MobilityNow.Sum(now.Energy) / step.Length / 1000,
        ];
        if (hasParking) groups.Add(step, now);
        times.Add(step.End);
        rows.Add(hasParking ? [.. roads, .. parking] : roads);
    }

    public IReadOnlyList<TimeSeries> All() =>
        [.. (hasParking ? [.. OfRoads, .. OfParking] : OfRoads).Select((c, i) => new TimeSeries(c.Name, c.Unit, c.Title, [.. times], [.. rows.Select(r => r[i])])), .. groups.All()];

    public void Save(BinaryWriter writer)
    {
        Rows.Save(writer, times, rows);
        groups.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        Rows.Load(reader, times, rows);
        groups.Load(reader);
    }
}
