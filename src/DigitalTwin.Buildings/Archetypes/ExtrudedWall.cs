namespace DigitalTwin.Buildings.Archetypes;

/// <summary>Walls over a footprint, each with how much of it lies against a neighbour.</summary>
/// <param name="Azimuth">Whither it faces, degrees clockwise from north.</param>
/// <param name="Free">Area in the open, m².</param>
/// <param name="Shared">Area against neighbours, m².</param>
internal readonly record struct ExtrudedWall(double Azimuth, double Free, double Shared)
{
    /// <summary>Distance at which two walls are one, m: drawings of neighbours do not meet to the centimetre.</summary>
    private const double Touching = 0.3;

    private const double ShortestEdge = 0.01;

    /// <summary>The walls of rings whose outside lies on the right.</summary>
    public static List<ExtrudedWall> Of(List<(double X, double Y)[]> rings, double height, IReadOnlyList<(List<(double X, double Y)[]> Rings, double Height)> neighbours)
    {
        var walls = new List<ExtrudedWall>();
        var covered = new List<(double From, double To, double Height)>();
        foreach (var ring in rings)
            for (var i = 0; i + 1 < ring.Length; i++)
            {
                var (dx, dy) = (ring[i + 1].X - ring[i].X, ring[i + 1].Y - ring[i].Y);
                var length = Math.Sqrt(dx * dx + dy * dy);
                if (length < ShortestEdge) continue;
                covered.Clear();
                foreach (var (other, top) in neighbours) Cover(ring[i], dx / length, dy / length, length, other, Math.Min(height, top), covered);
                var shared = Area(covered, length);
                var azimuth = Math.Atan2(dy, -dx) * 180 / Math.PI;
                walls.Add(new(azimuth < 0 ? azimuth + 360 : azimuth, Math.Max(0, length * height - shared), Math.Min(shared, length * height)));
            }
        return walls;
    }

    /// <summary>Stretches of an edge, from its begin, along which edges of a neighbour run the other way within reach.</summary>
    private static void Cover((double X, double Y) at, double ux, double uy, double length, List<(double X, double Y)[]> neighbour, double height, List<(double From, double To, double Height)> covered)
    {
        foreach (var ring in neighbour)
            for (var i = 0; i + 1 < ring.Length; i++)
            {
                var (ax, ay) = (ring[i].X - at.X, ring[i].Y - at.Y);
                var (bx, by) = (ring[i + 1].X - at.X, ring[i + 1].Y - at.Y);
                if (Math.Abs(ux * ay - uy * ax) > Touching || Math.Abs(ux * by - uy * bx) > Touching) continue;
                var (from, to) = (ux * bx + uy * by, ux * ax + uy * ay);
                (from, to) = (Math.Max(0, from), Math.Min(length, to));
                if (to - from > ShortestEdge) covered.Add((from, to, height));
            }
    }

    /// <summary>Area below the highest of the stretches.</summary>
    private static double Area(List<(double From, double To, double Height)> covered, double length)
    {
        if (covered.Count == 0) return 0;
        double[] cuts = [.. covered.SelectMany(c => new[] { c.From, c.To }).Append(0).Append(length).Distinct().Order()];
        var area = 0.0;
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            var (middle, top) = ((cuts[i] + cuts[i + 1]) / 2, 0.0);
            foreach (var stretch in covered)
                if (stretch.From <= middle && middle <= stretch.To) top = Math.Max(top, stretch.Height);
            area += top * (cuts[i + 1] - cuts[i]);
        }
        return area;
    }
}
