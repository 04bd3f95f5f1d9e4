using System.Globalization;

namespace DigitalTwin.Buildings.Shapes.Validity;

/// <summary>
/// 601: parts of a building that share space. Where the grounds of two parts overlap in plan, a vertical line is drawn through the middle of the overlap: if it runs inside both at one
/// height, they do. What is found is certain; an overlap beside that line is not found.
/// </summary>
internal static class PartsOverlap
{
    /// <summary>Overlaps smaller than this are left by surveying: m² in plan, m in height.</summary>
    private const double LeastArea = 0.1, LeastHeight = 0.1;

    public static void Check(BuildingShape shape, List<ValidityFinding> findings)
    {
        if (shape.Parts.Count < 2) return;
        var outlines = Enumerable.Range(0, shape.Parts.Count).Select(p => Footprints.OfPart(shape, p)).ToArray();
        for (var a = 0; a < outlines.Length; a++)
        {
            for (var b = a + 1; b < outlines.Length; b++)
            {
                if (outlines[a] is not { } one || outlines[b] is not { } other || !one.EnvelopeInternal.Intersects(other.EnvelopeInternal)) continue;
                var common = NetTopologySuite.Operation.OverlayNG.OverlayNGRobust.Overlay(one, other, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection);
                if (common.Area < LeastArea) continue;
                var middle = common.InteriorPoint;
                var height = Common(VerticalLine.Inside(shape, a, middle.X, middle.Y), VerticalLine.Inside(shape, b, middle.X, middle.Y));
                if (height < LeastHeight) continue;
                findings.Add(new(ValidityCode.BuildingPartsOverlap, shape.Id, -1, string.Create(CultureInfo.InvariantCulture,
                    $"The parts '{shape.Parts[a]}' and '{shape.Parts[b]}' share space: {common.Area:0.0} m2 in plan, {height:0.00} m high at ({shape.Origin.X + middle.X:0.00}, {shape.Origin.Y + middle.Y:0.00}). Its volume is counted twice.")));
            }
        }
    }

    private static double Common(List<(double From, double To)> one, List<(double From, double To)> other)
    {
        double sum = 0;
        foreach (var a in one)
            foreach (var b in other)
                sum += Math.Max(0, Math.Min(a.To, b.To) - Math.Max(a.From, b.From));
        return sum;
    }
}
