using DigitalTwin.Scenarios.Vocabulary;
using static DigitalTwin.Scenarios.Vocabulary.KpiDeclaration;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The KPIs of parking, each with the sentence that fixes it. A driver who wants to park counts when the search has ended, by a space or by giving up.</summary>
public static class ParkingKpis
{
    /// <summary>Search time.</summary>
    public static KpiDeclaration SearchTime { get; } = Less("parking.search-time", "min", "Search time", "停车寻位时间",
        "Mean time from being turned away first, or from beginning to cruise, until the driver is let in or gives up; 0 for those who park where they meant to.", "从首次被拒或开始巡游寻位至获准进入或放弃的平均时间；一次停妥者计 0。");

    /// <summary>Search distance.</summary>
    public static KpiDeclaration SearchDistance { get; } = Less("parking.search-distance", "m", "Search distance", "停车寻位里程",
        "Mean distance driven in that time.", "寻位过程中的平均行驶里程。");

    /// <summary>Wait before barriers.</summary>
    public static KpiDeclaration QueueTime { get; } = Less("parking.queue-time", "min", "Wait before barriers", "入口排队时间",
        "Mean time waited before barriers, of drivers whose search has ended.", "已结束寻位驾驶人在入口排队的平均时间。");

    /// <summary>Walk.</summary>
    public static KpiDeclaration Walk { get; } = Less("parking.walk", "m", "Walk to the destination", "步行距离",
        "Mean distance walked from the space to the destination, of those who parked.", "停妥车辆的驾驶人从车位步行至目的地的平均距离。");

    /// <summary>Drivers who gave up.</summary>
    public static KpiDeclaration Failures { get; } = Less("parking.failures", "1", "Drivers who found no space", "未能停车人数",
        "Drivers who gave up the search for a space.", "放弃寻位的驾驶人数。");

    /// <summary>Share of drivers who gave up.</summary>
    public static KpiDeclaration FailureShare { get; } = Less("parking.failure-share", "%", "Share that found no space", "未能停车比例",
        "Drivers who gave up over all drivers who wanted to park and whose search has ended.", "放弃寻位者占已结束寻位驾驶人的比例。");

    /// <summary>Cars parked.</summary>
    public static KpiDeclaration Parked { get; } = More("parking.parked", "1", "Cars parked", "停车车次", "Cars that found a space.", "停妥的车次。");

    /// <summary>Drivers turned away.</summary>
    public static KpiDeclaration DriversTurnedAway { get; } = Less("parking.drivers-turned-away", "1", "Drivers turned away", "首选被拒人数",
        "Drivers, of those whose search has ended, who did not get in where they wanted to park first; each counts once.", "已结束寻位的驾驶人中，未能在首选处停车者；每人计一次。");

    /// <summary>Turned away.</summary>
    public static KpiDeclaration TurnedAway { get; } = Less("parking.turned-away", "1", "Refusals", "被拒车次",
        "How often a lot or kerb could not or would not take a car (full, closed, not permitted) or a car left its queue; a driver who cruises counts at every full kerb that he drives to.", "停车设施因满位、关闭、无权限而拒绝车辆或车辆放弃排队的次数；巡游寻位者每到一处满位路内泊位均计一次。");

    /// <summary>Revenue.</summary>
    public static KpiDeclaration Revenue { get; } = More("parking.revenue", "CNY", "Parking revenue", "停车收入",
        "Paid by cars that left, in the currency of the tariffs.", "驶离车辆支付的停车费（以收费标准币种计）。");

    /// <summary>Cost per driver.</summary>
    public static KpiDeclaration Cost { get; } = Less("parking.cost", "CNY", "Paid per stay", "次均停车费", "Revenue over the cars that left.", "停车收入与驶离车次之比。");

    /// <summary>Peak occupancy.</summary>
    public static KpiDeclaration OccupancyPeak { get; } = Neutral("parking.occupancy-peak", "%", "Peak occupancy", "峰值占用率",
        "Largest share of all spaces that was taken at the end of any step.", "各步末全部车位占用率的最大值。");

    /// <summary>Mean occupancy.</summary>
    public static KpiDeclaration Occupancy { get; } = Neutral("parking.occupancy", "%", "Mean occupancy", "平均占用率",
        "Space-time that was taken over space-time that was there, from the barrier until the space is left.", "泊位被占用时间（自入口至驶离泊位）与可用泊位时间之比。");

    /// <summary>Mean dwell.</summary>
    public static KpiDeclaration Dwell { get; } = Neutral("parking.dwell", "min", "Mean dwell", "平均停放时长",
        "Time from parking to leaving the space over the cars that left.", "驶离车辆自停妥至离开泊位的平均时间。");

    /// <summary>Sessions per hour.</summary>
    public static KpiDeclaration Sessions { get; } = Neutral("parking.sessions-per-hour", "1/h", "Cars parked per hour", "每小时停放车次",
        "Cars that found a space over the hours of the period, at all lots and kerbs: turnover as curb data specifications count it.", "全部设施每小时停妥车次（路缘数据规范所称周转）。");

    /// <summary>Turnover.</summary>
    public static KpiDeclaration Turnover { get; } = Neutral("parking.turnover", "1/d", "Turnover", "泊位周转率",
        "Cars parked per space and day.", "每泊位每日停放车次。");

    /// <summary>Use of chargers.</summary>
    public static KpiDeclaration ChargerUse { get; } = More("parking.charger-use", "%", "Use of chargers", "充电桩利用率",
        "Share of charger-hours in which a car was plugged in.", "充电桩被占用的时间比例。");

    /// <summary>Energy charged.</summary>
    public static KpiDeclaration Energy { get; } = Neutral("parking.energy", "kWh", "Energy charged", "充电量", "Energy that chargers gave to cars.", "充电桩输出电量。");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDeclaration> All { get; } =
    [
        SearchTime, SearchDistance, QueueTime, Walk, Failures, FailureShare, Parked, DriversTurnedAway, TurnedAway, Revenue, Cost, OccupancyPeak, Occupancy, Dwell, Sessions, Turnover, ChargerUse, Energy,
    ];
}
