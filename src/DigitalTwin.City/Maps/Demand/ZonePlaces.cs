using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Roads;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace DigitalTwin.Cities.Maps.Demand;

/// <summary>
/// Where the trips of a zone begin and end: the buildings in it, by weight, else the nodes in it that are no junction of motorways or trunk roads only, else the nearest node. Found with NetTopologySuite's tree.
/// </summary>
internal sealed class ZonePlaces
{
    private readonly PlaceBook places;
    private readonly STRtree<(Point At, int Place, double Weight)> buildings = new();
    private readonly STRtree<(Point At, int Node)> nodes = new();
    private readonly bool hasBuildings;

    public ZonePlaces(PlaceBook places, BuildingSites? made)
    {
        this.places = places;
        foreach (var (place, x, y, weight) in made?.Weighted() ?? [])
        {
            hasBuildings = true;
            buildings.Insert(new Envelope(x, x, y, y), (new Point(x, y), place, weight));
        }
        var roads = places.Roads;
        for (var node = 0; node < roads.Nodes.Count; node++)
        {
            var (x, y) = (roads.Nodes.Longitude[node], roads.Nodes.Latitude[node]);
            if (places.IsJoined(node) && roads.Nodes.IsThrough[node] && !double.IsNaN(x) && IsAccess(roads, node)) nodes.Insert(new Envelope(x, x, y, y), (new Point(x, y), node));
        }
    }

    /// <summary>The places of a zone; null with a sentence when there is no road near.</summary>
    public DemandZone? Of(string id, Geometry shape, out string? sentence)
    {
        sentence = null;
        if (shape is Polygon or MultiPolygon)
        {
            var prepared = PreparedGeometryFactory.Prepare(shape);
            if (hasBuildings)
            {
                var inside = buildings.Query(shape.EnvelopeInternal).Where(b => prepared.Covers(b.At)).OrderBy(b => b.Place).ToArray();
                if (inside.Length > 0) return new(id, [.. inside.Select(b => b.Place)], Array.Exists(inside, b => b.Weight > 0) ? [.. inside.Select(b => b.Weight)] : [.. inside.Select(_ => 1.0)]);
            }
            var within = nodes.Query(shape.EnvelopeInternal).Where(n => prepared.Covers(n.At)).OrderBy(n => n.Node).ToArray();
            if (within.Length > 0)
                return new(id, [.. within.Select(n => places.Add($"{id}/{places.Roads.Nodes.Ids[n.Node]}", n.At.X, n.At.Y, n.Node))], [.. within.Select(_ => 1.0)]);
        }
        var middle = shape is Point ? shape.Coordinate : shape.InteriorPoint.Coordinate;
        return places.Add(id, middle.X, middle.Y, out sentence) is var place and >= 0 ? new(id, place) : null;
    }

    /// <summary>Whether one can get from a plot of land onto the road here.</summary>
    private static bool IsAccess(RoadNetwork roads, int node)
    {
        foreach (var link in roads.Out(node))
            if (roads.Links.Class[link] is not (RoadClass.Motorway or RoadClass.Trunk)) return true;
        return false;
    }
}
