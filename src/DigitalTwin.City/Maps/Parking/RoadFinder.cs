using DigitalTwin.Cities.Maps.Roads;
using DigitalTwin.Cities.Places;
using DigitalTwin.Mobility.Roads;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.LinearReferencing;
using NetTopologySuite.Operation.Distance;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>A link and how something lies to it.</summary>
/// <param name="Link">Row of the link; -1 when there is none near enough.</param>
/// <param name="Distance">m from it.</param>
/// <param name="IsRight">Whether the thing lies to the right of who drives along the link; a thing on the line does.</param>
internal readonly record struct RoadNear(int Link, double Distance, bool IsRight)
{
    public static RoadNear None { get; } = new(-1, double.PositiveInfinity, true);
}

/// <summary>
/// Finds the link that is nearest to a place, on the plane about the map's middle. Both directions of a street have the same line: of links that are equally near (to half a metre)
/// that one is taken which has the thing on the side on which cars keep, then the first.
/// </summary>
internal sealed class RoadFinder
{
    /// <summary>Lines less far apart are drawn on one another, m.</summary>
    private const double SameLine = 0.5;

    private readonly RoadNetwork roads;
    private readonly TransverseMercator plane;
    private readonly bool keepRight;
    private readonly LineString?[] lines;
    private readonly STRtree<int> tree = new();

    public RoadFinder(RoadNetwork roads, double longitude, double latitude, bool keepRight)
    {
        (this.roads, this.keepRight) = (roads, keepRight);
        plane = TransverseMercator.About(longitude, latitude);
        lines = new LineString?[roads.Links.Count];
        for (var link = 0; link < lines.Length; link++)
        {
            if (roads.Links.Class[link] == RoadClass.Connector || RoadLayers.LineOf(roads, link) is not { } course) continue;
            lines[link] = (LineString)OnPlane(course);
            if (roads.Links.Class[link] != RoadClass.Motorway) tree.Insert(lines[link]!.EnvelopeInternal, link);
        }
        tree.Build();
    }

    /// <summary>A geometry in degrees on the plane, m.</summary>
    public Geometry OnPlane(Geometry degrees) => degrees.Moved((x, y) => plane.Forward(x, y));

    /// <summary>The nearest link to a thing on the plane within a limit, m; motorways have no entrances.</summary>
    public RoadNear Nearest(Geometry thing, Coordinate middle, double limit)
    {
        for (var reach = Math.Min(40, limit); ; reach = Math.Min(4 * reach, limit))
        {
            var around = thing.EnvelopeInternal.Copy();
            around.ExpandBy(reach);
            var near = Best(tree.Query(around), thing, middle);
            if (near.Link >= 0 && near.Distance <= reach) return near;
            if (reach >= limit) return near with { Link = -1 };
        }
    }

    /// <summary>The best of some links to a thing on the plane, however far.</summary>
    public RoadNear Best(IEnumerable<int> links, Geometry thing, Coordinate middle)
    {
        var (best, bestIsGood) = (RoadNear.None, false);
        foreach (var link in links.Order())
        {
            if (lines[link] is not { } line) continue;
            var distance = DistanceOp.Distance(thing, line);
            var near = new RoadNear(link, distance, IsRight(line, middle));
            var good = near.IsRight == keepRight;
            if (distance > best.Distance + SameLine || (best.Link >= 0 && distance > best.Distance - SameLine && (bestIsGood || !good))) continue;
            (best, bestIsGood) = (near, good);
        }
        return best;
    }

    /// <summary>The distance to the nearest link, m, for sentences; infinite without links.</summary>
    public RoadNear Anywhere(Geometry thing, Coordinate middle) => Best(Enumerable.Range(0, lines.Length).Where(l => roads.Links.Class[l] != RoadClass.Motorway), thing, middle);

    private static bool IsRight(LineString line, Coordinate place)
    {
        var index = new LengthIndexedLine(line);
        var at = index.Project(place);
        var (before, after) = (index.ExtractPoint(Math.Max(0, at - 1)), index.ExtractPoint(Math.Min(line.Length, at + 1)));
        return Orientation.Index(before, after, place) != OrientationIndex.CounterClockwise;
    }
}
