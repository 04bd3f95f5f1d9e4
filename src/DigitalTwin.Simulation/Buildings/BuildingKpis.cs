using DigitalTwin.Scenarios.Vocabulary;
using static DigitalTwin.Scenarios.Vocabulary.KpiDeclaration;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>The KPIs of buildings, each with the sentence that fixes it.</summary>
public static class BuildingKpis
{
    /// <summary>Electricity used.</summary>
    public static KpiDeclaration Electricity { get; } = Less("building.electricity", "kWh", "Electricity", "用电量", "Electricity that buildings use for any end, from the grid or their roofs.", "建筑各类用电量之和（含自发自用）。");

    /// <summary>Gas.</summary>
    public static KpiDeclaration Gas { get; } = Less("building.gas", "kWh", "Gas", "燃气用量", "Gas that buildings burn.", "建筑燃气用量。");

    /// <summary>District heat.</summary>
    public static KpiDeclaration DistrictHeat { get; } = Less("building.district-heat", "kWh", "District heat", "集中供热量", "Heat taken from a district network.", "取自热网的热量。");

    /// <summary>Heat given to rooms.</summary>
    public static KpiDeclaration Heating { get; } = Less("building.heating", "kWh", "Heating demand", "供暖热量", "Heat that heating gives to rooms.", "供暖向室内提供的热量。");

    /// <summary>Heat taken from rooms.</summary>
    public static KpiDeclaration Cooling { get; } = Less("building.cooling", "kWh", "Cooling demand", "供冷量", "Heat that cooling takes from rooms.", "供冷从室内带走的热量。");

    /// <summary>Peak power.</summary>
    public static KpiDeclaration PeakPower { get; } = Less("building.peak-power", "kW", "Peak power", "峰值功率", "Largest power that all buildings together draw from the grid, mean over a step.", "全部建筑从电网取用功率的最大值（步长平均）。");

    /// <summary>Cost.</summary>
    public static KpiDeclaration Cost { get; } = Less("building.cost", "CNY", "Energy cost", "能源费用", "What electricity from the grid, gas and heat cost, less what is paid for electricity given to it.", "购电、燃气、热力费用减去上网收入。");

    /// <summary>Carbon.</summary>
    public static KpiDeclaration Carbon { get; } = Less("building.carbon", "kg", "Carbon dioxide", "碳排放", "Carbon dioxide of the energy used, by the factors of its carriers.", "按能源排放因子计的二氧化碳排放。");

    /// <summary>Too hot.</summary>
    public static KpiDeclaration TooHot { get; } = Less("building.too-hot", "h", "Hours too hot", "过热时数", "Mean over buildings, weighed by their occupants, of the time in which they are occupied and hotter than their use allows.", "使用期间室温高于限值的时数（按人数加权平均）。");

    /// <summary>Too cold.</summary>
    public static KpiDeclaration TooCold { get; } = Less("building.too-cold", "h", "Hours too cold", "过冷时数", "Mean over buildings, weighed by their occupants, of the time in which they are occupied and colder than their use allows.", "使用期间室温低于限值的时数（按人数加权平均）。");

    /// <summary>Highest temperature.</summary>
    public static KpiDeclaration Hottest { get; } = Less("building.hottest", "°C", "Hottest building with people", "有人建筑最高室温", "Highest air temperature of any building while a fifth of its people or more are in it; what an empty office reaches at the weekend does not count.", "在室人数不少于五分之一时各建筑室温最高值；周末无人办公楼不计。");

    /// <summary>Water.</summary>
    public static KpiDeclaration Water { get; } = Less("building.water", "m³", "Water drawn", "用水量", "Water that people in buildings draw, cold and hot.", "建筑用水量（冷热水）。");

    /// <summary>Photovoltaics.</summary>
    public static KpiDeclaration Photovoltaics { get; } = More("building.photovoltaics", "kWh", "Photovoltaics", "光伏发电量", "Electricity of the roofs.", "屋面光伏发电量。");

    /// <summary>Share of photovoltaics.</summary>
    public static KpiDeclaration PhotovoltaicShare { get; } = More("building.photovoltaic-share", "%", "Share of photovoltaics", "光伏自给率", "Electricity of the roofs that is used in the same building and step, over all electricity used.", "同栋同步长自用的光伏电量占总用电量比例。");

    /// <summary>People.</summary>
    public static KpiDeclaration People { get; } = Neutral("building.people", "1", "People in buildings", "建筑内人数", "Mean number of people in buildings.", "建筑内人数的时间平均。");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDeclaration> All { get; } =
    [
        Electricity, Gas, DistrictHeat, Heating, Cooling, PeakPower, Cost, Carbon, TooHot, TooCold, Hottest, Water, Photovoltaics, PhotovoltaicShare, People,
    ];
}
