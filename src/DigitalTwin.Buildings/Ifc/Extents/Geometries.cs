using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace DigitalTwin.Buildings.Ifc.Extents;

/// <summary>Polygons in the model's x and y, m.</summary>
internal static class Geometries
{
    /// <summary>Floating precision, no reference system: a local system of metres.</summary>
    public static readonly GeometryFactory Factory = new();

    /// <summary>The union of footprints, with gaps up to twice <paramref name="gap"/> closed: the walls between rooms. Empty for none.</summary>
    public static Geometry Union(IEnumerable<Geometry> footprints, double gap)
    {
        var polygons = footprints.Where(g => g is { IsEmpty: false, Dimension: Dimension.Surface, IsValid: true }).Select(g => gap > 0 ? g.Buffer(gap, 2) : g).ToArray();
        if (polygons.Length == 0) return Factory.CreatePolygon();
        var union = UnaryUnionOp.Union(polygons);
        return gap > 0 ? union.Buffer(-gap, 2) : union;
    }
}
