using DigitalTwin.Scenarios.Vocabulary;
using static DigitalTwin.Scenarios.Vocabulary.KpiDeclaration;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The KPIs of the roads, each with the sentence that fixes it.</summary>
public static class RoadKpis
{
    /// <summary>Time on the roads.</summary>
    public static KpiDeclaration VehicleHours { get; } = Less("road.vehicle-hours", "h", "Vehicle-hours", "车小时",
        "Time that all vehicles spend on the roads and waiting to enter them: ways round are in it.", "全部车辆在路及等待驶入的时间，含绕行。");

    /// <summary>Delay.</summary>
    public static KpiDeclaration Delay { get; } = Less("road.delay", "h", "Delay on the roads", "道路总延误",
        "Vehicle-hours on the roads beyond those that the same metres take at free speed on dry roads.", "车辆实际行驶时间超出干燥路面自由流行驶时间的车·小时。");

    /// <summary>Delay per kilometre.</summary>
    public static KpiDeclaration DelayPerKilometre { get; } = Less("road.delay-per-km", "s", "Delay per kilometre", "每公里延误",
        "Delay on the roads over vehicle-kilometres.", "道路总延误与车公里之比。");

    /// <summary>Waiting to set out.</summary>
    public static KpiDeclaration Waiting { get; } = Less("road.waiting", "h", "Waiting to enter the roads", "驶入等待",
        "Vehicle-hours of cars that want to enter the network and find no room.", "车辆因道路无空间而等待驶入的车·小时。");

    /// <summary>Vehicle-kilometres.</summary>
    public static KpiDeclaration Distance { get; } = Less("road.vehicle-km", "km", "Vehicle-kilometres", "车公里", "Distance driven by all vehicles.", "全部车辆行驶里程。");

    /// <summary>Mean speed.</summary>
    public static KpiDeclaration Speed { get; } = More("road.speed", "km/h", "Mean speed", "平均车速", "Vehicle-kilometres over vehicle-hours on the roads.", "车公里与车小时之比。");

    /// <summary>Cruising.</summary>
    public static KpiDeclaration CruisingShare { get; } = Less("road.cruising-share", "%", "Cruising share", "寻位交通占比",
        "Share of the vehicle-kilometres that is driven in search of a space.", "寻位里程占车公里的比例。");

    /// <summary>Trips that reached their destination.</summary>
    public static KpiDeclaration TripsFinished { get; } = More("road.trips-finished", "1", "Trips finished", "完成出行量",
        "Trips that ended as they were meant to: parked and, if they return, back; or out of the map.", "按计划结束的出行（停妥并返回，或驶出地图）。");

    /// <summary>Trips under way at the end.</summary>
    public static KpiDeclaration TripsUnderWay { get; } = Neutral("road.trips-under-way", "1", "Trips under way at the end", "期末在途出行",
        "Trips that have begun and not ended when the period does, parked cars included.", "期末已开始而未结束的出行，含停放车辆。");

    /// <summary>Trips that could not be made.</summary>
    public static KpiDeclaration TripsFailed { get; } = Less("road.trips-failed", "1", "Trips not made", "未完成出行",
        "Trips that ended otherwise than they were meant to: the sum of trips-cancelled, trips-gave-up and trips-no-way. In a city nobody is taken off the road for standing too long.", "未按计划结束的出行，为取消、放弃寻位与无路可达三类之和；城市模拟中不因滞留移除车辆。");

    /// <summary>Trips that were not begun.</summary>
    public static KpiDeclaration TripsCancelled { get; } = Less("road.trips-cancelled", "1", "Trips not made: cancelled", "未完成出行：取消",
        "Trips that were not begun: before departure nothing promised a space within the longest walk, so that the driver took another mode or stayed away.", "未出发的出行：出发前步行范围内无望停车，驾驶人改用其他方式或取消。");

    /// <summary>Trips whose driver gave up the search.</summary>
    public static KpiDeclaration TripsGaveUp { get; } = Less("road.trips-gave-up", "1", "Trips not made: gave up", "未完成出行：放弃寻位",
        "Trips whose driver searched as long as his patience lasted, found no space, and is home again or out of the map.", "寻位至耐心耗尽仍未停妥、已返回或驶出地图的出行。");

    /// <summary>Trips to where no way leads.</summary>
    public static KpiDeclaration TripsNoWay { get; } = Less("road.trips-no-way", "1", "Trips not made: no way", "未完成出行：无路可达",
        "Trips to where no road led, at departure or when a closure met the driver on the way.", "出发时或途中遇封闭后无路可达目的地的出行。");

    /// <summary>Trips that lost their building.</summary>
    public static KpiDeclaration TripsWithdrawn { get; } = Neutral("road.trips-withdrawn", "1", "Trips without their building", "因建筑拆除取消的出行",
        "Trips to or from a building that was demolished: not begun after it, or turned round on the way and home. They are neither finished nor failed.", "往来于被拆除建筑、此后未出发或途中折返的出行；既不计完成亦不计未完成。");

    /// <summary>Carbon dioxide.</summary>
    public static KpiDeclaration CarbonDioxide { get; } = Less("road.co2", "t", "CO2 of traffic", "交通二氧化碳排放",
        "Carbon dioxide of all vehicles, by the mean speed on each link in each step.", "按各路段各步平均车速计算的二氧化碳排放。");

    /// <summary>Nitrogen oxides.</summary>
    public static KpiDeclaration NitrogenOxides { get; } = Less("road.nox", "kg", "NOx of traffic", "交通氮氧化物排放",
        "Nitrogen oxides of all vehicles, by the mean speed on each link in each step.", "按各路段各步平均车速计算的氮氧化物排放。");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDeclaration> All { get; } =
    [
        VehicleHours, Delay, DelayPerKilometre, Waiting, Distance, Speed, CruisingShare, TripsFinished, TripsUnderWay, TripsFailed, TripsCancelled, TripsGaveUp, TripsNoWay, TripsWithdrawn, CarbonDioxide, NitrogenOxides,
    ];
}
