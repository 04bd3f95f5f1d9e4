namespace DigitalTwin.Buildings.Shapes;

/// <summary>
/// Area that two polygons of one plane have in common. Both are cut into signed triangles, a fan from the first corner of every ring, and
/// (C4) area = |Σᵢ Σⱼ sᵢ sⱼ area(Tᵢ ∩ Tⱼ)|: exact for holes and for corners that turn inwards, without a search for crossings and so without a case that fails.
/// </summary>
internal sealed class PlanarOverlap
{
    private readonly List<(double U, double V)> first = [], second = [];
    private readonly (double U, double V)[] cut = new (double, double)[12], next = new (double, double)[12];

    /// <summary>Triangles of the polygon to compare: three corners each, counter-clockwise ones count +1, others -1.</summary>
    public List<(double U, double V)> First => first;

    /// <summary>Triangles of the other polygon.</summary>
    public List<(double U, double V)> Second => second;

    /// <summary>The common area.</summary>
    public double Area()
    {
        double sum = 0;
        for (var i = 0; i < first.Count; i += 3)
        {
            var (a, b, c) = (first[i], first[i + 1], first[i + 2]);
            var sign = Twice(a, b, c);
            if (sign == 0) continue;
            if (sign < 0) (b, c) = (c, b);
            double own = 0;
            for (var j = 0; j < second.Count; j += 3) own += Common(a, b, c, second[j], second[j + 1], second[j + 2]);
            sum += Math.Sign(sign) * own;
        }
        return Math.Abs(sum);
    }

    /// <summary>Area of the second triangle inside the first, which is counter-clockwise; signed like the second.</summary>
    private double Common((double U, double V) a, (double U, double V) b, (double U, double V) c, (double U, double V) d, (double U, double V) e, (double U, double V) f)
    {
        if (Math.Max(a.U, Math.Max(b.U, c.U)) <= Math.Min(d.U, Math.Min(e.U, f.U)) || Math.Min(a.U, Math.Min(b.U, c.U)) >= Math.Max(d.U, Math.Max(e.U, f.U))
            || Math.Max(a.V, Math.Max(b.V, c.V)) <= Math.Min(d.V, Math.Min(e.V, f.V)) || Math.Min(a.V, Math.Min(b.V, c.V)) >= Math.Max(d.V, Math.Max(e.V, f.V))) return 0;
        (cut[0], cut[1], cut[2]) = (d, e, f);
        var count = Clip(Clip(Clip(3, a, b), b, c), c, a);
        double twice = 0;
        for (var k = 2; k < count; k++) twice += Twice(cut[0], cut[k - 1], cut[k]);
        return 0.5 * twice;
    }

    /// <summary>Keeps of the polygon in <see cref="cut"/> what lies to the left of a line (Sutherland and Hodgman 1974).</summary>
    private int Clip(int count, (double U, double V) from, (double U, double V) to)
    {
        var kept = 0;
        for (var k = 0; k < count; k++)
        {
            var (p, q) = (cut[k], cut[k + 1 == count ? 0 : k + 1]);
            double sideOfP = Twice(from, to, p), sideOfQ = Twice(from, to, q);
            if (sideOfP >= 0) next[kept++] = p;
            if (sideOfP >= 0 == sideOfQ >= 0) continue;
            var t = sideOfP / (sideOfP - sideOfQ);
            next[kept++] = (p.U + t * (q.U - p.U), p.V + t * (q.V - p.V));
        }
        Array.Copy(next, cut, kept);
        return kept;
    }

    private static double Twice((double U, double V) a, (double U, double V) b, (double U, double V) c) => (b.U - a.U) * (c.V - a.V) - (b.V - a.V) * (c.U - a.U);
}
