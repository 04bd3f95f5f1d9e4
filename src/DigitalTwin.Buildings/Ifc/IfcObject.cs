using DigitalTwin.Buildings.Ifc.Properties;

namespace DigitalTwin.Buildings.Ifc;

/// <summary>Something with an identity in the model. Immutable once the model is read.</summary>
public abstract class IfcObject
{
    /// <summary>Number of its record in the file: <c>#479</c>.</summary>
    public required long Id { get; init; }

    /// <summary>Its entity: <c>IfcWallStandardCase</c>; one that the reader does not know as the file writes it.</summary>
    public required string Class { get; init; }

    /// <summary>GlobalId, 22 characters; empty where the file gives none. Not always unique: see <see cref="Quality.IfcQuality"/>.</summary>
    public required string GlobalId { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>ObjectType: what kind of thing its author calls it.</summary>
    public string? ObjectType { get; init; }

    /// <summary>Its property sets, its own first, then those of its type.</summary>
    public IReadOnlyList<IfcPropertySet> PropertySets { get; internal set; } = [];

    /// <summary>Its quantity sets, its own first, then those of its type.</summary>
    public IReadOnlyList<IfcQuantitySet> QuantitySets { get; internal set; } = [];

    /// <summary>A property by set and name, letters without case; an own value wins over the type's. <see cref="IfcValue.None"/> where nobody states it.</summary>
    /// <param name="set">Name of the set; null for any.</param>
    /// <param name="name">Name of the property.</param>
    public IfcValue Property(string? set, string name)
    {
        foreach (var properties in PropertySets)
            if ((set is null || properties.Name.Equals(set, StringComparison.OrdinalIgnoreCase)) && properties.Find(name)?.Value is { IsSomething: true } value) return value;
        return IfcValue.None;
    }

    /// <summary>Name, or whatever else tells it apart.</summary>
    public override string ToString() => $"#{Id} {Class} {Name}".TrimEnd();
}
