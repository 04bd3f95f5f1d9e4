namespace DigitalTwin.Buildings.Shapes;

/// <summary>Sums over the faces of a building, with the walls between its parts and to its neighbours included.</summary>
/// <param name="Ground">Area on the ground, m².</param>
/// <param name="Roof">Roof area, sloped as it is, m².</param>
/// <param name="Wall">Wall area without windows that are faces of their own, m².</param>
/// <param name="Opening">Area of windows and doors, m².</param>
/// <param name="Volume">Volume of the solids, m³; NaN where a shell is not closed or there is no solid.</param>
/// <param name="Lowest">Lowest z in the source's coordinates, m.</param>
/// <param name="Highest">Highest z in the source's coordinates, m.</param>
public sealed record ShapeMeasures(double Ground, double Roof, double Wall, double Opening, double Volume, double Lowest, double Highest)
{
    /// <summary>From the lowest to the highest point, m.</summary>
    public double Height => Highest - Lowest;

    internal static ShapeMeasures Of(BuildingShape shape)
    {
        double ground = 0, roof = 0, wall = 0, opening = 0;
        for (var face = 0; face < shape.FaceCount; face++)
        {
            var area = shape.Area(face);
            switch (shape.Kind(face))
            {
                case FaceKind.Ground: ground += area; break;
                case FaceKind.Roof: roof += area; break;
                case FaceKind.Wall: wall += area; break;
                case FaceKind.Window or FaceKind.Door: opening += area; break;
            }
        }
        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        foreach (var vertex in shape.Vertices) (lowest, highest) = (Math.Min(lowest, vertex.Z), Math.Max(highest, vertex.Z));
        return new(ground, roof, wall, opening, EnclosedVolume(shape), shape.Origin.Z + lowest, shape.Origin.Z + highest);
    }

    /// <summary>Volume of all closed shells, cavities taken off; loose surfaces that happen to close count as a solid.</summary>
    private static double EnclosedVolume(BuildingShape shape)
    {
        double sum = 0;
        foreach (var shell in shape.Shells)
        {
            if (!shell.Closed) return double.NaN;
            sum += (shell.Inner ? -1 : 1) * Math.Abs(VolumeOf(shape, shell));
        }
        return shape.Shells.Length == 0 ? double.NaN : sum;
    }

    /// <summary>Signed volume of a shell about the origin of its shape, m³: it means something where the shell is closed.</summary>
    public static double VolumeOf(BuildingShape shape, Shell shell)
    {
        ArgumentNullException.ThrowIfNull(shape);
        double sum = 0;
        for (var face = shell.FirstFace; face < shell.FirstFace + shell.FaceCount; face++)
        {
            for (var ring = 0; ring < shape.RingCount(face); ring++)
            {
                var corners = shape.Ring(face, ring);
                sum += Newell.Volume(shape.Vertices, corners, Newell.VectorArea(shape.Vertices, corners));
            }
        }
        return sum;
    }
}
