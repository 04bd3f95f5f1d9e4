namespace DigitalTwin.Buildings.Shapes;

/// <summary>The upright walls of all shapes as columns: whose they are, which way they look, and the box around them.</summary>
internal sealed class WallTable
{
    /// <summary>A wall leans by less than this: |z| of its unit normal.</summary>
    private const double Upright = 0.1;

    private readonly List<int> shapeOf = [], faceOf = [], partOf = [];
    private readonly List<NetTopologySuite.Geometries.Envelope> boxes = [];
    private readonly List<(double Low, double High)> heights = [];
    private readonly List<Point3> normals = [];
    private readonly List<Point3> places = [];

    public int Count => faceOf.Count;

    public static WallTable Of(IReadOnlyList<BuildingShape> shapes)
    {
        var table = new WallTable();
        for (var i = 0; i < shapes.Count; i++)
            foreach (var shell in shapes[i].Shells)
                for (var face = shell.FirstFace; face < shell.FirstFace + shell.FaceCount; face++)
                    table.Add(i, shapes[i], face, shell.Part);
        return table;
    }

    public int Shape(int wall) => shapeOf[wall];

    public int Face(int wall) => faceOf[wall];

    public NetTopologySuite.Geometries.Envelope Box(int wall) => boxes[wall];

    /// <summary>Whether two walls look at each other across no more than a gap, at heights that overlap; parts of one building only where they are different parts.</summary>
    public bool MayTouch(int one, int other, double opposite, double gap)
    {
        if (Point3.Dot(normals[one], normals[other]) > opposite) return false;
        if (heights[one].Low >= heights[other].High || heights[other].Low >= heights[one].High) return false;
        if (shapeOf[one] == shapeOf[other] && partOf[one] == partOf[other]) return false;
        // The angle lets planes drift apart over the length of a wall; the exact distance is asked at the overlap.
        return Math.Abs(Point3.Dot(normals[one], places[other] - places[one])) <= gap + 0.1 * (places[other] - places[one]).Length;
    }

    private void Add(int shapeNumber, BuildingShape shape, int face, int part)
    {
        if (shape.Kind(face) is not (FaceKind.Wall or FaceKind.Closure)) return;
        var normal = shape.VectorArea(face);
        var size = normal.Length;
        if (!(size > 0) || Math.Abs(normal.Z) > Upright * size) return;
        var box = new NetTopologySuite.Geometries.Envelope();
        foreach (var corner in shape.Ring(face, 0)) box.ExpandToInclude(shape.Origin.X + shape.Vertices[corner].X, shape.Origin.Y + shape.Vertices[corner].Y);
        var (low, high) = shape.Heights(face);
        shapeOf.Add(shapeNumber);
        faceOf.Add(face);
        partOf.Add(part);
        boxes.Add(box);
        heights.Add((shape.Origin.Z + low, shape.Origin.Z + high));
        normals.Add(1 / size * normal);
        places.Add(shape.Origin + shape.Vertices[shape.Ring(face, 0)[0]]);
    }
}
