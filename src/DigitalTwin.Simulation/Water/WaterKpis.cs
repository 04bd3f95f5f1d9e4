using DigitalTwin.Scenarios.Vocabulary;
using static DigitalTwin.Scenarios.Vocabulary.KpiDeclaration;

namespace DigitalTwin.Simulation.Water;

/// <summary>The KPIs of water, each with the sentence that fixes it.</summary>
public static class WaterKpis
{
    /// <summary>Demand not delivered.</summary>
    public static KpiDeclaration Unserved { get; } = Less("water.unserved", "m³", "Unserved demand", "未满足用水量",
        "Demand asked for and not delivered.", "未能供给的用水量。");

    /// <summary>People without water.</summary>
    public static KpiDeclaration UnservedCustomers { get; } = Less("water.unserved-customers", "person·h", "People without water", "停水人时",
        "Hours times people, each weighed by the share of their junction's demand that was not delivered.", "人数×小时，按所在节点未满足用水的比例加权。");

    /// <summary>Low pressure.</summary>
    public static KpiDeclaration PressureLow { get; } = Less("water.pressure-low", "person·h", "People at low pressure", "低压人时",
        "Hours times people at junctions whose pressure is below the service pressure.", "节点压力低于服务压力的人数×小时。");

    /// <summary>High pressure.</summary>
    public static KpiDeclaration PressureHigh { get; } = Less("water.pressure-high", "node·h", "Excess pressure", "超压节点时",
        "Hours times junctions whose pressure is above the highest pressure.", "节点压力高于上限的节点数×小时。");

    /// <summary>Lowest pressure.</summary>
    public static KpiDeclaration PressureMin { get; } = More("water.pressure-min", "m", "Lowest pressure", "最低压力",
        "Lowest pressure head at any junction with a demand at any time.", "有用水节点在任意时刻的最低压力水头。");

    /// <summary>Leakage.</summary>
    public static KpiDeclaration Leakage { get; } = Less("water.leakage", "m³", "Leakage", "漏损水量",
        "Water lost through background leakage and emitters, bursts not counted.", "背景漏损及出流水量，不含爆管。");

    /// <summary>Burst loss.</summary>
    public static KpiDeclaration BurstLoss { get; } = Less("water.burst-loss", "m³", "Burst loss", "爆管损失",
        "Water lost through bursts.", "爆管流失水量。");

    /// <summary>Energy.</summary>
    public static KpiDeclaration PumpEnergy { get; } = Less("water.pump-energy", "kWh", "Pump energy", "水泵电耗",
        "Electrical energy of all pumps.", "全部水泵的用电量。");

    /// <summary>Cost.</summary>
    public static KpiDeclaration PumpCost { get; } = Less("water.pump-cost", "CNY", "Pump cost", "水泵电费",
        "Energy of all pumps at its price at the time, in the currency of the network's prices.", "按时段电价计的水泵电费（与管网电价同币种）。");

    /// <summary>Peak power.</summary>
    public static KpiDeclaration PumpPeak { get; } = Less("water.pump-peak", "kW", "Pump peak power", "水泵峰值功率",
        "Largest mean power of all pumps over one coupling step.", "单个耦合步长内水泵平均总功率的最大值。");

    /// <summary>Turnover.</summary>
    public static KpiDeclaration TankTurnover { get; } = More("water.tank-turnover", "1/d", "Tank turnover", "水池周转率",
        "Volume drawn from all tanks per day over their mean volume.", "水池日出水量与平均蓄水量之比。");

    /// <summary>Stored volume at the end.</summary>
    public static KpiDeclaration TankEndVolume { get; } = More("water.tank-end-volume", "m³", "Water in tanks at the end", "期末蓄水量",
        "Volume stored in all tanks at the end.", "模拟结束时全部水池的蓄水量。");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDeclaration> All { get; } =
    [
        Unserved, UnservedCustomers, PressureLow, PressureHigh, PressureMin, Leakage, BurstLoss, PumpEnergy, PumpCost, PumpPeak, TankTurnover, TankEndVolume,
    ];
}
