using DigitalTwin.Buildings.Ifc.Placements;
using DigitalTwin.Buildings.Ifc.Reading;
using DigitalTwin.Buildings.Step;

namespace DigitalTwin.Buildings.Ifc.Extents;

/// <summary>Reads the items of a representation as faces and points along the product's own axes; what it does not read it leaves out.</summary>
internal sealed class ShapeReader
{
    private const int Deepest = 16;
    private readonly IfcSource source;
    private readonly PlacementReader placements;
    private readonly CurveReader curves;
    private readonly ProfileReader profiles;
    private readonly FaceReader faces;
    private readonly double metres;

    public ShapeReader(IfcSource source, PlacementReader placements, double metres, double radians)
    {
        (this.source, this.placements, this.metres) = (source, placements, metres);
        curves = new(source, placements, metres, radians);
        profiles = new(source, placements, curves, metres);
        faces = new(source, placements, curves);
    }

    /// <summary>Adds an item and everything it is made of.</summary>
    public void Item(long id, ShapeFaces into, int depth = 0)
    {
        if (depth > Deepest || into.IsFull || !source.Step.TryGet(id, out var item)) return;
        source.Cancellation.ThrowIfCancellationRequested();
        switch (item.Keyword)
        {
            case "IFCEXTRUDEDAREASOLID" or "IFCEXTRUDEDAREASOLIDTAPERED" or "IFCSURFACEOFLINEAREXTRUSION":
                Extrusion(item, into);
                break;
            case "IFCBOOLEANCLIPPINGRESULT" or "IFCBOOLEANRESULT":
                Boolean(item, into, depth);
                break;
            case "IFCMAPPEDITEM":
                Mapped(item, into, depth);
                break;
            case "IFCFACETEDBREP" or "IFCADVANCEDBREP" or "IFCFACETEDBREPWITHVOIDS" or "IFCADVANCEDBREPWITHVOIDS" or "IFCCSGSOLID" or "IFCSURFACEOFREVOLUTION" when item[0].Reference is { } inner:
                Item(inner, into, depth + 1);
                break;
            case "IFCFACEBASEDSURFACEMODEL" or "IFCSHELLBASEDSURFACEMODEL" or "IFCGEOMETRICCURVESET" or "IFCGEOMETRICSET":
                into.IsUpright = false;
                foreach (var part in item[0].References) Item(part, into, depth + 1);
                break;
            case "IFCBOUNDINGBOX":
                Box(item[0].Reference is { } corner ? placements.Point(corner) : default, Sizes(item, 1), IfcFrame.Identity, into);
                break;
            case "IFCBLOCK":
                Box(default, Sizes(item, 1), item[0].Reference is { } at ? placements.Axes(at) : IfcFrame.Identity, into);
                break;
            default:
                into.IsUpright = false;
                if (faces.Read(item, into)) break;
                foreach (var point in curves.Read(item.Keyword == "IFCSWEPTDISKSOLID" ? item[0].Reference ?? 0 : id)) into.Point(point);
                break;
        }
    }

    /// <summary>Area of a flat surface, and its plane's normal: a polygon in a plane without its holes, or the faces of anything else.</summary>
    public (double? Area, IfcPoint? Normal) Surface(long id, IfcFrame frame)
    {
        if (!source.Step.TryGet(id, out var surface)) return (null, null);
        if (surface.Keyword is "IFCCURVEBOUNDEDPLANE" or "IFCCURVEBOUNDEDSURFACE")
        {
            if (surface[0].Reference is not { } basis || !source.Step.TryGet(basis, out var plane) || plane.Keyword != "IFCPLANE" || !surface[1].References.Any()) return (null, null);
            var area = surface[1].References.Sum(AreaOf) - surface[2].References.Sum(AreaOf);
            return (area > 0 ? area : null, plane[0].Reference is { } at ? frame.Turn(placements.Axes(at).Z) : null);
        }
        var faces = new ShapeFaces();
        Item(id, faces);
        if (faces.Faces.Count == 0) return (null, null);
        var normals = faces.Faces.Select(f => 0.5 * ShapeFaces.Newell([.. f])).ToArray();
        var total = normals.Aggregate((a, b) => a + b);
        var sum = normals.Sum(n => n.Length);
        return (sum, total.Length > 0.999 * sum && sum > 0 ? frame.Turn(total).Unit(total) : null);
    }

    private double AreaOf(long boundary) => 0.5 * ShapeFaces.Newell([.. curves.Read(boundary)]).Length;

    private void Extrusion(StepRecord solid, ShapeFaces into)
    {
        if (solid[0].Reference is not { } profile || metres * (solid[3].Number ?? 0) is not (var depth and not 0)) return;
        var frame = solid[1].Reference is { } at ? placements.Axes(at) : IfcFrame.Identity;
        var direction = (placements.Direction(solid[2].Reference) ?? new(0, 0, 1)).Unit(new(0, 0, 1));
        var up = depth * frame.Turn(direction);
        var upright = Math.Abs(up.X) + Math.Abs(up.Y) < 1e-6 * Math.Abs(depth);
        into.IsUpright &= upright;
        foreach (var ring in profiles.Read(profile))
        {
            if (ring.Length < 2) continue;
            // Outward normals: a ring that runs clockwise, seen from where the solid grows, is turned round.
            if (ShapeFaces.Newell(ring).Z * direction.Z * depth < 0) Array.Reverse(ring);
            var low = Array.ConvertAll(ring, frame.Apply);
            var high = Array.ConvertAll(low, p => p + up);
            if (solid.Keyword != "IFCSURFACEOFLINEAREXTRUSION" && ring.Length > 2)
            {
                into.Face(high);
                into.Face([.. low.Reverse()]);
                if (upright) into.Footprints.Add(low);
            }
            for (var i = 0; i < low.Length; i++)
            {
                var j = (i + 1) % low.Length;
                if (j != 0 || low.Length > 2) into.Face([low[i], low[j], high[j], high[i]]);
            }
        }
    }

