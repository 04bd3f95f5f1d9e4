using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Variants;

/// <summary>Whether an action takes effect or is undone.</summary>
public enum ActionPhase
{
    /// <summary>An event's <c>until</c> has come. At one time, undoing comes before beginning, so that closures may follow each other.</summary>
    Undo,

    /// <summary>An event's <c>at</c> has come.</summary>
    Begin,
}

/// <summary>One entry of a schedule.</summary>
/// <param name="Time">s since the start.</param>
/// <param name="Phase">Begin or undo.</param>
/// <param name="Event">The event.</param>
public readonly record struct ScheduledAction(double Time, ActionPhase Phase, ScenarioEvent Event)
{
    /// <summary>Whether two entries mean the same at the same time; the end of what began at another time is another end.</summary>
    public bool IsLike(ScheduledAction other) =>
        Time == other.Time && Phase == other.Phase && (Phase == ActionPhase.Begin || Event.At == other.Event.At) && Event.DoesTheSameAs(other.Event);
}

/// <summary>One variant of a scenario with nothing left to look up: its weather, its settings, and its events in the order in which they happen.</summary>
public sealed record EffectiveScenario
{
    private EffectiveScenario(Scenario scenario, Variant variant)
    {
        (Scenario, Variant) = (scenario, variant);
        var kept = scenario.Events.Where(e => e.Name.Length == 0 || !variant.Without.Contains(e.Name));
        var all = kept.Concat(variant.Events).ToList();
        // Stable sorts: equal times keep the order of the document, the scenario's events before the variant's.
        Events = [.. all.OrderBy(e => e.At)];
        Schedule = [.. all.SelectMany(Entries).OrderBy(entry => entry.Time).ThenBy(entry => entry.Phase)];
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The variant.</summary>
    public Variant Variant { get; }

    /// <summary>The variant's weather.</summary>
    public WeatherSpec Weather => Variant.Weather;

    /// <summary>The variant's settings by key.</summary>
    public IReadOnlyDictionary<string, ParameterValue> Settings => Variant.Settings;

    /// <summary>The events, by time and then in the order of the document.</summary>
    public IReadOnlyList<ScenarioEvent> Events { get; }

    /// <summary>What begins and what is undone, by time; at one time undoing first, then in the order of the document.</summary>
    public IReadOnlyList<ScheduledAction> Schedule { get; }

    /// <summary>Resolves one variant.</summary>
    public static EffectiveScenario Of(Scenario scenario, Variant variant)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(variant);
        return new(scenario, variant);
    }

    /// <summary>Resolves all variants, in the order of the document.</summary>
    public static IReadOnlyList<EffectiveScenario> All(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return [.. scenario.Variants.Select(variant => Of(scenario, variant))];
    }

    private static IEnumerable<ScheduledAction> Entries(ScenarioEvent e)
    {
        yield return new(e.At, ActionPhase.Begin, e);
        if (e.Until is { } until) yield return new(until, ActionPhase.Undo, e);
    }
}
