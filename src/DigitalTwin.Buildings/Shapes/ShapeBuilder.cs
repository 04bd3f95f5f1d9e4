namespace DigitalTwin.Buildings.Shapes;

/// <summary>
/// Takes the faces of a building one corner after the other and makes a <see cref="BuildingShape"/> of them: points within a millimetre become one, holes run against their
/// outer ring, shells whose normals point inwards are turned round, and faces without a kind get one by their normal. Used again for the next building after <see cref="Begin"/>.
/// </summary>
public sealed partial class ShapeBuilder
{
    private readonly Dictionary<(long, long, long), int> known = [];
    private readonly List<Point3> vertices = [];
    private readonly List<int> corners = [], ringStart = [], faceStart = [];
    private readonly List<FaceKind> kinds = [];
    private readonly List<Shell> shells = [];
    private readonly List<string> parts = [];
    private readonly List<ulong> edges = [];
    private string id = "", lod = "";
    private Point3 origin;
    private bool placed;
    private int solids;
    private bool[]? holesTurned;

    /// <summary>Faces so far.</summary>
    public int FaceCount => kinds.Count;

    /// <summary>Begins a building: what was added since the last is forgotten.</summary>
    /// <param name="building">Its id.</param>
    /// <param name="levelOfDetail">Level of detail: <c>2.2</c>, or empty.</param>
    public void Begin(string building, string levelOfDetail = "")
    {
        (id, lod, placed, solids) = (building, levelOfDetail, false, 0);
        known.Clear();
        vertices.Clear();
        corners.Clear();
        ringStart.Clear();
        faceStart.Clear();
        kinds.Clear();
        shells.Clear();
        parts.Clear();
    }

    /// <summary>Begins a part; the building itself is one too.</summary>
    public void BeginPart(string part) => parts.Add(part);

    /// <summary>Takes back the part begun last, which has no faces.</summary>
    public void DropPart()
    {
        while (shells.Count > 0 && shells[^1].Part == parts.Count - 1 && parts.Count > 1) shells.RemoveAt(shells.Count - 1);
        parts.RemoveAt(parts.Count - 1);
    }

    /// <summary>Begins a solid; the shells that follow are its own, the first its outer one.</summary>
    public void BeginSolid() => solids++;

    /// <summary>Begins a shell of the solid begun last.</summary>
    /// <param name="inner">A cavity.</param>
    public void BeginShell(bool inner = false) => shells.Add(new(Math.Max(0, parts.Count - 1), Math.Max(0, solids - 1), inner, kinds.Count, 0));

    /// <summary>Begins a set of loose surfaces.</summary>
    public void BeginSurfaces() => shells.Add(new(Math.Max(0, parts.Count - 1), -1, false, kinds.Count, 0));

    /// <summary>Begins a face; its outer ring comes first, then its holes.</summary>
    public void BeginFace(FaceKind kind)
    {
        if (shells.Count == 0) BeginSurfaces();
        faceStart.Add(ringStart.Count);
        kinds.Add(kind);
    }

    /// <summary>Begins a ring of the face.</summary>
    public void BeginRing() => ringStart.Add(corners.Count);

    /// <summary>Adds a corner to the ring, in the source's coordinates, m. A corner at the place of the one before is left out.</summary>
    public void Corner(Point3 point)
    {
        if (!placed) (origin, placed) = (point, true);
        var local = point - origin;
        var key = ((long)Math.Round(local.X * 1000), (long)Math.Round(local.Y * 1000), (long)Math.Round(local.Z * 1000));
        if (!known.TryGetValue(key, out var vertex))
        {
            known.Add(key, vertex = vertices.Count);
            vertices.Add(local);
        }
        if (corners.Count == ringStart[^1] || corners[^1] != vertex) corners.Add(vertex);
    }

    /// <summary>Ends the ring: a last corner at the place of the first is left out. Returns how many corners remain.</summary>
    public int EndRing()
    {
        var first = ringStart[^1];
        while (corners.Count - first > 1 && corners[^1] == corners[first]) corners.RemoveAt(corners.Count - 1);
        return corners.Count - first;
    }

    /// <summary>Takes back the ring begun last.</summary>
    public void DropRing()
    {
        corners.RemoveRange(ringStart[^1], corners.Count - ringStart[^1]);
        ringStart.RemoveAt(ringStart.Count - 1);
    }

    /// <summary>Takes back the face begun last.</summary>
    public void DropFace()
    {
        while (ringStart.Count > faceStart[^1]) DropRing();
        faceStart.RemoveAt(faceStart.Count - 1);
        kinds.RemoveAt(kinds.Count - 1);
    }

    /// <summary>Takes back every face after the first ones.</summary>
    public void DropBackTo(int faces)
    {
        while (kinds.Count > faces) DropFace();
    }
}
