using DigitalTwin.Buildings.Ifc.Placements;
using DigitalTwin.Buildings.Ifc.Reading;
using DigitalTwin.Buildings.Step;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Ifc.Extents;

/// <summary>Finds the extent of a product from the best of its representations: its body, else its box, else its footprint or axis.</summary>
internal sealed class ExtentReader(IfcSource source, ShapeReader shapes)
{
    /// <summary>Identifiers in order of preference; others come before the rough ones.</summary>
    private static readonly string[] Rough = ["Box", "FootPrint", "Profile", "Axis"];
    private readonly Lock turn = new();

    /// <summary>The extent of a product; null where nothing of its shape is read.</summary>
    public IfcExtent? Read(IfcProduct product)
    {
        if (product.Representation is not { } id) return null;
        lock (turn)
        {
            if (!source.Step.TryGet(id, out var shape)) return null;
            var representations = shape[2].References.Select(r => source.Step.TryGet(r, out var found) ? found : null).OfType<StepRecord>().OrderBy(Rank).ToArray();
            foreach (var representation in representations)
            {
                var faces = new ShapeFaces();
                foreach (var item in representation[3].References) shapes.Item(item, faces);
                if (faces.All().Any(p => p.IsFinite)) return Measure(faces, product.Frame, Rank(representation) > 1);
            }
            return null;
        }
    }

    /// <summary>Area and plane of a surface in a product's axes; nulls where it is none that is flat.</summary>
    public (double? Area, IfcPoint? Normal) Surface(long connection, IfcFrame frame)
    {
        lock (turn)
        {
            return source.Step.TryGet(connection, out var geometry) && geometry.Keyword == "IFCCONNECTIONSURFACEGEOMETRY" && geometry[0].Reference is { } surface ? shapes.Surface(surface, frame) : (null, null);
        }
    }

    private static int Rank(StepRecord representation) => representation[1].Text is not { } name ? 1 : name.Equals("Body", StringComparison.OrdinalIgnoreCase) ? 0
        : Array.FindIndex(Rough, r => r.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var rough ? 2 + rough : 1;

    private static IfcExtent? Measure(ShapeFaces faces, IfcFrame frame, bool rough)
    {
        var own = faces.All().Where(p => p.IsFinite).ToArray();
        var points = Array.ConvertAll(own, frame.Apply);
        if (!Array.TrueForAll(points, p => p.IsFinite)) return null;
        double side = 0;
        var top = default(IfcPoint);
        foreach (var face in faces.Faces)
        {
            var area = 0.5 * ShapeFaces.Newell(face);
            if (area.Y > 0.7 * area.Length) side += area.Length;
            var turned = frame.Turn(area);
            if (turned.Z > 0.05 * turned.Length) top += turned;
        }
        var topArea = faces.Faces.Sum(f => UpwardArea(f, frame));
        return new()
        {
            Least = Bound(points, Math.Min), Most = Bound(points, Math.Max), OwnLeast = Bound(own, Math.Min), OwnMost = Bound(own, Math.Max),
            Footprint = Footprint(faces, points, frame), SideArea = side, TopArea = topArea, TopNormal = top.Length > 0 ? top.Unit(new(0, 0, 1)) : null, IsRough = rough,
        };
    }

    private static double UpwardArea(IfcPoint[] face, IfcFrame frame)
    {
        var area = 0.5 * frame.Turn(ShapeFaces.Newell(face));
        return area.Z > 0.05 * area.Length ? area.Length : 0;
    }

    private static IfcPoint Bound(IfcPoint[] points, Func<double, double, double> which) =>
        points.Aggregate((a, b) => new(which(a.X, b.X), which(a.Y, b.Y), which(a.Z, b.Z)));

    private static Geometry Footprint(ShapeFaces faces, IfcPoint[] points, IfcFrame frame)
    {
        if (faces is { IsUpright: true, Footprints.Count: > 0 } && Math.Abs(frame.Z.X) + Math.Abs(frame.Z.Y) < 1e-6)
        {
            var rings = faces.Footprints.Where(r => r.Length >= 3).Select(r => Polygon(r, frame)).ToArray();
            if (rings.Length == 1 && rings[0].IsValid) return rings[0];
        }
        return Geometries.Factory.CreateMultiPointFromCoords([.. points.Select(p => new Coordinate(p.X, p.Y))]).ConvexHull();
    }

    private static Polygon Polygon(IfcPoint[] ring, IfcFrame frame)
    {
        var corners = Array.ConvertAll(ring, p => frame.Apply(p) is var g ? new Coordinate(g.X, g.Y) : null!);
        return Geometries.Factory.CreatePolygon([.. corners, corners[0].Copy()]);
    }
}
