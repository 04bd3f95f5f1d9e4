namespace DigitalTwin.Buildings.Shapes;

/// <summary>The volume of a building whose surfaces do not close: what lies between its roofs and the level of its ground.</summary>
public static class RoofPrisms
{
    /// <summary>(C5) V = Σ A_z (z̄ - z₀) over the triangles of all roofs: A_z their area in plan, z̄ the mean height of their corners, z₀ the lowest point of the building. NaN without roofs.</summary>
    public static double Volume(BuildingShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var lowest = shape.Measures.Lowest - shape.Origin.Z;
        double sum = 0;
        for (var face = 0; face < shape.FaceCount; face++)
        {
            if (shape.Kind(face) is not (FaceKind.Roof or FaceKind.OuterFloor)) continue;
            for (var ring = 0; ring < shape.RingCount(face); ring++)
            {
                var corners = shape.Ring(face, ring);
                for (var i = 2; i < corners.Length; i++)
                {
                    Point3 a = shape.Vertices[corners[0]], b = shape.Vertices[corners[i - 1]], c = shape.Vertices[corners[i]];
                    var plan = 0.5 * ((b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X));
                    sum += plan * ((a.Z + b.Z + c.Z) / 3 - lowest) * Math.Sign(shape.VectorArea(face).Z);
                }
            }
        }
        return sum > 0 ? sum : double.NaN;
    }
}
