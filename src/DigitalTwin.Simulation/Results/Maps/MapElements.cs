using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>How an asset is drawn.</summary>
internal enum MapShape
{
    /// <summary>A line, as wide as its flow where there is one.</summary>
    Line,

    /// <summary>A filled outline.</summary>
    Area,

    /// <summary>A disc, as large as its spaces where there are such.</summary>
    Disc,
}

/// <summary>An asset on a panel's maps.</summary>
/// <param name="Layer">Index of its layer in the panel.</param>
/// <param name="Row">Its row in the layer.</param>
/// <param name="Shape">How it is drawn.</param>
/// <param name="Path">Path data of a line or an area; empty for a disc.</param>
/// <param name="X">Where its middle is, grid units.</param>
/// <param name="Y">The same, downwards.</param>
/// <param name="Ends">For a line of a layer without the first field, the elements at its ends, whose mean is its colour (-1: none); null otherwise.</param>
internal sealed record MapElement(int Layer, int Row, MapShape Shape, string Path, int X, int Y, (int First, int Last)? Ends);

/// <summary>The assets of a panel in the order in which they are drawn: areas, lines, discs; the same on all of its maps.</summary>
internal static class MapElements
{
    /// <summary>Lines that are driven lie this far to the right of their course, grid units.</summary>
    private const double ToTheRight = 6;

    /// <param name="plan">The panel.</param>
    /// <param name="geometries">Geometries of each layer's assets.</param>
    /// <param name="projection">Onto the grid.</param>
    public static IReadOnlyList<MapElement> Of(PanelPlan plan, IReadOnlyList<IReadOnlyList<Geometry?>> geometries, MapProjection projection)
    {
        var all = new List<MapElement>();
        for (var l = 0; l < geometries.Count; l++)
            for (var row = 0; row < geometries[l].Count; row++)
                if (Element(plan, l, row, geometries[l][row], projection) is { } element) all.Add(element);
        MapElement[] ordered = [.. all.OrderBy(e => e.Shape switch { MapShape.Area => 0, MapShape.Line => 1, _ => 2 })];
        return WithEnds(plan, ordered, geometries);
    }

    private static MapElement? Element(PanelPlan plan, int layer, int row, Geometry? geometry, MapProjection projection)
    {
        if (geometry is not { IsEmpty: false } || !ResultMap.IsPlace(geometry.Centroid.Coordinate)) return null;
        var (x, y) = projection.At(geometry.Centroid.Coordinate);
        if (geometry is Point) return new(layer, row, MapShape.Disc, "", (int)Math.Round(x), (int)Math.Round(y), null);
        var path = ShapeTracer.Path(geometry, projection, plan.IsDirected ? ToTheRight : 0);
        return path is null ? null : new(layer, row, path.EndsWith('z') ? MapShape.Area : MapShape.Line, path, (int)Math.Round(x), (int)Math.Round(y), null);
    }

    /// <summary>Pipes have no pressure of their own: they take it from the junctions at their ends, found by place.</summary>
    private static MapElement[] WithEnds(PanelPlan plan, MapElement[] elements, IReadOnlyList<IReadOnlyList<Geometry?>> geometries)
    {
        var first = plan.Fields[0].Name;
        bool[] has = [.. plan.Layers.Select(l => l.Fields.Any(f => f.Name == first))];
        if (Array.TrueForAll(has, h => h)) return elements;
        var at = new Dictionary<(double, double), int>();
        for (var e = 0; e < elements.Length; e++)
            if (has[elements[e].Layer] && geometries[elements[e].Layer][elements[e].Row] is Point point) at.TryAdd((point.X, point.Y), e);
        return Array.ConvertAll(elements, e => !has[e.Layer] && geometries[e.Layer][e.Row] is LineString line ? e with { Ends = (Find(line.Coordinates[0]), Find(line.Coordinates[^1])) } : e);

        int Find(Coordinate place) => at.GetValueOrDefault((place.X, place.Y), -1);
    }
}
