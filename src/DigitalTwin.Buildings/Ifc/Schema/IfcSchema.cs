using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Ifc.Schema;

/// <summary>The generations of IFC whose attributes lie at different positions, oldest first.</summary>
public enum IfcSchema
{
    /// <summary>IFC 2x Final (<c>IFC2X_FINAL</c>) and its addenda up to 2x2.</summary>
    Ifc2x,

    /// <summary>IFC 2x3 (ISO/PAS 16739:2005).</summary>
    Ifc2x3,

    /// <summary>IFC 4 with its addenda (ISO 16739:2013).</summary>
    Ifc4,

    /// <summary>IFC 4.3, its candidates included (ISO 16739-1:2024).</summary>
    Ifc4x3,
}

/// <summary>How a file's header names its schema.</summary>
internal static class IfcSchemaNames
{
    /// <summary>Names as they stand in FILE_SCHEMA, for hints.</summary>
    private static readonly string[] Known = ["IFC2X_FINAL", "IFC2X2_FINAL", "IFC2X3", "IFC4", "IFC4X1", "IFC4X2", "IFC4X3", "IFC4X3_ADD2"];

    /// <summary>The generation of the first name that is known; null, with a sentence, where none is.</summary>
    public static IfcSchema? Recognise(IReadOnlyList<string> names, string file, ProblemList problems)
    {
        foreach (var name in names)
            if (Of(name.Trim().ToUpperInvariant()) is { } schema) return schema;
        var found = names.Count == 0 ? "The header names no schema" : $"The header names the schema '{string.Join("', '", names)}'";
        var hint = names.Count == 0 ? "" : NearestName.Hint(names[0].ToUpperInvariant(), Known);
        problems.Error(file, 0, 0, $"{found}; IFC2X_FINAL, IFC2X3, IFC4 and IFC4X3 and their addenda are read.{hint}");
        return null;
    }

    private static IfcSchema? Of(string name) => name switch
    {
        _ when name.StartsWith("IFC4X3", StringComparison.Ordinal) => IfcSchema.Ifc4x3,
        _ when name.StartsWith("IFC4", StringComparison.Ordinal) => IfcSchema.Ifc4,
        _ when name.StartsWith("IFC2X3", StringComparison.Ordinal) => IfcSchema.Ifc2x3,
        _ when name.StartsWith("IFC2X", StringComparison.Ordinal) || name.StartsWith("IFC20", StringComparison.Ordinal) => IfcSchema.Ifc2x,
        _ => null,
    };
}
