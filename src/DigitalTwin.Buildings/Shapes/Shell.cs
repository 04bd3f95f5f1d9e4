namespace DigitalTwin.Buildings.Shapes;

/// <summary>Faces of a shape that belong together: a shell of a solid, or a loose set of surfaces.</summary>
/// <param name="Part">Number of the building part, an index into <see cref="BuildingShape.Parts"/>.</param>
/// <param name="Solid">Number of the solid within the shape; -1 for loose surfaces.</param>
/// <param name="Inner">A cavity of its solid.</param>
/// <param name="FirstFace">First face.</param>
/// <param name="FaceCount">Faces.</param>
/// <param name="Closed">Every edge lies between exactly two faces that agree on what is outside.</param>
/// <param name="Turned">The source had its normals point inwards; they were turned round.</param>
public readonly record struct Shell(int Part, int Solid, bool Inner, int FirstFace, int FaceCount, bool Closed = false, bool Turned = false)
{
    /// <summary>Whether the source says that it encloses a volume.</summary>
    public bool IsSolid => Solid >= 0;
}
