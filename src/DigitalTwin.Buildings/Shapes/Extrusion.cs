using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Shapes;

/// <summary>The poor city's building: a footprint drawn up to a height, with a flat roof (LoD 1.2) or, over four corners, with a ridge (LoD 2).</summary>
public static class Extrusion
{
    /// <summary>A closed solid with ground, walls and a flat roof; a footprint of several polygons makes several solids, its courtyards have walls.</summary>
    /// <param name="id">Id of the building.</param>
    /// <param name="footprint">Polygon or polygons, m.</param>
    /// <param name="ground">z of the ground, m.</param>
    /// <param name="height">Height of the roof above the ground, m.</param>
    /// <exception cref="ArgumentException">There is no polygon, or the height is not above nothing.</exception>
    public static BuildingShape Flat(string id, Geometry footprint, double ground, double height)
    {
        ArgumentNullException.ThrowIfNull(footprint);
        if (!(height > 0) || !double.IsFinite(height)) throw new ArgumentException($"A building is higher than nothing; found {height} m.", nameof(height));
        var builder = new ShapeBuilder();
        builder.Begin(id, "1.2");
        builder.BeginPart(id);
        for (var i = 0; i < footprint.NumGeometries; i++)
        {
            if (footprint.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon) continue;
            builder.BeginSolid();
            builder.BeginShell();
            Lid(builder, polygon, ground, FaceKind.Ground, upwards: false);
            Walls(builder, polygon, ground, height);
            Lid(builder, polygon, ground + height, FaceKind.Roof, upwards: true);
        }
        return builder.Build() ?? throw new ArgumentException($"A footprint is one polygon or more; found {footprint.GeometryType}.", nameof(footprint));
    }

    /// <summary>A closed solid with a ridge between the middles of the two shorter sides of a four-cornered footprint.</summary>
    /// <param name="id">Id of the building.</param>
    /// <param name="footprint">A convex polygon of four corners, m.</param>
    /// <param name="ground">z of the ground, m.</param>
    /// <param name="eaves">Height of the eaves above the ground, m.</param>
    /// <param name="ridge">Height of the ridge above the ground, m, above the eaves.</param>
    /// <exception cref="ArgumentException">The footprint has not four corners, or the ridge is not above the eaves.</exception>
    public static BuildingShape Gabled(string id, Polygon footprint, double ground, double eaves, double ridge)
    {
        ArgumentNullException.ThrowIfNull(footprint);
        if (footprint.NumInteriorRings > 0 || footprint.ExteriorRing.NumPoints != 5)
            throw new ArgumentException("A gabled roof stands on four corners; the footprint has others or holes.", nameof(footprint));
        if (!(eaves > 0) || !(ridge > eaves)) throw new ArgumentException($"The ridge lies above the eaves and these above the ground; found {ridge} m and {eaves} m.", nameof(ridge));
        var round = Round(footprint.ExteriorRing, upwards: true);
        var longFirst = round[0].Distance(round[1]) >= round[1].Distance(round[2]);
        Point3 At(int corner, double z) => new(round[corner % 4].X, round[corner % 4].Y, ground + z);
        Point3 Gable(int corner) => 0.5 * (At(corner, ridge) + At(corner + 1, ridge));
        var start = longFirst ? 0 : 1;
        // a-b and c-d are the eaves; the ridge runs from the middle of d-a to the middle of b-c.
        int a = start, b = start + 1, c = start + 2, d = start + 3;
        var (west, east) = (Gable(d), Gable(b));
        var builder = new ShapeBuilder();
        builder.Begin(id, "2");
        builder.BeginPart(id);
        builder.BeginSolid();
        builder.BeginShell();
        Face(builder, FaceKind.Ground, At(d, 0), At(c, 0), At(b, 0), At(a, 0));
        Face(builder, FaceKind.Wall, At(a, 0), At(b, 0), At(b, eaves), At(a, eaves));
        Face(builder, FaceKind.Wall, At(b, 0), At(c, 0), At(c, eaves), east, At(b, eaves));
        Face(builder, FaceKind.Wall, At(c, 0), At(d, 0), At(d, eaves), At(c, eaves));
        Face(builder, FaceKind.Wall, At(d, 0), At(a, 0), At(a, eaves), west, At(d, eaves));
        Face(builder, FaceKind.Roof, At(a, eaves), At(b, eaves), east, west);
        Face(builder, FaceKind.Roof, At(c, eaves), At(d, eaves), west, east);
        return builder.Build()!;
    }

    private static void Lid(ShapeBuilder builder, Polygon polygon, double z, FaceKind kind, bool upwards)
    {
        builder.BeginFace(kind);
        for (var i = -1; i < polygon.NumInteriorRings; i++)
        {
            builder.BeginRing();
            foreach (var c in Round(i < 0 ? polygon.ExteriorRing : polygon.GetInteriorRingN(i), upwards == (i < 0))) builder.Corner(new(c.X, c.Y, z));
            builder.EndRing();
        }
    }

    private static void Walls(ShapeBuilder builder, Polygon polygon, double ground, double height)
    {
        for (var i = -1; i < polygon.NumInteriorRings; i++)
        {
            var round = Round(i < 0 ? polygon.ExteriorRing : polygon.GetInteriorRingN(i), upwards: i < 0);
            for (var k = 0; k < round.Length; k++)
            {
                var (from, to) = (round[k], round[(k + 1) % round.Length]);
                Face(builder, FaceKind.Wall, new(from.X, from.Y, ground), new(to.X, to.Y, ground), new(to.X, to.Y, ground + height), new(from.X, from.Y, ground + height));
            }
        }
    }

    private static void Face(ShapeBuilder builder, FaceKind kind, params ReadOnlySpan<Point3> points)
    {
        builder.BeginFace(kind);
        builder.BeginRing();
        foreach (var point in points) builder.Corner(point);
        if (builder.EndRing() < 3) builder.DropFace();
    }

    /// <summary>Corners of a ring without the closing one, counter-clockwise as seen from above where it looks upwards.</summary>
    private static Coordinate[] Round(LineString ring, bool upwards)
    {
        var corners = ring.Coordinates[..^1];
        if (Orientation.IsCCW(ring.Coordinates) != upwards) Array.Reverse(corners);
        return corners;
    }
}
