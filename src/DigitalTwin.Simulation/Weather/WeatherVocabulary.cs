using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Weather;

/// <summary>What a scenario may say about weather beyond its <c>weather</c> block, and what is measured.</summary>
public static class WeatherVocabulary
{
    /// <summary>Rain.</summary>
    public static KpiDeclaration Rain { get; } = new("weather.rain", "mm", KpiDirection.Neutral, new("Rain", "雨量"),
        new("Depth of rain over the period, mean of the districts.", "期内各区平均雨量。"));

    /// <summary>Highest temperature.</summary>
    public static KpiDeclaration TemperatureMax { get; } = new("weather.temperature-max", "°C", KpiDirection.Neutral, new("Highest temperature", "最高气温"),
        new("Highest air temperature of any district.", "各区最高气温。"));

    /// <summary>Strongest gust.</summary>
    public static KpiDeclaration GustMax { get; } = new("weather.gust-max", "m/s", KpiDirection.Neutral, new("Strongest gust", "最大阵风"),
        new("Strongest gust in any district.", "各区最大阵风。"));

    /// <summary>Warnings.</summary>
    public static KpiDeclaration Warnings { get; } = new("weather.warnings", "1", KpiDirection.Neutral, new("Warnings issued", "预警发布次数"),
        new("Warning signals issued or raised to another level.", "发布或变更的预警信号次数。"));

    /// <summary>Lead of warnings.</summary>
    public static KpiDeclaration WarningLead { get; } = new("weather.warning-lead", "min", KpiDirection.Neutral, new("Shortest warning lead", "最短预警提前量"),
        new("Shortest time from the issue of a warning to its threshold being reached, of the warnings whose threshold was reached; 0 without any.", "已达阈值的预警中，发布至达到阈值的最短时间；无则为 0。"));

    /// <summary>The whole vocabulary.</summary>
    public static ScenarioVocabulary All { get; } = new()
    {
        Kpis = [Rain, TemperatureMax, GustMax, Warnings, WarningLead],
        Settings =
        [
            Spread("storm-spread", "%", 100, "Spread of a storm's depth over replications: standard deviation of its logarithm.", "暴雨雨量在各次重复间的离散度（对数标准差）。", "0 %"),
            Spread("temperature-spread", "K", 20, "Spread of the air temperature over replications: standard deviation of one shift for the whole run.", "气温在各次重复间的离散度（整体平移的标准差）。", "0 K"),
            Spread("wind-spread", "%", 100, "Spread of the wind over replications: standard deviation of the logarithm of one factor.", "风速在各次重复间的离散度（对数标准差）。", "0 %"),
            Start("age", 0, "Run from a world: the greatest age of a station's measurement that is used.", "从世界启动：可采用的气象站观测的最大时效。", "2 h"),
            Start("memory", 60, "Run from a world: after this time the difference between the measured weather and the climate has fallen to 1/e.", "从世界启动：实测天气与气候资料之差衰减至 1/e 所需时间。", "3 h"),
            Start("rain-memory", 60, "Run from a world: the same for rain and snow.", "从世界启动：降水之差衰减至 1/e 所需时间。", "1 h"),
        ],
    };

    private static SettingDeclaration Spread(string name, string unit, double most, string en, string zh, string otherwise) =>
        new("weather", new(name, ParameterKind.Quantity, unit, false, 0, most, [], new(en, zh)), otherwise);

    private static SettingDeclaration Start(string name, double least, string en, string zh, string otherwise) =>
        new("weather", new("start." + name, ParameterKind.Quantity, "s", false, least, 366 * 86400.0, [], new(en, zh)), otherwise);
}
