namespace DigitalTwin.Buildings.Shapes;

/// <summary>
/// The faces of one building with all its parts, as columns. Coordinates are relative to an origin of the building's own, so that areas and volumes keep their digits
/// however far away the origin of the coordinate system is. Immutable; made by a <see cref="ShapeBuilder"/>.
/// </summary>
public sealed class BuildingShape
{
    private readonly Point3[] vertices, areas;
    private readonly int[] corners, ringStart, faceStart;
    private readonly FaceKind[] kinds;
    private readonly Shell[] shells;
    private readonly bool[]? holesTurned;

    internal BuildingShape(
        string id, string lod, Point3 origin, Point3[] vertices, int[] corners, int[] ringStart, int[] faceStart, FaceKind[] kinds, Point3[] areas, Shell[] shells, string[] parts,
        bool[]? holesTurned)
    {
        (Id, Lod, Origin, Parts, this.holesTurned) = (id, lod, origin, parts, holesTurned);
        (this.vertices, this.corners, this.ringStart, this.faceStart, this.kinds, this.areas, this.shells) = (vertices, corners, ringStart, faceStart, kinds, areas, shells);
        Measures = ShapeMeasures.Of(this);
    }

    /// <summary>Id of the building.</summary>
    public string Id { get; }

    /// <summary>Level of detail of its geometry: <c>2.2</c>; empty where the source does not say.</summary>
    public string Lod { get; }

    /// <summary>Where the local coordinates begin, in the source's coordinate system, m.</summary>
    public Point3 Origin { get; }

    /// <summary>Ids of the parts that have geometry; the building's own id where it has no parts.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>Points, m from <see cref="Origin"/>; no two of them within the same millimetre.</summary>
    public ReadOnlySpan<Point3> Vertices => vertices;

    /// <summary>Shells of solids and sets of loose surfaces, by their faces.</summary>
    public ReadOnlySpan<Shell> Shells => shells;

    /// <summary>Faces.</summary>
    public int FaceCount => kinds.Length;

    /// <summary>Areas, volume and height.</summary>
    public ShapeMeasures Measures { get; }

    /// <summary>What a face is: as the source says, or by its normal.</summary>
    public FaceKind Kind(int face) => kinds[face];

    /// <summary>Outward normal of a face, as long as its area without holes in m².</summary>
    public Point3 VectorArea(int face) => areas[face];

    /// <summary>Area of a face without its holes, m².</summary>
    public double Area(int face) => areas[face].Length;

    /// <summary>Rings of a face: the outer one and its holes.</summary>
    public int RingCount(int face) => faceStart[face + 1] - faceStart[face];

    /// <summary>Vertices of a ring of a face, without the closing one; ring 0 is the outer one.</summary>
    public ReadOnlySpan<int> Ring(int face, int ring)
    {
        var at = faceStart[face] + ring;
        return corners.AsSpan(ringStart[at], ringStart[at + 1] - ringStart[at]);
    }

    /// <summary>Lowest and highest z of a face, m above <see cref="Origin"/>.</summary>
    public (double Lowest, double Highest) Heights(int face)
    {
        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        foreach (var corner in Ring(face, 0)) (lowest, highest) = (Math.Min(lowest, vertices[corner].Z), Math.Max(highest, vertices[corner].Z));
        return (lowest, highest);
    }

    /// <summary>Whether the source had a hole of the face run the way of its outer ring.</summary>
    public bool HolesTurned(int face) => holesTurned is not null && holesTurned[face];

    /// <summary>How the edges of a shell are shared.</summary>
    internal EdgeCensus Edges(Shell shell, List<ulong> buffer) => EdgeCensus.Of(faceStart, ringStart, corners, shell.FirstFace, shell.FaceCount, buffer);
}
