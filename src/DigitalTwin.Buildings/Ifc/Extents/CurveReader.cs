using DigitalTwin.Buildings.Ifc.Placements;
using DigitalTwin.Buildings.Ifc.Reading;
using DigitalTwin.Buildings.Step;

namespace DigitalTwin.Buildings.Ifc.Extents;

/// <summary>Reads curves as points: polylines as they are, arcs by chords, anything else by its given points.</summary>
internal sealed class CurveReader(IfcSource source, PlacementReader placements, double metres, double radians)
{
    private const int Deepest = 8;
    private const int ChordsOfCircle = 24;

    /// <summary>The points of a curve in order; empty for a kind that is not read.</summary>
    public List<IfcPoint> Read(long id, int depth = 0)
    {
        var points = new List<IfcPoint>();
        if (depth > Deepest || !source.Step.TryGet(id, out var curve)) return points;
        switch (curve.Keyword)
        {
            case "IFCPOLYLINE" or "IFCPOLYLOOP":
                foreach (var point in curve[0].References) points.Add(placements.Point(point));
                break;
            case "IFCCOMPOSITECURVE":
                foreach (var segment in curve[0].References) Append(points, Segment(segment, depth));
                break;
            case "IFCTRIMMEDCURVE":
                points = Trimmed(curve, depth);
                break;
            case "IFCINDEXEDPOLYCURVE" when curve[0].Reference is { } list:
                points = Indexed(list, curve[1]);
                break;
            case "IFCCIRCLE" or "IFCELLIPSE":
                points = Arc(curve, 0, 2 * Math.PI);
                break;
            case "IFCBSPLINECURVEWITHKNOTS" or "IFCRATIONALBSPLINECURVEWITHKNOTS" or "IFCBEZIERCURVE":
                foreach (var point in curve[1].References) points.Add(placements.Point(point));
                break;
            case "IFCOFFSETCURVE2D" or "IFCPCURVE" or "IFCSURFACECURVE" when curve.Parameters.Select(p => p.Reference).FirstOrDefault(r => r is not null) is { } basis:
                points = Read(basis, depth + 1);
                break;
        }
        return points;
    }

    /// <summary>The points of an IfcCartesianPointList.</summary>
    public List<IfcPoint> PointList(long id) =>
        source.Step.TryGet(id, out var list) && list.Keyword is "IFCCARTESIANPOINTLIST2D" or "IFCCARTESIANPOINTLIST3D"
            ? [.. list[0].Items.Select(i => metres * new IfcPoint(At(i, 0), At(i, 1), At(i, 2)))] : [];

    private static double At(StepValue list, int i) => i < list.Items.Count && list.Items[i].Number is { } n && double.IsFinite(n) ? n : 0;

    private List<IfcPoint> Segment(long id, int depth)
    {
        if (!source.Step.TryGet(id, out var segment) || segment.Keyword is not ("IFCCOMPOSITECURVESEGMENT" or "IFCREPARAMETRISEDCOMPOSITECURVESEGMENT") || segment[2].Reference is not { } parent) return [];
        var points = Read(parent, depth + 1);
        if (segment[1].Logical == false) points.Reverse();
        return points;
    }

    private static void Append(List<IfcPoint> points, List<IfcPoint> more)
    {
        var joins = points.Count > 0 && more.Count > 0 && (points[^1] - more[0]).Length < 1e-6;
        points.AddRange(joins ? more.Skip(1) : more);
    }

    private List<IfcPoint> Indexed(long list, StepValue segments)
    {
        var given = PointList(list);
        if (segments.Items.Count == 0) return given;
        var points = new List<IfcPoint>();
        foreach (var segment in segments.Items)
            Append(points, [.. segment.Items.Select(i => i.Integer ?? 0).Where(i => i >= 1 && i <= given.Count).Select(i => given[(int)i - 1])]);
        return points;
    }

    private List<IfcPoint> Trimmed(StepRecord curve, int depth)
    {
        if (curve[0].Reference is not { } id || !source.Step.TryGet(id, out var basis)) return [];
        var forward = curve[3].Logical != false;
        if (basis.Keyword is "IFCCIRCLE" or "IFCELLIPSE")
        {
            if (Parameter(curve[1], basis) is not { } from || Parameter(curve[2], basis) is not { } until) return Arc(basis, 0, 2 * Math.PI);
            if (forward && until <= from) until += 2 * Math.PI;
            if (!forward && until >= from) until -= 2 * Math.PI;
            return Arc(basis, from, until);
        }
        if (basis.Keyword != "IFCLINE") return Read(id, depth + 1);
        return [.. new[] { OnLine(curve[1], basis), OnLine(curve[2], basis) }.OfType<IfcPoint>()];
    }

    /// <summary>The angle of a trim, rad, whether it is given as a parameter or as a point.</summary>
    private double? Parameter(StepValue trim, StepRecord circle)
    {
        foreach (var item in trim.Items)
            if (item.Number is { } parameter) return radians * parameter;
        if (trim.Items.Select(i => i.Reference).FirstOrDefault(r => r is not null) is not { } id || circle[0].Reference is not { } at) return null;
        var (axes, point) = (placements.Axes(at), placements.Point(id));
        return Math.Atan2(IfcPoint.Dot(point - axes.Origin, axes.Y), IfcPoint.Dot(point - axes.Origin, axes.X));
    }

    private IfcPoint? OnLine(StepValue trim, StepRecord line)
    {
        if (trim.Items.Select(i => i.Reference).FirstOrDefault(r => r is not null) is { } id) return placements.Point(id);
        if (trim.Items.Select(i => i.Number).FirstOrDefault(n => n is not null) is not { } parameter || line[0].Reference is not { } from || line[1].Reference is not { } vector) return null;
        if (!source.Step.TryGet(vector, out var along) || placements.Direction(along[0].Reference) is not { } direction) return null;
        return placements.Point(from) + parameter * metres * (along[1].Number ?? 1) * direction.Unit(direction);
    }

    private List<IfcPoint> Arc(StepRecord conic, double from, double until)
    {
        var axes = conic[0].Reference is { } at ? placements.Axes(at) : IfcFrame.Identity;
        var a = metres * (conic[1].Number ?? 0);
        var b = conic.Keyword == "IFCELLIPSE" ? metres * (conic[2].Number ?? 0) : a;
        if (!double.IsFinite(from) || !double.IsFinite(until)) return [];
        var chords = Math.Clamp((int)Math.Ceiling(Math.Abs(until - from) / (2 * Math.PI) * ChordsOfCircle), 1, ChordsOfCircle);
        var points = new List<IfcPoint>(chords + 1);
        for (var i = 0; i <= chords; i++)
        {
            var angle = from + (until - from) * i / chords;
            points.Add(axes.Apply(new IfcPoint(a * Math.Cos(angle), b * Math.Sin(angle), 0)));
        }
        return points;
    }
}
