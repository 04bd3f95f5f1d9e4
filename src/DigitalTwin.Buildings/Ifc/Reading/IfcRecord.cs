using DigitalTwin.Buildings.Ifc.Schema;
using DigitalTwin.Buildings.Step;

namespace DigitalTwin.Buildings.Ifc.Reading;

/// <summary>A record of the file with the names of its attributes: what is asked for and is not there, or is of another kind, is null.</summary>
internal readonly record struct IfcRecord(StepRecord Step, IfcEntity Entity)
{
    /// <summary>Its number.</summary>
    public long Id => Step.Id;

    /// <summary>The entity as the standard writes it; an entity that the table does not name as the file writes it.</summary>
    public string Class => Entity.MayHaveMore || !Entity.Name.Equals(Step.Keyword, StringComparison.OrdinalIgnoreCase) ? Step.Keyword : Entity.Name;

    /// <summary>The value of an attribute; unset where this generation of the schema, or this record, has none.</summary>
    public StepValue this[string attribute] => Entity.At(attribute) is >= 0 and var at ? Step[at] : StepValue.Unset;

    public bool Is(string name) => Entity.Is(name);

    /// <summary>A text that says something: null where it is unset or blank.</summary>
    public string? Text(string attribute) => this[attribute].Text is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public double? Number(string attribute) => this[attribute].Number is { } number && double.IsFinite(number) ? number : null;

    public long? Reference(string attribute) => this[attribute].Reference;

    public IEnumerable<long> References(string attribute) => this[attribute].References;

    public string? Enumeration(string attribute) => this[attribute].Enumeration?.ToUpperInvariant();

    public bool? Logical(string attribute) => this[attribute].Logical;

    public override string ToString() => $"#{Id} {Class}";
}