    /// <summary>Of a union both, of an intersection the first, of a difference the first, cut where the second is a half space.</summary>
    private void Boolean(StepRecord result, ShapeFaces into, int depth)
    {
        var shape = new ShapeFaces();
        if (result[1].Reference is { } first) Item(first, shape, depth + 1);
        if (result[2].Reference is { } second)
        {
            if (result[0].Enumeration == "UNION") Item(second, shape, depth + 1);
            else if (result[0].Enumeration != "INTERSECTION") Subtract(second, shape);
        }
        into.Add(shape, IfcFrame.Identity);
    }

    private void Subtract(long id, ShapeFaces shape)
    {
        if (!source.Step.TryGet(id, out var half) || half.Keyword is not ("IFCHALFSPACESOLID" or "IFCBOXEDHALFSPACE" or "IFCPOLYGONALBOUNDEDHALFSPACE")) return;
        if (half[0].Reference is not { } surface || !source.Step.TryGet(surface, out var plane) || plane.Keyword != "IFCPLANE" || plane[0].Reference is not { } at) return;
        var axes = placements.Axes(at);
        if (half.Keyword == "IFCPOLYGONALBOUNDEDHALFSPACE" && !Covers(half, shape)) return;
        // With agreement the half space lies below its plane: that side goes.
        shape.Cut(axes.Origin, half[1].Logical != false ? -1 * axes.Z : axes.Z);
    }

    /// <summary>Whether the boundary of a bounded half space holds the whole shape: else it cuts only a corner off, which the box around the shape does not feel.</summary>
    private bool Covers(StepRecord half, ShapeFaces shape)
    {
        if (half[3].Reference is not { } boundary) return false;
        var axes = half[2].Reference is { } at ? placements.Axes(at) : IfcFrame.Identity;
        var ring = curves.Read(boundary);
        if (ring.Count < 3) return false;
        double minX = ring.Min(p => p.X), maxX = ring.Max(p => p.X), minY = ring.Min(p => p.Y), maxY = ring.Max(p => p.Y);
        return shape.All().All(p =>
        {
            var d = p - axes.Origin;
            double x = IfcPoint.Dot(d, axes.X), y = IfcPoint.Dot(d, axes.Y);
            return x >= minX - 0.05 && x <= maxX + 0.05 && y >= minY - 0.05 && y <= maxY + 0.05;
        });
    }

    private void Mapped(StepRecord item, ShapeFaces into, int depth)
    {
        if (item[0].Reference is not { } mapId || !source.Step.TryGet(mapId, out var map) || map[1].Reference is not { } representation || !source.Step.TryGet(representation, out var shape)) return;
        var inner = new ShapeFaces();
        foreach (var part in shape[3].References) Item(part, inner, depth + 1);
        var origin = map[0].Reference is { } at ? placements.Axes(at) : IfcFrame.Identity;
        var target = item[1].Reference is { } to && source.Step.TryGet(to, out var transform) ? Operator(transform) : IfcFrame.Identity;
        into.Add(inner, target.Apply(origin));
    }

    private IfcFrame Operator(StepRecord transform)
    {
        var frame = IfcFrame.Of(transform[2].Reference is { } origin ? placements.Point(origin) : default, placements.Direction(transform[4].Reference), placements.Direction(transform[0].Reference));
        var y = placements.Direction(transform[1].Reference) is { } given && IfcPoint.Dot(given, frame.Y) < 0 ? -1 * frame.Y : frame.Y; // A mirrored symbol.
        var scale = transform[3].Number is { } s and > 0 ? s : 1;
        double scaleY = transform[5].Number is { } sy and > 0 ? sy : scale, scaleZ = transform[6].Number is { } sz and > 0 ? sz : scale;
        return new(frame.Origin, scale * frame.X, scaleY * y, scaleZ * frame.Z);
    }

    private IfcPoint Sizes(StepRecord box, int at) => metres * new IfcPoint(box[at].Number ?? 0, box[at + 1].Number ?? 0, box[at + 2].Number ?? 0);

    private static void Box(IfcPoint corner, IfcPoint size, IfcFrame frame, ShapeFaces into)
    {
        IfcPoint P(int x, int y, int z) => frame.Apply(corner + new IfcPoint(x * size.X, y * size.Y, z * size.Z));
        into.Face([P(0, 0, 0), P(0, 1, 0), P(1, 1, 0), P(1, 0, 0)]);
        into.Face([P(0, 0, 1), P(1, 0, 1), P(1, 1, 1), P(0, 1, 1)]);
        into.Face([P(0, 0, 0), P(1, 0, 0), P(1, 0, 1), P(0, 0, 1)]);
        into.Face([P(0, 1, 0), P(0, 1, 1), P(1, 1, 1), P(1, 1, 0)]);
        into.Face([P(0, 0, 0), P(0, 0, 1), P(0, 1, 1), P(0, 1, 0)]);
        into.Face([P(1, 0, 0), P(1, 1, 0), P(1, 1, 1), P(1, 0, 1)]);
    }
}
