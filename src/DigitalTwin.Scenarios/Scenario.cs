using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios;

/// <summary>
/// A what-if question to a city, read from a document and checked against a vocabulary. It is what the document says and nothing more:
/// it holds no city and has run nothing.
/// </summary>
public sealed record Scenario
{
    /// <summary>Its name: letters, digits, dots, hyphens and underscores, fit for a folder.</summary>
    public required string Name { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The question it answers; null when the document asks none.</summary>
    public LocalizedText? Question { get; init; }

    /// <summary>Where in the report to look for the answer; null when the document does not say.</summary>
    public LocalizedText? Answer { get; init; }

    /// <summary>The document as its reader was given it.</summary>
    public required string File { get; init; }

    /// <summary>Full path of the map's folder.</summary>
    public required string MapFolder { get; init; }

    /// <summary>What is simulated.</summary>
    public required Period Period { get; init; }

    /// <summary>Seed of all randomness; the variants share it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many times each variant is run with other random numbers; 1 or more.</summary>
    public int Replications { get; init; } = 1;

    /// <summary>The weather before variants change it.</summary>
    public WeatherSpec Weather { get; init; } = WeatherSpec.FromMap;

    /// <summary>The settings given before variants change them, by key: <c>water.service-pressure</c>.</summary>
    public IReadOnlyDictionary<string, ParameterValue> Settings { get; init; } = new Dictionary<string, ParameterValue>();

    /// <summary>The events of all variants, in the order of the document.</summary>
    public IReadOnlyList<ScenarioEvent> Events { get; init; } = [];

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>What is measured, in the order asked for, each once.</summary>
    public IReadOnlyList<KpiDeclaration> Kpis { get; init; } = [];

    /// <summary>Interval at which series and layers are recorded, s; a whole number of steps.</summary>
    public required double RecordingInterval { get; init; }

    /// <summary>
    /// Actions of which an event is left out, or lacks an asset, because of a mistake in it: whoever looks for more mistakes says nothing that hangs on them. Empty for a scenario that may be run.
    /// </summary>
    public IReadOnlySet<string> Refused { get; init; } = new HashSet<string>();
}

/// <summary>A named set of changes to a scenario.</summary>
public sealed record Variant
{
    /// <summary>Its name, fit for a folder; unique whatever the case of its letters.</summary>
    public required string Name { get; init; }

    /// <summary>Title; the name when the document gives none.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Events that only this variant has, in the order of the document.</summary>
    public IReadOnlyList<ScenarioEvent> Events { get; init; } = [];

    /// <summary>Names of events of the scenario that this variant leaves out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The weather of this variant: the scenario's with the variant's changes.</summary>
    public WeatherSpec Weather { get; init; } = WeatherSpec.FromMap;

    /// <summary>The settings of this variant: the scenario's with the variant's changes.</summary>
    public IReadOnlyDictionary<string, ParameterValue> Settings { get; init; } = new Dictionary<string, ParameterValue>();
}
