namespace DigitalTwin.Buildings.Shapes;

/// <summary>What two walls have in common, measured in the plane of the first: u along it, v up.</summary>
internal sealed class WallPair
{
    private readonly PlanarOverlap overlap = new();
    private readonly List<(double U, double V)> ring = [];

    /// <summary>Common area, m²; 0 where the planes lie further apart than the gap along what they have in common.</summary>
    public double Common(BuildingShape one, int faceOfOne, BuildingShape other, int faceOfOther, double gap)
    {
        var normal = one.VectorArea(faceOfOne);
        var flat = Math.Sqrt(normal.X * normal.X + normal.Y * normal.Y);
        Point3 along = new(-normal.Y / flat, normal.X / flat, 0), across = new(normal.X / flat, normal.Y / flat, 0);
        var start = one.Vertices[one.Ring(faceOfOne, 0)[0]];
        var (least, most) = Fill(overlap.First, one, faceOfOne, start, along);
        // The other wall's coordinates from our start: the difference of origins first, so that no digits are lost.
        var shift = one.Origin - other.Origin + start;
        var (otherLeast, otherMost) = Fill(overlap.Second, other, faceOfOther, shift, along);
        var (from, to) = (Math.Max(least, otherLeast), Math.Min(most, otherMost));
        if (!(to > from) || Math.Abs(Distance(other, faceOfOther, shift, along, across, 0.5 * (from + to))) > gap) return 0;
        return overlap.Area();
    }

    private (double Least, double Most) Fill(List<(double U, double V)> triangles, BuildingShape shape, int face, Point3 start, Point3 along)
    {
        triangles.Clear();
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        for (var r = 0; r < shape.RingCount(face); r++)
        {
            ring.Clear();
            foreach (var corner in shape.Ring(face, r))
            {
                var p = shape.Vertices[corner] - start;
                var u = Point3.Dot(p, along);
                (least, most) = (Math.Min(least, u), Math.Max(most, u));
                ring.Add((u, p.Z));
            }
            for (var i = 2; i < ring.Count; i++)
            {
                triangles.Add(ring[0]);
                triangles.Add(ring[i - 1]);
                triangles.Add(ring[i]);
            }
        }
        return (least, most);
    }

    /// <summary>Signed distance of the other wall's plane from ours at a place along it, m.</summary>
    private static double Distance(BuildingShape other, int face, Point3 start, Point3 along, Point3 across, double at)
    {
        var normal = other.VectorArea(face);
        var p = other.Vertices[other.Ring(face, 0)[0]] - start;
        // On the plane n·(x - p) = 0 at the height of p: x = at·along + d·across.
        var facing = Point3.Dot(normal, across);
        return facing == 0 ? double.PositiveInfinity : (Point3.Dot(normal, p) - normal.Z * p.Z - at * Point3.Dot(normal, along)) / facing;
    }
}
