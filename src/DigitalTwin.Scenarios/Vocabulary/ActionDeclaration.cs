using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Scenarios.Vocabulary;

/// <summary>What kind of value a parameter of an action takes.</summary>
public enum ParameterKind
{
    /// <summary>A number with a unit of the parameter's dimension, converted to SI.</summary>
    Quantity,

    /// <summary>A bare number.</summary>
    Number,

    /// <summary>One of a list of words.</summary>
    Choice,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>A group of names and their shares of a whole, as in <c>{ electric: 40 % }</c>.</summary>
    Shares,
}

/// <summary>A parameter of an action, or what a setting takes.</summary>
/// <param name="Name">Its key in the YAML document: <c>opening</c>.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Unit">
/// For a quantity, the unit that fixes its dimension and in which the domain gets its value: <c>m</c>, <c>m³/s</c>, <c>degC</c>,
/// <c>CNY/kWh</c>. <c>mH2O</c> takes pressures and metres of water, <c>K</c> takes differences of temperature. Several separated by
/// <c> | </c> are alternatives, told apart by dimension. Else an empty string.
/// </param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Minimum">Smallest accepted value in that unit.</param>
/// <param name="Maximum">Largest accepted value in that unit.</param>
/// <param name="Choices">For a choice, the accepted words; for shares, the accepted names, any when it is empty; else empty.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record ParameterDeclaration(
    string Name, ParameterKind Kind, string Unit, bool Required, double Minimum, double Maximum, IReadOnlyList<string> Choices, LocalizedText Meaning)
{
    /// <summary>Asset types to which the parameter belongs when an action has several; empty for all.</summary>
    public IReadOnlyList<string> OnlyFor { get; init; } = [];

    /// <summary>What the map has against a value that is well formed: one sentence, or null.</summary>
    public Func<ParameterValue, string?>? Objection { get; init; }
}

/// <summary>An action that an event of a scenario may take; the domain that handles it declares it.</summary>
/// <param name="Name">The key in the YAML document, whose value names the assets: <c>burst</c>.</param>
/// <param name="Domain">The domain that handles it: <c>water</c>.</param>
/// <param name="TargetTypes">Asset types it accepts, as in ids: <c>water/pipe</c>. Empty for an action without assets.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="TakesUntil">Whether the event may have an <c>until</c>, at which the action is undone.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record ActionDeclaration(
    string Name, string Domain, IReadOnlyList<string> TargetTypes, IReadOnlyList<ParameterDeclaration> Parameters, bool TakesUntil, LocalizedText Meaning)
{
    /// <summary>Groups of parameters of which exactly one must be given: <c>[factor, add]</c>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> OneOf { get; init; } = [];

    /// <summary>Whether its assets are new: their ids are not the map's, and from then on other events of the scenario may name them.</summary>
    public bool Introduces { get; init; }
}
