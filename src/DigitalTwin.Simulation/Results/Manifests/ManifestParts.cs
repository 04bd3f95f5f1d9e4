using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Results.Manifests;

/// <summary>The described parts of a manifest, read back.</summary>
internal static class ManifestParts
{
    public static KpiDeclaration Kpi(JsonFields kpi) =>
        new(kpi.Text("name"), kpi.Text("unit"), kpi.Choice<KpiDirection>("better"), kpi.Localized("title"), kpi.Localized("definition"));

    public static LayerLabel Layer(JsonFields layer) => new(
        layer.Text("name"), layer.Localized("title"), (int)layer.Whole("assets", 0, int.MaxValue), layer.List("fields", Field),
        (int)layer.Whole("instantsRecorded", 0, int.MaxValue), (int)layer.Whole("instantsKept", 0, int.MaxValue));

    private static FieldLabel Field(JsonFields field) => new(
        field.Text("name"), field.Text("unit"), field.Localized("title"), field.Choice<KpiDirection>("worse"), field.NumberOrNull("worstInstantSeconds"));
}
