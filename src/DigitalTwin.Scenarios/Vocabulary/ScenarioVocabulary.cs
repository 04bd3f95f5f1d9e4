namespace DigitalTwin.Scenarios.Vocabulary;

/// <summary>Everything a scenario may name: what the domains declare, and the assets of the map when it is at hand.</summary>
public sealed record ScenarioVocabulary
{
    /// <summary>Actions of events; one name may stand for actions of several domains that differ in their asset types.</summary>
    public IReadOnlyList<ActionDeclaration> Actions { get; init; } = [];

    /// <summary>KPIs.</summary>
    public IReadOnlyList<KpiDeclaration> Kpis { get; init; } = [];

    /// <summary>Settings of the domains.</summary>
    public IReadOnlyList<SettingDeclaration> Settings { get; init; } = [];

    /// <summary>The map's assets; null when there is no map, and then ids are only checked for their form.</summary>
    public IAssetDirectory? Assets { get; init; }

    /// <summary>The vocabularies of several domains as one; the last that has assets wins.</summary>
    public static ScenarioVocabulary Join(params IReadOnlyList<ScenarioVocabulary> parts) => new()
    {
        Actions = [.. parts.SelectMany(p => p.Actions)],
        Kpis = [.. parts.SelectMany(p => p.Kpis)],
        Settings = [.. parts.SelectMany(p => p.Settings)],
        Assets = parts.LastOrDefault(p => p.Assets is not null)?.Assets,
    };
}
