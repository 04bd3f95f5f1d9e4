using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Scenarios.Vocabulary;

/// <summary>Which way a KPI is better.</summary>
public enum KpiDirection
{
    /// <summary>Less is better.</summary>
    Less,

    /// <summary>More is better.</summary>
    More,

    /// <summary>Neither: it describes.</summary>
    Neutral,
}

/// <summary>A number by which variants are compared: its name in scenarios, its unit, its direction and what it means.</summary>
/// <param name="Name">Dotted name, domain first: <c>water.unserved</c>.</param>
/// <param name="Unit">Unit of the value as written: <c>m³</c>, <c>kWh</c>, <c>h</c>.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Title">Short title.</param>
/// <param name="Definition">One sentence that fixes the number.</param>
public sealed record KpiDeclaration(string Name, string Unit, KpiDirection Direction, LocalizedText Title, LocalizedText Definition)
{
    /// <summary>One of which less is better; title and definition in English and Chinese.</summary>
    public static KpiDeclaration Less(string name, string unit, string en, string zh, string definition, string definitionZh) =>
        new(name, unit, KpiDirection.Less, new(en, zh), new(definition, definitionZh));

    /// <summary>One of which more is better.</summary>
    public static KpiDeclaration More(string name, string unit, string en, string zh, string definition, string definitionZh) =>
        new(name, unit, KpiDirection.More, new(en, zh), new(definition, definitionZh));

    /// <summary>One that only describes.</summary>
    public static KpiDeclaration Neutral(string name, string unit, string en, string zh, string definition, string definitionZh) =>
        new(name, unit, KpiDirection.Neutral, new(en, zh), new(definition, definitionZh));
}
