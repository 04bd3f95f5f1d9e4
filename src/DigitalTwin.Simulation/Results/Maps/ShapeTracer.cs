using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// Geometry as the data of an SVG path on the map's grid of whole units (about a metre or two in a city): simplified to half a unit, later points relative to the one before. A
/// course that is driven in a direction is moved to its right, so that the two directions of a street lie beside each other.
/// </summary>
internal static class ShapeTracer
{
    private const double Tolerance = 0.5;

    /// <summary>The path of a line or polygon (of the largest part of several); null for what is neither.</summary>
    /// <param name="geometry">Longitude and latitude.</param>
    /// <param name="projection">Onto the grid.</param>
    /// <param name="right">By how much a line is moved to its right, grid units.</param>
    public static string? Path(Geometry? geometry, MapProjection projection, double right)
    {
        switch (geometry)
        {
            case LineString { IsEmpty: false } line when Array.TrueForAll(line.Coordinates, ResultMap.IsPlace):
                var course = Simplified(line.Coordinates, projection);
                return Written(right == 0 ? course : Beside(course, right), isClosed: false);
            case MultiLineString { IsEmpty: false } or GeometryCollection { IsEmpty: false }:
                return Path(Largest((GeometryCollection)geometry), projection, right);
            case Polygon { IsEmpty: false } area when Array.TrueForAll(area.ExteriorRing.Coordinates, ResultMap.IsPlace):
                var text = new StringBuilder(Written(Simplified(area.ExteriorRing.Coordinates, projection), isClosed: true));
                foreach (var hole in area.InteriorRings) text.Append(Written(Simplified(hole.Coordinates, projection), isClosed: true));
                return text.ToString();
            default:
                return null;
        }
    }

    private static Geometry Largest(GeometryCollection parts) => parts.Geometries.MaxBy(g => g is Polygon ? g.Area : g.Length)!;

    private static (double X, double Y)[] Simplified(Coordinate[] coordinates, MapProjection projection)
    {
        var projected = Array.ConvertAll(coordinates, c => projection.At(c) is var (x, y) ? new Coordinate(x, y) : c);
        var kept = projected.Length > 2 ? DouglasPeuckerLineSimplifier.Simplify(projected, Tolerance) : projected;
        return Array.ConvertAll(kept, c => (c.X, c.Y));
    }

    /// <summary>Every point moved by the mean normal of its two segments, longer at a bend (at most twice).</summary>
    private static (double X, double Y)[] Beside((double X, double Y)[] course, double right)
    {
        var moved = new (double X, double Y)[course.Length];
        for (var i = 0; i < course.Length; i++)
        {
            var (ax, ay) = Normal(course[Math.Max(0, i - 1)], course[Math.Max(1, i)]);
            var (bx, by) = Normal(course[Math.Min(i, course.Length - 2)], course[Math.Min(i + 1, course.Length - 1)]);
            double x = ax + bx, y = ay + by, length = Math.Sqrt((x * x) + (y * y));
            if (length < 1e-9) (x, y, length) = (bx, by, 1);
            var stretch = right * Math.Min(2, 2 / Math.Max(length, 1e-9));
            moved[i] = (course[i].X + (x / length * stretch), course[i].Y + (y / length * stretch));
        }
        return moved;
    }

    /// <summary>Unit vector to the right of a segment, in a grid whose y points down.</summary>
    private static (double X, double Y) Normal((double X, double Y) from, (double X, double Y) to)
    {
        double x = to.X - from.X, y = to.Y - from.Y, length = Math.Sqrt((x * x) + (y * y));
        return length == 0 ? (0, 0) : (-y / length, x / length);
    }

    private static string Written((double X, double Y)[] points, bool isClosed)
    {
        var text = new StringBuilder();
        long lastX = 0, lastY = 0;
        var isMoving = false;
        var count = isClosed ? points.Length - 1 : points.Length;
        for (var i = 0; i < count; i++)
        {
            long x = (long)Math.Round(points[i].X), y = (long)Math.Round(points[i].Y);
            if (i > 0 && x == lastX && y == lastY) continue;
            if (i == 0) text.Append('M').Append(x).Append(y < 0 ? "" : " ").Append(y);
            else text.Append(!isMoving ? "l" : x < lastX ? "" : " ").Append(x - lastX).Append(y < lastY ? "" : " ").Append(y - lastY);
            (lastX, lastY, isMoving) = (x, y, i > 0);
        }
        // A line that came down to a point is a dot.
        if (!isMoving) text.Append("h0");
        return isClosed ? text.Append('z').ToString() : text.ToString();
    }
}
