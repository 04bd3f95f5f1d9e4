using DigitalTwin.Buildings.Ifc.Placements;
using DigitalTwin.Buildings.Ifc.Reading;
using DigitalTwin.Buildings.Step;

namespace DigitalTwin.Buildings.Ifc.Extents;

/// <summary>Reads shells and face sets as rings of points; outer bounds only, curved faces by the corners of their edges.</summary>
internal sealed class FaceReader(IfcSource source, PlacementReader placements, CurveReader curves)
{
    /// <summary>The faces of a shell, a connected face set or a tessellation; false for a kind that is not read.</summary>
    public bool Read(StepRecord shell, ShapeFaces into)
    {
        switch (shell.Keyword)
        {
            case "IFCCLOSEDSHELL" or "IFCOPENSHELL" or "IFCCONNECTEDFACESET":
                foreach (var face in shell[0].References)
                {
                    if (into.IsFull) break;
                    Face(face, into);
                }
                return true;
            case "IFCTRIANGULATEDFACESET" or "IFCTRIANGULATEDIRREGULARNETWORK" when shell[0].Reference is { } list:
                Indexed(curves.PointList(list), shell[3].Items, shell[4].Items, into);
                return true;
            case "IFCPOLYGONALFACESET" when shell[0].Reference is { } list:
                Indexed(curves.PointList(list), shell[2].References.Select(Indices), shell[3].Items, into);
                return true;
            default:
                return false;
        }
    }

    private StepValue Indices(long face) => source.Step.TryGet(face, out var record) && record.Keyword is "IFCINDEXEDPOLYGONALFACE" or "IFCINDEXEDPOLYGONALFACEWITHVOIDS" ? record[0] : StepValue.Unset;

    private void Face(long id, ShapeFaces into)
    {
        if (!source.Step.TryGet(id, out var face) || face.Keyword is not ("IFCFACE" or "IFCFACESURFACE" or "IFCADVANCEDFACE")) return;
        var bounds = face[0].References.ToArray();
        // A face with one bound may call it a plain one; of several the outer is named.
        var outer = bounds.Length == 1 ? bounds[0] : bounds.FirstOrDefault(b => source.Step.Keyword(b) == "IFCFACEOUTERBOUND", bounds.FirstOrDefault(-1));
        if (!source.Step.TryGet(outer, out var bound) || bound[0].Reference is not { } loop || !source.Step.TryGet(loop, out var ring)) return;
        var points = ring.Keyword switch
        {
            "IFCPOLYLOOP" => Array.ConvertAll([.. ring[0].References], placements.Point),
            "IFCEDGELOOP" => [.. ring[0].References.Select(Start).OfType<IfcPoint>()],
            _ => [],
        };
        if (bound[1].Logical == false) Array.Reverse(points);
        into.Face(points);
    }

    /// <summary>The corner that an oriented edge begins at.</summary>
    private IfcPoint? Start(long id)
    {
        if (!source.Step.TryGet(id, out var oriented) || oriented[2].Reference is not { } element || !source.Step.TryGet(element, out var edge)) return null;
        var vertex = oriented[3].Logical == false ? edge[1] : edge[0];
        return vertex.Reference is { } corner && source.Step.TryGet(corner, out var point) && point[0].Reference is { } at ? placements.Point(at) : null;
    }

    private static void Indexed(List<IfcPoint> points, IEnumerable<StepValue> faces, IReadOnlyList<StepValue> indirect, ShapeFaces into)
    {
        foreach (var face in faces)
        {
            if (into.IsFull) return;
            into.Face([.. face.Items.Select(i => At(i.Integer ?? 0)).OfType<IfcPoint>()]);
        }

        IfcPoint? At(long index)
        {
            if (indirect.Count > 0) index = index >= 1 && index <= indirect.Count ? indirect[(int)index - 1].Integer ?? 0 : 0;
            return index >= 1 && index <= points.Count ? points[(int)index - 1] : null;
        }
    }
}
