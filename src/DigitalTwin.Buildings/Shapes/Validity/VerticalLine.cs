namespace DigitalTwin.Buildings.Shapes.Validity;

/// <summary>Where a vertical line runs inside a solid.</summary>
internal static class VerticalLine
{
    /// <summary>The stretches, from low to high, of a line at (x, y) that lie inside the faces of a part; empty where the line meets them an odd number of times.</summary>
    public static List<(double From, double To)> Inside(BuildingShape shape, int part, double x, double y)
    {
        var crossings = new List<double>();
        foreach (var shell in shape.Shells)
        {
            if (shell.Part != part || !shell.IsSolid) continue;
            for (var face = shell.FirstFace; face < shell.FirstFace + shell.FaceCount; face++)
                if (Crossing(shape, face, x, y) is { } z) crossings.Add(z);
        }
        crossings.Sort();
        var inside = new List<(double, double)>();
        if (crossings.Count % 2 == 1) return inside;
        for (var i = 0; i < crossings.Count; i += 2) inside.Add((crossings[i], crossings[i + 1]));
        return inside;
    }

    /// <summary>z at which the line goes through a face; null where it passes by.</summary>
    private static double? Crossing(BuildingShape shape, int face, double x, double y)
    {
        var normal = shape.VectorArea(face);
        if (Math.Abs(normal.Z) < 1e-6 * normal.Length) return null;
        var within = false;
        for (var ring = 0; ring < shape.RingCount(face); ring++)
        {
            var corners = shape.Ring(face, ring);
            var a = shape.Vertices[corners[^1]];
            foreach (var corner in corners)
            {
                var b = shape.Vertices[corner];
                if (a.Y > y != b.Y > y && x < a.X + (y - a.Y) / (b.Y - a.Y) * (b.X - a.X)) within = !within;
                a = b;
            }
        }
        if (!within) return null;
        var p = shape.Vertices[shape.Ring(face, 0)[0]];
        return p.Z - (normal.X * (x - p.X) + normal.Y * (y - p.Y)) / normal.Z;
    }
}
