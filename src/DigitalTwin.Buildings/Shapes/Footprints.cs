using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace DigitalTwin.Buildings.Shapes;

/// <summary>The outline of a building on the ground, in the source's coordinate system.</summary>
public static class Footprints
{
    /// <summary>A ring covers ground only when its projection is at least this large, m².</summary>
    private const double Least = 1e-4;

    /// <summary>
    /// The union of the faces on the ground; where there is none, of the roofs; where there is none either, of everything that is not upright. Null where nothing covers ground.
    /// </summary>
    public static Geometry? Of(BuildingShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return Placed(shape, k => k == FaceKind.Ground) ?? Placed(shape, k => k is FaceKind.Roof or FaceKind.OuterFloor) ?? Placed(shape, _ => true);
    }

    /// <summary>Where one part stands, in local coordinates: the union of its faces on the ground, or of all of them.</summary>
    internal static Geometry? OfPart(BuildingShape shape, int part)
    {
        var faces = new List<int>();
        foreach (var shell in shape.Shells)
            if (shell.Part == part) faces.AddRange(Enumerable.Range(shell.FirstFace, shell.FaceCount));
        return Union(shape, faces.Where(f => shape.Kind(f) == FaceKind.Ground)) ?? Union(shape, faces);
    }

    private static Geometry? Placed(BuildingShape shape, Func<FaceKind, bool> wanted)
    {
        var union = Union(shape, Enumerable.Range(0, shape.FaceCount).Where(f => wanted(shape.Kind(f))));
        union?.Apply(new Shift(shape.Origin.X, shape.Origin.Y));
        return union;
    }

    private static Geometry? Union(BuildingShape shape, IEnumerable<int> faces)
    {
        var polygons = new List<Geometry>();
        foreach (var face in faces)
            if (Math.Abs(shape.VectorArea(face).Z) > Math.Max(Least, 0.01 * shape.Area(face)) && Projection(shape, face) is { } polygon) polygons.Add(polygon);
        var union = polygons.Count switch
        {
            0 => null,
            1 => polygons[0],
            _ => OverlayNGRobust.Union(polygons),
        };
        return union is null or { IsEmpty: true } ? null : union;
    }

    /// <summary>A face seen from above, in local coordinates; mended where its projection crosses itself.</summary>
    private static Geometry? Projection(BuildingShape shape, int face)
    {
        if (Seen(shape, face, 0) is not { } outer) return null;
        var holes = new List<LinearRing>();
        for (var ring = 1; ring < shape.RingCount(face); ring++)
            if (Seen(shape, face, ring) is { } hole) holes.Add(hole);
        var polygon = GeometryFactory.Default.CreatePolygon(outer, [.. holes]);
        if (polygon.IsValid) return polygon;
        var mended = polygon.Buffer(0);
        return mended.IsEmpty ? null : mended;
    }

    private static LinearRing? Seen(BuildingShape shape, int face, int ring)
    {
        var corners = shape.Ring(face, ring);
        if (corners.Length < 3) return null;
        var seen = new Coordinate[corners.Length + 1];
        for (var i = 0; i < corners.Length; i++) seen[i] = new(shape.Vertices[corners[i]].X, shape.Vertices[corners[i]].Y);
        seen[^1] = seen[0].Copy();
        return GeometryFactory.Default.CreateLinearRing(seen);
    }

    private sealed class Shift(double x, double y) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence)
        {
            for (var i = 0; i < sequence.Count; i++)
            {
                sequence.SetX(i, sequence.GetX(i) + x);
                sequence.SetY(i, sequence.GetY(i) + y);
            }
        }
    }
}
