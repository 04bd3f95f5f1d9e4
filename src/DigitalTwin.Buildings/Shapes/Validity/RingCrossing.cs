namespace DigitalTwin.Buildings.Shapes.Validity;

/// <summary>Whether a ring crosses or touches itself, as seen along its normal.</summary>
internal sealed class RingCrossing
{
    private readonly List<(double U, double V)> seen = [];
    private readonly List<(double From, double Until, int Edge)> edges = [];
    private readonly HashSet<int> visited = [];

    /// <summary>The corner at which the ring is first found to meet itself; -1 where it does not.</summary>
    public int Find(ReadOnlySpan<Point3> vertices, ReadOnlySpan<int> ring, Point3 normal)
    {
        visited.Clear();
        for (var i = 0; i < ring.Length; i++)
            if (!visited.Add(ring[i])) return i;
        Flatten(vertices, ring, normal);
        edges.Clear();
        for (var i = 0; i < seen.Count; i++)
        {
            double a = seen[i].U, b = seen[(i + 1) % seen.Count].U;
            edges.Add((Math.Min(a, b), Math.Max(a, b), i));
        }
        edges.Sort();
        for (var i = 0; i < edges.Count; i++)
            for (var j = i + 1; j < edges.Count && edges[j].From <= edges[i].Until; j++)
                if (Cross(edges[i].Edge, edges[j].Edge)) return Math.Min(edges[i].Edge, edges[j].Edge);
        return -1;
    }

    /// <summary>Leaves out the coordinate along which the normal is longest.</summary>
    private void Flatten(ReadOnlySpan<Point3> vertices, ReadOnlySpan<int> ring, Point3 normal)
    {
        seen.Clear();
        var (x, y, z) = (Math.Abs(normal.X), Math.Abs(normal.Y), Math.Abs(normal.Z));
        foreach (var corner in ring)
        {
            var p = vertices[corner];
            seen.Add(z >= x && z >= y ? (p.X, p.Y) : y >= x ? (p.X, p.Z) : (p.Y, p.Z));
        }
    }

    private bool Cross(int one, int other)
    {
        var n = seen.Count;
        if ((one + 1) % n == other || (other + 1) % n == one) return false;
        var (a, b, c, d) = (seen[one], seen[(one + 1) % n], seen[other], seen[(other + 1) % n]);
        return Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;
    }

    /// <summary>1 to the left of a line, -1 to its right, 0 within a tenth of a millimetre of it.</summary>
    private static int Side((double U, double V) a, (double U, double V) b, (double U, double V) p)
    {
        var twice = (b.U - a.U) * (p.V - a.V) - (b.V - a.V) * (p.U - a.U);
        var length = Math.Sqrt((b.U - a.U) * (b.U - a.U) + (b.V - a.V) * (b.V - a.V));
        return Math.Abs(twice) <= 1e-4 * length ? 0 : Math.Sign(twice);
    }
}
