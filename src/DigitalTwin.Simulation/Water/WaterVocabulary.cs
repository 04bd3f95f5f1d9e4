using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Water;

/// <summary>What a scenario may say about water: actions, settings and KPIs.</summary>
public static class WaterVocabulary
{
    /// <summary>The whole vocabulary.</summary>
    public static ScenarioVocabulary All { get; } = new() { Actions = Actions(), Settings = Settings(), Kpis = WaterKpis.All };

    private static ActionDeclaration[] Actions() =>
    [
        Action("burst", ["water/pipe"], true, "A pipe breaks and loses water while it is not isolated, until it is repaired.", "管道爆裂并漏水（隔离期间止漏），直至修复。",
            Quantity("opening", "m", 0.001, 3, "Diameter of a round hole of the same area.", "与破口等面积圆孔的直径。", required: true)),
        Action("isolate", ["water/pipe"], true, "The valves at both ends of a pipe are shut: no flow, no more loss from its burst.", "关闭管道两端阀门：停流、止漏。"),
        Action("repair", ["water/pipe"], false, "A pipe is mended and opened again, whoever closed it.", "管道修复并重新开启（此前的关闭一并解除）。"),
        Action("close", ["water/pipe", "water/valve", "water/pump"], true, "A pipe or valve is closed, a pump stopped, whatever controls say.", "关闭管道或阀门、停泵，不受自动控制影响。"),
        Action("open", ["water/pipe", "water/valve", "water/pump"], false, "A pipe or valve is opened, a pump started; controls may act on it again.", "开启管道或阀门、启泵，恢复自动控制。"),
        Action("trip", ["water/pump"], true, "A pump fails and stays off, whatever controls say.", "水泵故障停机，不受自动控制影响。"),
        Action("start", ["water/pump"], true, "A pump runs, whatever controls say; in the end it stops, and controls may act on it again.", "水泵运行，不受自动控制影响；结束时停泵并恢复自动控制。"),
        Action("set", ["water/valve", "water/pump"], true, "A valve's setting or a pump's speed is fixed, whatever controls say.", "固定阀门设定值或水泵转速，不受自动控制影响。",
            Quantity("setting", "mH2O | m³/s", 0, 1e6, "Pressure of a PRV, PSV or PBV, or flow of an FCV.", "减压阀、稳压阀、降压阀的压力，或流量控制阀的流量。") with { OnlyFor = ["water/valve"] },
            Number("speed", 0, 3, "Relative speed of a pump.", "水泵相对转速。") with { OnlyFor = ["water/pump"] })
            with { OneOf = [["setting", "speed"]] },
        Action("demand", ["water/junction"], true, "Consumers draw more or less.", "用水量变化。",
            Number("factor", 0, 100, "Multiplies the demand.", "用水量倍数。"),
            Quantity("add", "m³/s", -10, 10, "Added to the demand of each junction.", "每个节点增加的用水量。"))
            with { OneOf = [["factor", "add"]] },
        Action("fire", ["water/junction"], true, "Hydrants at a junction are opened.", "开启节点处消火栓。",
            Quantity("flow", "m³/s", 0, 10, "Fire flow.", "消防流量。", required: true)),
        Action("tank-level", ["water/tank"], false, "The level of a tank is what it is said to be.", "指定水池水位。",
            Quantity("level", "m", 0, 1000, "Level above the bottom.", "距池底水位。", required: true)),
    ];

    private static SettingDeclaration[] Settings() =>
    [
        new("water", new("demand-model", ParameterKind.Choice, "", false, 0, 0, ["map", "demand-driven", "pressure-driven"],
            new("Whether demand is always delivered or follows pressure; 'map' takes what the network file says.", "用水是否随压力变化；map 表示按管网文件。")), "pressure-driven"),
        new("water", Quantity("required-pressure", "mH2O", 0, 200, "Pressure from which all demand is delivered (pressure-driven).", "满足全部用水所需压力（压力驱动）。"), "10 m"),
        new("water", Quantity("service-pressure", "mH2O", 0, 200, "Pressure below which a customer counts as badly served.", "低于此压力视为服务不足。"), "14 m"),
        new("water", Quantity("highest-pressure", "mH2O", 0, 400, "Pressure above which pipes are strained.", "高于此压力视为超压。"), "60 m"),
        new("water", Quantity("demand-noise", "%", 0, 100, "Standard deviation of each junction's hourly demand, log-normal.", "各节点小时用水量的标准差（对数正态）。"), "0 %"),
        new("water", Quantity("demand-day-noise", "%", 0, 100, "Standard deviation of the whole network's daily demand, log-normal.", "全网日用水量的标准差（对数正态）。"), "0 %"),
        new("water", Quantity("heat.slope", "1/K", 0, 1, "Growth of demand per kelvin of air temperature above the threshold.", "气温每超过阈值 1 K 的用水增幅。"), "0 1/K"),
        new("water", Quantity("heat.above", "degC", -50, 60, "Air temperature above which demand grows.", "用水量开始增长的气温阈值。"), "25 degC"),
        new("water", new("building-demand", ParameterKind.Choice, "", false, 0, 0, ["change", "whole"],
            new("What simulated buildings draw: 'change' adds what differs from their usual use (new, demolished, emptied, dry) to the network file's demand; 'whole' puts theirs in place of the file's at every junction that supplies a building.",
                "建筑用水计入方式：change 仅计与平时的差异（新建、拆除、空置、缺水）；whole 以建筑用水取代其所接节点的管网文件需水。")), "change"),
        new("water", Quantity("start.level-age", "s", 0, 366 * 86400.0, "Run from a world: the greatest age of a tank's level that is used.", "从世界启动：可采用的水池水位的最大时效。"), "2 h"),
        new("water", Quantity("start.status-age", "s", 0, 3660 * 86400.0, "Run from a world: the greatest age of the position or setting of a pump, valve or pipe that is used.", "从世界启动：可采用的泵、阀、管道状态或设定的最大时效。"), "7 d"),
        new("water", Quantity("start.demand-age", "s", 0, 366 * 86400.0, "Run from a world: the greatest age of a metered demand that is used.", "从世界启动：可采用的计量用水量的最大时效。"), "2 h"),
        new("water", Quantity("start.demand-memory", "s", 60, 3660 * 86400.0, "Run from a world: after this time the difference between metered demand and the network file's has fallen to 1/e.", "从世界启动：计量用水量与管网文件之差衰减至 1/e 所需时间。"), "24 h"),
    ];

    private static ActionDeclaration Action(string name, string[] targets, bool until, string en, string zh, params ParameterDeclaration[] parameters) =>
        new(name, "water", targets, parameters, until, new(en, zh));

    private static ParameterDeclaration Quantity(string name, string unit, double least, double most, string en, string zh, bool required = false) =>
        new(name, ParameterKind.Quantity, unit, required, least, most, [], new(en, zh));

    private static ParameterDeclaration Number(string name, double least, double most, string en, string zh) =>
        new(name, ParameterKind.Number, "", false, least, most, [], new(en, zh));
}
