using System.Runtime.InteropServices;

namespace DigitalTwin.Buildings.Shapes;

public sealed partial class ShapeBuilder
{
    /// <summary>Loose surfaces count as inside out when their volume about the middle of their box is less than this share of the box below nothing.</summary>
    private const double InsideOut = -0.05;

    /// <summary>The shape of what was added; null where there is no face.</summary>
    public BuildingShape? Build()
    {
        if (kinds.Count == 0) return null;
        ringStart.Add(corners.Count);
        faceStart.Add(ringStart.Count - 1);
        var areas = new Point3[kinds.Count];
        holesTurned = null;
        for (var face = 0; face < areas.Length; face++) areas[face] = FaceArea(face);
        CountFaces();
        for (var i = 0; i < shells.Count; i++) shells[i] = Turned(shells[i], areas);
        Classify(areas);
        return new(id, lod, origin, [.. vertices], [.. corners], [.. ringStart], [.. faceStart], [.. kinds], areas, [.. shells], parts.Count == 0 ? [id] : [.. parts], holesTurned);
    }

    /// <summary>Outer ring less holes; a hole that runs the way of the outer ring is turned round.</summary>
    private Point3 FaceArea(int face)
    {
        var points = CollectionsMarshal.AsSpan(vertices);
        Point3 sum = default;
        for (var ring = faceStart[face]; ring < faceStart[face + 1]; ring++)
        {
            var round = CollectionsMarshal.AsSpan(corners)[ringStart[ring]..ringStart[ring + 1]];
            var area = Newell.VectorArea(points, round);
            if (ring > faceStart[face] && Point3.Dot(area, sum) > 0)
            {
                round.Reverse();
                area = -area;
                (holesTurned ??= new bool[kinds.Count])[face] = true;
            }
            sum += area;
        }
        return sum;
    }

    /// <summary>Every shell ends where the next begins; one without faces goes.</summary>
    private void CountFaces()
    {
        var end = kinds.Count;
        for (var i = shells.Count - 1; i >= 0; i--)
        {
            var count = end - shells[i].FirstFace;
            end = shells[i].FirstFace;
            if (count == 0) shells.RemoveAt(i);
            else shells[i] = shells[i] with { FaceCount = count };
        }
    }

    private Shell Turned(Shell shell, Point3[] areas)
    {
        var census = EdgeCensus.Of(CollectionsMarshal.AsSpan(faceStart), CollectionsMarshal.AsSpan(ringStart), CollectionsMarshal.AsSpan(corners), shell.FirstFace, shell.FaceCount, edges);
        var (volume, box) = VolumeAboutMiddle(shell, areas);
        var turn = shell.Inner ? volume > 0 : census.IsClosed ? volume < 0 : volume < InsideOut * box;
        if (turn)
        {
            for (var ring = faceStart[shell.FirstFace]; ring < faceStart[shell.FirstFace + shell.FaceCount]; ring++)
                CollectionsMarshal.AsSpan(corners)[ringStart[ring]..ringStart[ring + 1]].Reverse();
            for (var face = shell.FirstFace; face < shell.FirstFace + shell.FaceCount; face++) areas[face] = -areas[face];
        }
        return shell with { Closed = census.IsClosed, Turned = turn };
    }

    private (double Volume, double Box) VolumeAboutMiddle(Shell shell, Point3[] areas)
    {
        Point3 low = new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity), high = -low;
        for (var i = ringStart[faceStart[shell.FirstFace]]; i < ringStart[faceStart[shell.FirstFace + shell.FaceCount]]; i++)
        {
            var p = vertices[corners[i]];
            low = new(Math.Min(low.X, p.X), Math.Min(low.Y, p.Y), Math.Min(low.Z, p.Z));
            high = new(Math.Max(high.X, p.X), Math.Max(high.Y, p.Y), Math.Max(high.Z, p.Z));
        }
        var middle = 0.5 * (low + high);
        var size = high - low;
        double volume = 0;
        for (var face = shell.FirstFace; face < shell.FirstFace + shell.FaceCount; face++)
            if (ringStart[faceStart[face]] < ringStart[faceStart[face] + 1])
                volume += Point3.Dot(vertices[corners[ringStart[faceStart[face]]]] - middle, areas[face]) / 3;
        return (volume, size.X * size.Y * size.Z);
    }

    private void Classify(Point3[] areas)
    {
        var lowest = double.PositiveInfinity;
        foreach (var vertex in vertices) lowest = Math.Min(lowest, vertex.Z);
        for (var face = 0; face < areas.Length; face++)
        {
            if (kinds[face] != FaceKind.Unknown) continue;
            var own = double.PositiveInfinity;
            for (var i = ringStart[faceStart[face]]; i < ringStart[faceStart[face] + 1]; i++) own = Math.Min(own, vertices[corners[i]].Z);
            var size = areas[face].Length;
            kinds[face] = FaceClassification.ByNormal(size > 0 ? areas[face].Z / size : 0, own - lowest);
        }
    }
}
