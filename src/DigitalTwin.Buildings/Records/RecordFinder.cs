using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace DigitalTwin.Buildings.Records;

/// <summary>Finds the building of a record: by id, by code, by place. Of several that could be it by place, the one with the largest common area, then the first.</summary>
internal sealed class RecordFinder
{
    private readonly MergeOptions options;
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string System, string Code), int> byCode = [];
    private readonly STRtree<(int Building, Geometry Footprint, string? Crs)> areas = new();
    private readonly STRtree<(int Building, Point Middle)> middles = new();

    /// <summary>Buildings, each with its records so far.</summary>
    public RecordFinder(IReadOnlyList<BuildingRecord[]> buildings, MergeOptions options)
    {
        this.options = options;
        for (var i = 0; i < buildings.Count; i++)
        {
            foreach (var record in buildings[i])
            {
                byId.TryAdd(record.Id, i);
                foreach (var (system, code) in record.Codes) byCode.TryAdd((system, code), i);
            }
            if (Array.Find(buildings[i], r => HasArea(r.Footprint?.Value)) is { } drawn) areas.Insert(drawn.Footprint!.Value.EnvelopeInternal, (i, drawn.Footprint.Value, drawn.Crs));
            else if (Array.Find(buildings[i], r => r is { Longitude: not null, Latitude: not null }) is { } placed && PointOf(placed) is { } at) middles.Insert(at.EnvelopeInternal, (i, at));
        }
        areas.Build();
        middles.Build();
    }

    /// <summary>The building, or -1.</summary>
    public (int Building, MatchedBy By) Find(BuildingRecord record)
    {
        var found = -1;
        if (options.ById && byId.TryGetValue(record.Id, out found)) return (found, MatchedBy.Id);
        foreach (var (system, code) in record.Codes.OrderBy(c => c.Key, StringComparer.Ordinal))
            if (byCode.TryGetValue((system, code), out found)) return (found, MatchedBy.Code);
        return (HasArea(record.Footprint?.Value) ? OfArea(record.Footprint!.Value, record.Crs) : PointOf(record) is { } at ? OfPoint(at) : -1, MatchedBy.Place);
    }

    private int OfArea(Geometry footprint, string? crs)
    {
        var (best, most) = (-1, 0.0);
        foreach (var (building, other, system) in areas.Query(footprint.EnvelopeInternal).OrderBy(a => a.Building))
        {
            if (system != crs) continue;
            var common = CommonArea(footprint, other);
            if (common < options.Overlap * Math.Min(footprint.Area, other.Area) || common <= most) continue;
            (best, most) = (building, common);
        }
        if (best >= 0) return best;
        // A table's points become its buildings when the footprints come after them.
        var inside = middles.Query(footprint.EnvelopeInternal).Where(m => crs == "EPSG:4326" && footprint.Covers(m.Middle)).OrderBy(m => m.Building).ToArray();
        return inside.Length > 0 ? inside[0].Building : -1;
    }

    private int OfPoint(Point at)
    {
        foreach (var (building, other, crs) in areas.Query(at.EnvelopeInternal).OrderBy(a => a.Building))
            if (crs == "EPSG:4326" && other.Covers(at)) return building;
        return -1;
    }

    /// <summary>Footprints that cross themselves are repaired by a buffer of nothing before they are cut.</summary>
    private static double CommonArea(Geometry a, Geometry b)
    {
        if (!a.EnvelopeInternal.Intersects(b.EnvelopeInternal)) return 0;
        return (a.IsValid ? a : a.Buffer(0)).Intersection(b.IsValid ? b : b.Buffer(0)).Area;
    }

    private static bool HasArea(Geometry? footprint) => footprint is Polygon or MultiPolygon && footprint.Area > 0;

    private static Point? PointOf(BuildingRecord record) => record is { Longitude: { } x, Latitude: { } y } ? new Point(x.Value, y.Value) : record.Footprint?.Value as Point;
}
