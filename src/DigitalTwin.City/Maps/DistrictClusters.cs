using DigitalTwin.Cities.Places;
using DigitalTwin.Water.Network;
using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace DigitalTwin.Cities.Maps;

/// <summary>
/// Districts for a network whose owner has none: its nodes in clusters (Lloyd's k-means, begun with the farthest points, so that chance has no part),
/// and around each cluster the ground that is nearer to its middle than to any other, within a margin about the network.
/// </summary>
internal static class DistrictClusters
{
    private const int NodesPerDistrict = 400;
    private const int MostDistricts = 16;

    public static List<Geometry> Of(WaterNetwork network, CoordinateSystem system)
    {
        var places = new WaterPlaces(network, system, []);
        var placed = Enumerable.Range(0, network.Nodes.Count).Where(i => !double.IsNaN(places.Longitude[i])).ToArray();
        if (placed.Length < 3) return [];
        var plane = TransverseMercator.About(placed.Average(i => places.Longitude[i]), placed.Average(i => places.Latitude[i]));
        var points = placed.Select(i => plane.Forward(places.Longitude[i], places.Latitude[i])).Select(p => new Coordinate(p.X, p.Y)).ToArray();
        var hull = new MultiPoint([.. points.Select(p => new Point(p))]).ConvexHull();
        var reach = Math.Max(hull.EnvelopeInternal.Width, hull.EnvelopeInternal.Height);
        if (!(reach > 0) || reach > 500_000) return [];
        var ground = hull.Buffer(Math.Max(20, 0.02 * reach));
        var middles = Middles(points, Math.Clamp((int)Math.Round(placed.Length / (double)NodesPerDistrict), 1, MostDistricts));
        return [.. Cells(middles, ground).Where(c => !c.IsEmpty).Select(cell => cell.Moved((x, y) => plane.Inverse(x, y)))];
    }

    private static List<Geometry> Cells(List<Coordinate> middles, Geometry ground)
    {
        if (middles.Count == 1) return [ground];
        var diagram = new VoronoiDiagramBuilder();
        diagram.SetSites(middles);
        var around = ground.EnvelopeInternal.Copy();
        around.ExpandBy(around.Diameter);
        diagram.ClipEnvelope = around;
        var cells = diagram.GetDiagram(GeometryFactory.Default);
        // From west to east and south to north, whatever order the diagram has.
        return [.. cells.Geometries.Select(cell => cell.Intersection(ground)).Where(c => c is Polygon or MultiPolygon)
            .OrderBy(c => Math.Round(c.Centroid.Y)).ThenBy(c => c.Centroid.X)];
    }

    private static List<Coordinate> Middles(Coordinate[] points, int count)
    {
        var middles = new List<Coordinate> { points[0] };
        while (middles.Count < count)
        {
            var farthest = points.MaxBy(p => middles.Min(m => m.Distance(p)))!;
            if (middles.Min(m => m.Distance(farthest)) == 0) break;
            middles.Add(farthest);
        }
        for (var round = 0; round < 20; round++)
        {
            var sums = new (double X, double Y, int N)[middles.Count];
            foreach (var p in points)
            {
                var nearest = 0;
                for (var m = 1; m < middles.Count; m++)
                    if (middles[m].Distance(p) < middles[nearest].Distance(p)) nearest = m;
                sums[nearest] = (sums[nearest].X + p.X, sums[nearest].Y + p.Y, sums[nearest].N + 1);
            }
            for (var m = 0; m < middles.Count; m++)
                if (sums[m].N > 0) middles[m] = new(sums[m].X / sums[m].N, sums[m].Y / sums[m].N);
        }
        return middles;
    }
}
