using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Explanation;

/// <summary>One quantity that domains exchange, as the loop tells it.</summary>
/// <param name="Quantity">Its name: <c>weather.rain</c>.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="From">The domain that gives it.</param>
/// <param name="To">The domain that takes it.</param>
/// <param name="Moment">Whether it is of this step or of the step before.</param>
/// <param name="Interpolation">How it gets from the giver's places to the taker's.</param>
public sealed record ExchangeRow(string Quantity, string Unit, string From, string To, LocalizedText Moment, LocalizedText Interpolation);

/// <summary>A moment of the timeline.</summary>
/// <param name="Time">s since the start.</param>
/// <param name="What">What happens.</param>
/// <param name="Assets">The assets as the scenario names them, or empty.</param>
/// <param name="Details">Parameters as a person would write them, or empty.</param>
/// <param name="Variants">The variants in which it happens.</param>
public sealed record TimelineRow(double Time, LocalizedText What, string Assets, string Details, IReadOnlyList<string> Variants);

/// <summary>One way in which a variant differs from the scenario that it varies.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Difference">The difference; "none" for a variant without changes.</param>
public sealed record DifferenceRow(string Variant, LocalizedText Difference);

/// <summary>A setting of the vocabulary and what holds.</summary>
/// <param name="Key">Its key: <c>water.service-pressure</c>.</param>
/// <param name="Value">The value that holds in the scenario; the variants' own are among the differences.</param>
/// <param name="IsGiven">Whether the scenario gives it, or it is the default.</param>
/// <param name="Meaning">What it means.</param>
public sealed record SettingRow(string Key, LocalizedText Value, bool IsGiven, LocalizedText Meaning);

/// <summary>What a scenario will do, as data: what <c>twin scenario explain</c> prints. Nothing is run for it.</summary>
public sealed record ScenarioExplanation
{
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Everything that happens in any variant, by time.</summary>
    public required IReadOnlyList<TimelineRow> Timeline { get; init; }

    /// <summary>How each variant differs from the scenario, in the order of the document.</summary>
    public required IReadOnlyList<DifferenceRow> Differences { get; init; }

    /// <summary>All settings of the vocabulary.</summary>
    public required IReadOnlyList<SettingRow> Settings { get; init; }

    /// <summary>Which stretches the variants share.</summary>
    public required VariantTree Tree { get; init; }

    /// <summary>Why stretches that look alike are not shared.</summary>
    public IReadOnlyList<LocalizedText> Apart { get; init; } = [];

    /// <summary>The exchange table.</summary>
    public required IReadOnlyList<ExchangeRow> Exchanges { get; init; }

    /// <summary>Explains a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="vocabulary">The vocabulary it was read with.</param>
    /// <param name="exchanges">What the domains exchange, from the loop; may be empty.</param>
    /// <param name="lead">How long before a storm begins it may be acted upon, s.</param>
    /// <param name="tree">What the variants share, when more is known of it than the document says; null for what that says.</param>
    public static ScenarioExplanation Of(Scenario scenario, ScenarioVocabulary vocabulary, IReadOnlyList<ExchangeRow> exchanges, double lead, VariantTree? tree = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var variants = EffectiveScenario.All(scenario);
        return new()
        {
            Scenario = scenario,
            Timeline = TimelineOf.All(variants),
            Differences = DifferencesOf.All(scenario),
            Settings = [.. vocabulary.Settings.Select(setting => Row(setting, scenario))],
            Tree = tree ?? VariantTree.Of(variants, lead),
            Exchanges = exchanges,
        };
    }

    private static SettingRow Row(SettingDeclaration setting, Scenario scenario) =>
        scenario.Settings.TryGetValue(setting.Key, out var given)
            ? new(setting.Key, new(given.ToString()), true, setting.Parameter.Meaning)
            : new(setting.Key, setting.Default is { } usual ? new(usual) : new("the map's", "取自地图"), false, setting.Parameter.Meaning);
}
