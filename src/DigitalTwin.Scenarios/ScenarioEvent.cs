using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios;

/// <summary>Something that happens in a scenario: an action on assets at a time, undone at another if <see cref="Until"/> says so.</summary>
public sealed record ScenarioEvent
{
    /// <summary>Its name, by which a variant may leave it out; empty when it has none. Occurrences of a repeated event share it.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it happens, s since the start.</summary>
    public required double At { get; init; }

    /// <summary>When it is undone, s since the start; null when it lasts.</summary>
    public double? Until { get; init; }

    /// <summary>What happens.</summary>
    public required ActionDeclaration Action { get; init; }

    /// <summary>The assets as the scenario wrote them: ids and patterns.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>The ids of the assets, patterns resolved, each once, in the order written. Patterns stay as written when the map was not at hand.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>The parameters given, by name.</summary>
    public IReadOnlyDictionary<string, ParameterValue> Parameters { get; init; } = new Dictionary<string, ParameterValue>();

    /// <summary>Line in the document.</summary>
    public int Line { get; init; }

    /// <summary>Column in the document: with the line it tells occurrences of one event from events that share a name by mistake.</summary>
    public int Column { get; init; }

    /// <summary>A parameter, or null when it was not given.</summary>
    public ParameterValue? Find(string parameter) => Parameters.GetValueOrDefault(parameter);

    /// <summary>The number of a parameter in its declared unit, or a fallback.</summary>
    public double Number(string parameter, double otherwise) => Find(parameter)?.Number ?? otherwise;

    /// <summary>The number of a required parameter in its declared unit.</summary>
    /// <exception cref="KeyNotFoundException">It was not given, which a reader would have refused.</exception>
    public double Number(string parameter) => Parameters[parameter].Number;

    /// <summary>Whether another event does the same to the same assets, whenever that may be and whatever it is called.</summary>
    public bool DoesTheSameAs(ScenarioEvent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(this, other)
            || (Action.Name == other.Action.Name && Action.Domain == other.Action.Domain
                && (ReferenceEquals(Targets, other.Targets) || Targets.SequenceEqual(other.Targets, StringComparer.Ordinal))
                && Parameters.Count == other.Parameters.Count
                && Parameters.All(mine => other.Parameters.TryGetValue(mine.Key, out var theirs) && mine.Value == theirs));
    }
}
