namespace DigitalTwin.Buildings.CityJson;

/// <summary>A city object as far as it is read in passing: what it is, whom it belongs to, and where in the document its values stand (-1 where it has none).</summary>
internal sealed class CityObject
{
    public required string Id { get; init; }

    /// <summary>Byte at which it begins.</summary>
    public required int Place { get; init; }

    public string Type { get; set; } = "";

    public int Attributes { get; set; } = -1;

    public int Address { get; set; } = -1;

    public List<string> Parents { get; } = [];

    public List<string> Children { get; } = [];

    public List<GeometryEntry> Geometries { get; } = [];

    public bool IsBuilding => Type == "Building";

    public bool IsPart => Type == "BuildingPart";
}

/// <summary>A geometry as far as it is read in passing.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Lod">Its level of detail as written; empty where it is missing.</param>
/// <param name="Place">Byte at which it begins.</param>
/// <param name="Boundaries">Where its boundaries stand, or -1.</param>
/// <param name="Semantics">Where its semantics stand, or -1.</param>
/// <param name="Template">Number of its template, or -1.</param>
/// <param name="Matrix">Where its matrix stands, or -1.</param>
internal readonly record struct GeometryEntry(string Type, string Lod, int Place, int Boundaries, int Semantics, int Template, int Matrix)
{
    public bool IsSolid => Type is "Solid" or "MultiSolid" or "CompositeSolid";

    /// <summary>How deeply the arrays of vertices are nested; 0 for what has no surfaces.</summary>
    public int Nesting => Type switch { "MultiSurface" or "CompositeSurface" => 3, "Solid" => 4, "MultiSolid" or "CompositeSolid" => 5, _ => 0 };
}
