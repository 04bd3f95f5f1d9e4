using DigitalTwin.Buildings.Ifc.Placements;

namespace DigitalTwin.Buildings.Ifc.Extents;

/// <summary>What was found of a shape, along its own axes: faces, loose points of curves, and profiles that were drawn upwards.</summary>
internal sealed class ShapeFaces
{
    /// <summary>Points of one shape that are kept: beyond, its extent is that of the first ones.</summary>
    public const int MostPoints = 4_000_000;

    public List<IfcPoint[]> Faces { get; } = [];

    public List<IfcPoint> Points { get; } = [];

    /// <summary>Rings of profiles drawn along z: footprints, exact ones.</summary>
    public List<IfcPoint[]> Footprints { get; } = [];

    /// <summary>Whether every face belongs to a profile drawn along z.</summary>
    public bool IsUpright { get; set; } = true;

    public int Count { get; private set; }

    public bool IsFull => Count >= MostPoints;

    public void Face(IfcPoint[] ring)
    {
        if (ring.Length == 0 || IsFull) return;
        Count += ring.Length;
        if (ring.Length < 3) Points.AddRange(ring);
        else Faces.Add(ring);
    }

    public void Point(IfcPoint point)
    {
        if (IsFull) return;
        Count++;
        Points.Add(point);
    }

    /// <summary>Takes in another shape, placed.</summary>
    public void Add(ShapeFaces other, IfcFrame frame)
    {
        foreach (var face in other.Faces) Face(Array.ConvertAll(face, frame.Apply));
        foreach (var point in other.Points) Point(frame.Apply(point));
        IsUpright &= other.IsUpright && Math.Abs(frame.Z.X) + Math.Abs(frame.Z.Y) < 1e-6;
        foreach (var ring in other.Footprints) Footprints.Add(Array.ConvertAll(ring, frame.Apply));
    }

    /// <summary>Keeps what lies on one side of a plane; faces are cut, and the cut is not closed: extents need no lid.</summary>
    /// <param name="origin">A point of the plane.</param>
    /// <param name="normal">Of the plane, to the side that goes.</param>
    public void Cut(IfcPoint origin, IfcPoint normal)
    {
        for (var i = Faces.Count - 1; i >= 0; i--)
        {
            var kept = Kept(Faces[i], origin, normal);
            if (kept.Count < 3) Faces.RemoveAt(i);
            else Faces[i] = [.. kept];
        }
        Points.RemoveAll(p => Height(p) > 1e-9);

        double Height(IfcPoint p) => IfcPoint.Dot(p - origin, normal);
    }

    /// <summary>All points, of faces and loose ones.</summary>
    public IEnumerable<IfcPoint> All() => Faces.SelectMany(f => f).Concat(Points);

    /// <summary>Twice the area of a ring as a vector along its normal (Newell).</summary>
    public static IfcPoint Newell(ReadOnlySpan<IfcPoint> ring)
    {
        double x = 0, y = 0, z = 0;
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[i + 1 == ring.Length ? 0 : i + 1]);
            x += (a.Y - b.Y) * (a.Z + b.Z);
            y += (a.Z - b.Z) * (a.X + b.X);
            z += (a.X - b.X) * (a.Y + b.Y);
        }
        return new(x, y, z);
    }

    /// <summary>Sutherland and Hodgman's rule for one plane.</summary>
    private static List<IfcPoint> Kept(IfcPoint[] ring, IfcPoint origin, IfcPoint normal)
    {
        var kept = new List<IfcPoint>(ring.Length + 2);
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            double ha = IfcPoint.Dot(a - origin, normal), hb = IfcPoint.Dot(b - origin, normal);
            if (ha <= 0) kept.Add(a);
            if ((ha < 0 && hb > 0) || (ha > 0 && hb < 0)) kept.Add(a + ha / (ha - hb) * (b - a));
        }
        return kept;
    }
}
