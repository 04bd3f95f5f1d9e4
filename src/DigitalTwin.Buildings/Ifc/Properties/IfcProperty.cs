namespace DigitalTwin.Buildings.Ifc.Properties;

/// <summary>A property of a set.</summary>
/// <param name="Name">Its name.</param>
public abstract record IfcProperty(string Name)
{
    /// <summary>Its one value, its set point, or the first of its values: what a reader who wants one value takes.</summary>
    public abstract IfcValue Value { get; }
}

/// <summary>A property of one value.</summary>
public sealed record IfcSingleProperty(string Name, IfcValue Only) : IfcProperty(Name)
{
    /// <inheritdoc/>
    public override IfcValue Value => Only;
}

/// <summary>A choice among the values of an enumeration.</summary>
public sealed record IfcEnumeratedProperty(string Name, IReadOnlyList<IfcValue> Chosen) : IfcProperty(Name)
{
    /// <inheritdoc/>
    public override IfcValue Value => Chosen.Count > 0 ? Chosen[0] : IfcValue.None;
}

/// <summary>A value between bounds.</summary>
public sealed record IfcBoundedProperty(string Name, IfcValue Lower, IfcValue Upper, IfcValue SetPoint) : IfcProperty(Name)
{
    /// <inheritdoc/>
    public override IfcValue Value => SetPoint.IsSomething ? SetPoint : Upper.IsSomething ? Upper : Lower;
}

/// <summary>Several values in order.</summary>
public sealed record IfcListProperty(string Name, IReadOnlyList<IfcValue> Values) : IfcProperty(Name)
{
    /// <inheritdoc/>
    public override IfcValue Value => Values.Count > 0 ? Values[0] : IfcValue.None;
}

/// <summary>Values by values: a curve.</summary>
public sealed record IfcTableProperty(string Name, IReadOnlyList<IfcValue> Defining, IReadOnlyList<IfcValue> Defined) : IfcProperty(Name)
{
    /// <inheritdoc/>
    public override IfcValue Value => Defined.Count > 0 ? Defined[0] : IfcValue.None;
}

/// <summary>A pointer to another record.</summary>
public sealed record IfcReferenceProperty(string Name, long Id, string? Class) : IfcProperty(Name)
{
    /// <inheritdoc/>
    public override IfcValue Value => IfcValue.None;
}

/// <summary>Properties under a common name.</summary>
public sealed record IfcComplexProperty(string Name, IReadOnlyList<IfcProperty> Properties) : IfcProperty(Name)
{
    /// <inheritdoc/>
    public override IfcValue Value => IfcValue.None;
}

/// <summary>A set of properties: of one thing, of several that share it, or of a type whose things inherit it.</summary>
/// <param name="Id">Number of its record.</param>
/// <param name="Name">Its name, as <c>Pset_WallCommon</c>.</param>
/// <param name="Properties">In the file's order.</param>
public sealed record IfcPropertySet(long Id, string Name, IReadOnlyList<IfcProperty> Properties)
{
    /// <summary>The property of a name, letters without case; of several the first.</summary>
    public IfcProperty? Find(string name)
    {
        foreach (var property in Properties)
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return property;
        return null;
    }
}
