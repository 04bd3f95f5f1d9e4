using DigitalTwin.Buildings.Shapes;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Tests.Shapes;

/// <summary>Simple buildings of known measures.</summary>
internal static class Boxes
{
    /// <summary>A rectangle with sides along the axes.</summary>
    public static Polygon Rectangle(double x, double y, double width, double depth) =>
        GeometryFactory.Default.CreatePolygon([new(x, y), new(x + width, y), new(x + width, y + depth), new(x, y + depth), new(x, y)]);

    /// <summary>A block with a flat roof.</summary>
    public static BuildingShape Block(string id, double x, double y, double width, double depth, double height, double ground = 0) => Extrusion.Flat(id, Rectangle(x, y, width, depth), ground, height);

    /// <summary>A square with a square court in its middle.</summary>
    public static Polygon Court(double x, double y, double side, double court)
    {
        var (from, to) = (x + (side - court) / 2, x + (side + court) / 2);
        var (low, high) = (y + (side - court) / 2, y + (side + court) / 2);
        return GeometryFactory.Default.CreatePolygon(Rectangle(x, y, side, side).Shell, [GeometryFactory.Default.CreateLinearRing([new(from, low), new(from, high), new(to, high), new(to, low), new(from, low)])]);
    }
}
