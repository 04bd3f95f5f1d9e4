namespace DigitalTwin.Buildings.Step;

/// <summary>An entity name with its values: the whole of a simple record, a part of a complex one, an entry of the header.</summary>
/// <param name="Keyword">The entity's name, in capitals.</param>
/// <param name="Parameters">Its values in the order of the schema.</param>
public sealed record StepPart(string Keyword, IReadOnlyList<StepValue> Parameters)
{
    /// <summary>The value at a 0-based place; <c>$</c> beyond the last, as where an older schema has fewer attributes.</summary>
    public StepValue this[int place] => (uint)place < (uint)Parameters.Count ? Parameters[place] : StepValue.Unset;

    /// <summary>The part as a file says it.</summary>
    public override string ToString() => $"{Keyword}({string.Join(",", Parameters)})";
}

/// <summary>
/// One instance of a file, read: <c>#12=IFCWALL('…',#5,$)</c> or, complex, <c>#12=(A(1)B(2))</c>, which has several parts.
/// Immutable, and independent of the file that it came from.
/// </summary>
/// <param name="Id">The number after <c>#</c>.</param>
/// <param name="Parts">Its parts: one unless the record is complex.</param>
public sealed record StepRecord(long Id, IReadOnlyList<StepPart> Parts)
{
    /// <summary>The name of its (first) entity, in capitals.</summary>
    public string Keyword => Parts[0].Keyword;

    /// <summary>The values of its (first) entity.</summary>
    public IReadOnlyList<StepValue> Parameters => Parts[0].Parameters;

    /// <summary>True for <c>#12=(A(1)B(2))</c>.</summary>
    public bool IsComplex { get; init; }

    /// <summary>The value at a 0-based place of the (first) entity; <c>$</c> beyond the last.</summary>
    public StepValue this[int place] => Parts[0][place];

    /// <summary>The part with a name, letters without case; null when there is none.</summary>
    public StepPart? Part(string keyword) => Parts.FirstOrDefault(p => p.Keyword.Equals(keyword, StringComparison.OrdinalIgnoreCase));

    /// <summary>The record as a file says it, without its semicolon.</summary>
    public override string ToString() => IsComplex ? $"#{Id}=({string.Concat(Parts)})" : $"#{Id}={Parts[0]}";
}
