using DigitalTwin.Scenarios.Vocabulary;
using static DigitalTwin.Scenarios.Vocabulary.KpiDirection;

namespace DigitalTwin.Scenarios.Tests;

/// <summary>A small vocabulary in the shape of the domains' own, and a map of a few assets.</summary>
internal static class AgreedVocabulary
{
    private const double Infinity = double.PositiveInfinity;

    public static AssetList Assets { get; } = new(
    [
        .. Enumerable.Range(1, 60).Select(i => $"water/pipe/P-{1000 + i}"), .. Enumerable.Range(1, 40).Select(i => $"water/junction/J-{i}"),
        "water/tank/T-1", "water/pump/PU-1", "water/pump/PU-2", "water/valve/V-1", "water/reservoir/R-1",
        "weather/station/S-1", "weather/station/S-2", "parking/lot/P-07", "parking/lot/P-08",
    ]);

    public static ScenarioVocabulary WithoutMap { get; } = new()
    {
        Actions =
        [
            Action("burst", ["water/pipe"], true, "A pipe bursts.", Quantity("opening", "m", true, 0.001, 2, "Diameter of the orifice.")),
            Action("isolate", ["water/pipe"], true, "Closes a pipe and stops its burst."),
            Action("repair", ["water/pipe"], false, "Ends a burst and opens the pipe."),
            Action("close", ["water/pipe", "water/valve", "water/pump"], true, "Closes a link."),
            Action("open", ["water/pipe", "water/valve", "water/pump"], true, "Opens a link."),
            Action("trip", ["water/pump"], true, "Stops a pump; controls cannot restart it."),
            Action("start", ["water/pump"], true, "Starts a pump."),
            Action("set", ["water/valve", "water/pump"], true, "Gives a valve or pump another setting.",
                Quantity("setting", "mH2O | m³/s", false, 0, 1000, "Pressure or flow that a valve holds.") with { OnlyFor = ["water/valve"] },
                Number("speed", false, 0, 2, "Relative speed of a pump.") with { OnlyFor = ["water/pump"] }) with { OneOf = [["setting", "speed"]] },
            Action("demand", ["water/junction"], true, "Changes what consumers ask for.",
                Number("factor", false, 0, 100, "Multiplies demand."), Quantity("add", "m³/s", false, 0, 10, "Is added to demand.")) with { OneOf = [["factor", "add"]] },
            Action("fire", ["water/junction"], true, "Hydrants draw water.", Quantity("flow", "m³/s", true, 0, 1, "Flow drawn.")),
            Action("tank-level", ["water/tank"], false, "Gives a tank another level.", Quantity("level", "m", true, 0, 200, "Level above the tank's floor.")),
            Action("tariff", [], true, "Changes the price of energy.", Quantity("price", "CNY/kWh", true, 0, 100, "Price.")),
            new ActionDeclaration("close", "parking", ["parking/lot"], [], true, new("Closes a lot.")),
            new ActionDeclaration("share", "parking", ["parking/lot"],
                [new("with", ParameterKind.Choice, "", true, 0, 0, ["public", "neighbours"], new("Who may park.")), new("free", ParameterKind.Flag, "", false, 0, 0, [], new("Whether it is free."))],
                true, new("Opens a lot to others.")),
        ],
        Kpis =
        [
            Kpi("water.unserved", "m³", Less), Kpi("water.unserved-customers", "h", Less), Kpi("water.pressure-low", "h", Less), Kpi("water.pressure-min", "m", More),
            Kpi("water.leakage", "m³", Less), Kpi("water.pump-energy", "kWh", Less), Kpi("water.pump-cost", "CNY", Less), Kpi("weather.rain", "mm", Neutral),
            Kpi("weather.warnings", "1", Neutral), Kpi("weather.temperature-max", "°C", Neutral),
        ],
        Settings =
        [
            new("water", Quantity("service-pressure", "mH2O", false, 0, 200, "Pressure below which customers are badly served."), "14 m"),
            new("water", Number("demand-noise", false, 0, 1, "Spread of demand."), "0"),
            new("water", Quantity("demand-temperature.base", "degC", false, -50, 60, "Temperature from which demand rises."), "20 degC"),
            new("water", Number("demand-temperature.slope", false, 0, 1, "Share by which demand rises per kelvin."), "0.01"),
            new("weather", Quantity("warning-lead", "s", false, 0, 86400, "How long ahead warnings look."), "3 h"),
        ],
    };

    public static ScenarioVocabulary Full { get; } = WithoutMap with { Assets = Assets };

    private static ActionDeclaration Action(string name, string[] types, bool until, string meaning, params ParameterDeclaration[] parameters) =>
        new(name, "water", types, parameters, until, new(meaning));

    private static ParameterDeclaration Quantity(string name, string unit, bool required, double least, double most, string meaning) =>
        new(name, ParameterKind.Quantity, unit, required, least, most, [], new(meaning));

    private static ParameterDeclaration Number(string name, bool required, double least, double most, string meaning) =>
        new(name, ParameterKind.Number, "", required, least, double.IsNaN(most) ? Infinity : most, [], new(meaning));

    private static KpiDeclaration Kpi(string name, string unit, KpiDirection direction) => new(name, unit, direction, new(name), new(name));
}
