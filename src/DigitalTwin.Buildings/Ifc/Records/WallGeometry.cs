using DigitalTwin.Buildings.Ifc.Placements;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Ifc.Records;

/// <summary>How a wall, or anything upright, stands: its run, its thickness and which of its sides is outside.</summary>
/// <param name="Outward">Horizontal normal to the outside, of length one.</param>
/// <param name="Length">Along its run, m.</param>
/// <param name="Thickness">Across, m.</param>
/// <param name="IsCertain">Whether exactly one side has rooms.</param>
internal readonly record struct WallGeometry(IfcPoint Outward, double Length, double Thickness, bool IsCertain)
{
    /// <summary>How far from a wall's face a room is looked for, m.</summary>
    private const double Reach = 0.5;

    /// <summary>The stand of a footprint; null where it has no run.</summary>
    /// <param name="footprint">Of the wall.</param>
    /// <param name="rooms">Where rooms are; the building's outline where none are drawn.</param>
    public static WallGeometry? Of(Geometry footprint, Geometry rooms)
    {
        if (footprint.IsEmpty || MinimumDiameter.GetMinimumRectangle(footprint).Coordinates is not { Length: >= 2 } corners) return null;
        var (a, b, c) = (corners[0], corners[1], corners[Math.Min(2, corners.Length - 1)]);
        double first = a.Distance(b), second = b.Distance(c);
        var along = first >= second ? new IfcPoint(b.X - a.X, b.Y - a.Y, 0) : new IfcPoint(c.X - b.X, c.Y - b.Y, 0);
        if (along.Length < 1e-6) return null;
        along = along.Unit(IfcFrame.Identity.X);
        var across = new IfcPoint(-along.Y, along.X, 0);
        var (length, thickness) = (Math.Max(first, second), Math.Min(first, second));
        var middle = footprint.Centroid.Coordinate;
        var (left, right) = (Inside(1), Inside(-1));
        if (left != right) return new(left ? -1 * across : across, length, thickness, true);
        // Rooms on both sides or on none: away from the middle of the building.
        var centre = rooms.IsEmpty ? middle : rooms.Centroid.Coordinate;
        var outward = (middle.X - centre.X) * across.X + (middle.Y - centre.Y) * across.Y >= 0 ? across : -1 * across;
        return new(outward, length, thickness, false);

        bool Inside(int side)
        {
            var step = side * (thickness / 2 + Reach);
            return rooms.Intersects(rooms.Factory.CreatePoint(new Coordinate(middle.X + step * across.X, middle.Y + step * across.Y)));
        }
    }
}
