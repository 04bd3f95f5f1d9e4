namespace DigitalTwin.Buildings.Shapes;

/// <summary>
/// Area, normal and volume of polygons in space (M. Newell's method in Sutherland, Sproull, Schumacker: A characterization of ten hidden-surface algorithms,
/// ACM Computing Surveys 6(1), 1974, and the divergence theorem). A ring is a list of vertices without the closing one; counter-clockwise as seen from outside.
/// </summary>
public static class Newell
{
    /// <summary>(C1) A = ½ Σ (vᵢ − v₀) × (vᵢ₊₁ − v₀): as long as the ring's area in m², along its outward normal. Holds for rings that are not quite plane.</summary>
    public static Point3 VectorArea(ReadOnlySpan<Point3> vertices, ReadOnlySpan<int> ring)
    {
        double x = 0, y = 0, z = 0;
        if (ring.Length < 3) return default;
        var first = vertices[ring[0]];
        var a = vertices[ring[1]] - first;
        for (var i = 2; i < ring.Length; i++)
        {
            var b = vertices[ring[i]] - first;
            x += a.Y * b.Z - a.Z * b.Y;
            y += a.Z * b.X - a.X * b.Z;
            z += a.X * b.Y - a.Y * b.X;
            a = b;
        }
        return new(0.5 * x, 0.5 * y, 0.5 * z);
    }

    /// <summary>(C2) V = ⅓ v₀ · A, the signed tetrahedra of the origin and the fan of v₀: summed over all rings of a closed shell it is the enclosed volume, m³, positive where normals point outwards.</summary>
    public static double Volume(ReadOnlySpan<Point3> vertices, ReadOnlySpan<int> ring, Point3 vectorArea) =>
        ring.Length < 3 ? 0 : Point3.Dot(vertices[ring[0]], vectorArea) / 3;

    /// <summary>Greatest distance, m, of the ring's vertices from the plane through their mean with a normal.</summary>
    public static double Unevenness(ReadOnlySpan<Point3> vertices, ReadOnlySpan<int> ring, Point3 unitNormal)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity, sum = 0;
        foreach (var corner in ring)
        {
            var d = Point3.Dot(vertices[corner], unitNormal);
            (least, most, sum) = (Math.Min(least, d), Math.Max(most, d), sum + d);
        }
        var mean = sum / ring.Length;
        return Math.Max(most - mean, mean - least);
    }
}
