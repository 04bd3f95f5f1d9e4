using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Water;

namespace DigitalTwin.Simulation.Water;

/// <summary>The settings of water for one variant; see <see cref="WaterVocabulary"/> for what each means.</summary>
public sealed record WaterSettings
{
    /// <summary>Demand model, or null for the network file's.</summary>
    public DemandModel? DemandModel { get; init; } = DigitalTwin.Water.DemandModel.PressureDriven;

    /// <summary>Pressure from which all demand is delivered, m.</summary>
    public double RequiredPressure { get; init; } = 10;

    /// <summary>Pressure below which service is bad, m.</summary>
    public double ServicePressure { get; init; } = 14;

    /// <summary>Pressure above which pipes are strained, m.</summary>
    public double HighestPressure { get; init; } = 60;

    /// <summary>Standard deviation of a junction's hourly demand (-).</summary>
    public double DemandNoise { get; init; }

    /// <summary>Standard deviation of the network's daily demand (-).</summary>
    public double DemandDayNoise { get; init; }

    /// <summary>Growth of demand per kelvin above <see cref="HeatAbove"/>, 1/K.</summary>
    public double HeatSlope { get; init; }

    /// <summary>Air temperature above which demand grows, degC.</summary>
    public double HeatAbove { get; init; } = 25;

    /// <summary>Whether the buildings' own demand stands in place of the network file's where they are connected, instead of what changes in them.</summary>
    public bool DemandOfBuildings { get; init; }

    /// <summary>The greatest age of a tank's level from which a run starts.</summary>
    public TimeSpan StartLevelAge { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The greatest age of a position or setting from which a run starts: these hold until they are changed.</summary>
    public TimeSpan StartStatusAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The greatest age of a metered demand from which a run starts.</summary>
    public TimeSpan StartDemandAge { get; init; } = TimeSpan.FromHours(2);

    /// <summary>After how long the difference between metered demand and the network file's has fallen to 1/e, s.</summary>
    public double StartDemandMemory { get; init; } = 86400;

    /// <summary>The settings of a variant; what it does not give keeps its default.</summary>
    public static WaterSettings Of(IReadOnlyDictionary<string, ParameterValue> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var standard = new WaterSettings();
        return new WaterSettings
        {
            DemandModel = given.GetValueOrDefault("water.demand-model")?.Text switch
            {
                "map" => null,
                "demand-driven" => DigitalTwin.Water.DemandModel.DemandDriven,
                _ => DigitalTwin.Water.DemandModel.PressureDriven,
            },
            RequiredPressure = Number("required-pressure", standard.RequiredPressure),
            ServicePressure = Number("service-pressure", standard.ServicePressure),
            HighestPressure = Number("highest-pressure", standard.HighestPressure),
            DemandNoise = Number("demand-noise", 0) / 100,
            DemandDayNoise = Number("demand-day-noise", 0) / 100,
            HeatSlope = Number("heat.slope", standard.HeatSlope),
            HeatAbove = Number("heat.above", standard.HeatAbove),
            DemandOfBuildings = given.GetValueOrDefault("water.building-demand")?.Text == "whole",
            StartLevelAge = Age("start.level-age", standard.StartLevelAge),
            StartStatusAge = Age("start.status-age", standard.StartStatusAge),
            StartDemandAge = Age("start.demand-age", standard.StartDemandAge),
            StartDemandMemory = Number("start.demand-memory", standard.StartDemandMemory),
        };

        TimeSpan Age(string name, TimeSpan otherwise) => TimeSpan.FromSeconds(Number(name, otherwise.TotalSeconds));

        double Number(string name, double otherwise) => given.GetValueOrDefault("water." + name)?.Number ?? otherwise;
    }

    /// <summary>What these settings assume, for a reader.</summary>
    public IEnumerable<LocalizedText> Assumptions()
    {
        if (DemandModel == DigitalTwin.Water.DemandModel.PressureDriven)
            yield return new($"Consumers get all they ask for from {RequiredPressure:0.#} m of pressure, less below it (Wagner), nothing at 0 m.",
                $"压力达到 {RequiredPressure:0.#} m 时用水全部满足，低于该值按 Wagner 公式递减，0 m 时断水。");
        if (HeatSlope > 0)
            yield return new($"Demand grows by {HeatSlope:P1} per kelvin of air temperature above {HeatAbove:0.#} °C.", $"气温高于 {HeatAbove:0.#} °C 后，每升高 1 K 用水增加 {HeatSlope:P1}。");
        if (DemandNoise > 0 || DemandDayNoise > 0)
            yield return new($"Demand varies by chance: {DemandNoise:P0} by junction and hour, {DemandDayNoise:P0} by day for the whole network.",
                $"用水随机波动：各节点逐时 {DemandNoise:P0}，全网逐日 {DemandDayNoise:P0}。");
    }

    /// <summary>The network's options with these settings laid over them.</summary>
    public WaterOptions Over(WaterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return DemandModel is not { } model ? options : options with { DemandModel = model, MinimumPressure = 0, RequiredPressure = RequiredPressure };
    }
}
