using DigitalTwin.Cities.Maps.Roads;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.LinearReferencing;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>
/// Finds from which road link a feature is reached: the one that it names, in the direction in which it lies on the side where cars keep, or the nearest within a limit. Counts what it decided,
/// so that the map can state it.
/// </summary>
internal sealed class RoadOfParking(RoadNetwork roads, RoadReport report, RoadFinder finder, bool keepRight, string path, ProblemList problems)
{
    /// <summary>Farthest that a lot's entrance may be from the nearest road, m: the drive of a campus or an estate.</summary>
    public const double FarthestLot = 250;

    /// <summary>Farthest that bays may lie from the middle of their road, m: half of a wide avenue and its green.</summary>
    public const double FarthestKerb = 40;

    private readonly Lazy<Dictionary<string, int[]>> links = new(() => ByStreet(roads));
    private int found;
    private double sum, farthest;
    private string farthestId = "";

    /// <summary>The link, and the place from which drivers walk, degrees; null when there is none (reported, here or with the street that was refused).</summary>
    public (int Link, Coordinate Place, Geometry Shape)? Find(ParkingFeature feature)
    {
        var isKerb = feature.Kind == ParkingKind.Kerb;
        var what = $"{(isKerb ? "The kerb" : "The lot")} '{feature.Id}'";
        int[]? named = null;
        if (feature.Road is { } road && !Named(road, out named))
        {
            if (!report.IsCutShort && !report.Refused.Contains(StreetOf(road)))
                Error(feature, $"{what} is on the road '{road}', which the map does not have.{NearestName.Hint(road, links.Value.Keys.Order(StringComparer.Ordinal))}");
            return null;
        }
        if (feature.Geometry is not { } geometry)
        {
            var own = feature.Side == RoadSide.Left ? Direction(named!, keepRight ? ".b" : ".f") : Direction(named!, keepRight ? ".f" : ".b");
            if (RoadLayers.LineOf(roads, own) is not { } line)
            {
                Error(feature, $"{what} has no geometry, and its road '{feature.Road}' has no place either.");
                return null;
            }
            return (own, Middle(line), line);
        }
        var place = Middle(geometry);
        var thing = finder.OnPlane(feature.Entrance is { } entrance ? new Point(entrance) : isKerb ? new Point(place) : geometry);
        var middle = finder.OnPlane(new Point(place)).Coordinate;
        if (named is not null)
        {
            if (feature.Side is { } side) return (Direction(named, (side == RoadSide.Right) == keepRight ? ".f" : ".b"), place, geometry);
            return finder.Best(named, thing, middle).Link is var best and >= 0 ? (best, place, geometry) : (named[0], place, geometry);
        }
        var limit = isKerb ? FarthestKerb : FarthestLot;
        var near = finder.Nearest(thing, middle, limit);
        if (near.Link < 0)
        {
            var any = finder.Anywhere(thing, middle);
            Error(feature, any.Link < 0
                ? $"{what} is at no road: the map's roads have no places. 'road' names its road."
                : FormattableString.Invariant($"{what} lies {any.Distance:F0} m from the nearest road, '{StreetOf(any.Link)}'; up to {limit} m are bridged. 'road' names another."));
            return null;
        }
        found++;
        sum += near.Distance;
        if (near.Distance > farthest) (farthest, farthestId) = (near.Distance, feature.Id);
        return (feature.Side is { } given ? Direction([near.Link], (given == RoadSide.Right) == keepRight ? ".f" : ".b") : near.Link, place, geometry);
    }

    /// <summary>What was decided, for the map's assumptions.</summary>
    public IEnumerable<string> Statements()
    {
        if (found > 0)
            yield return FormattableString.Invariant(
                $"{Plural.For(found, "1 place to park names no road; cars reach it from", $"{found} places to park name no road; cars reach them from")} the nearest one, {sum / found:F0} m away on average and {farthest:F0} m at most{(farthestId.Length > 0 ? $" ('{farthestId}')" : "")}, in the direction that has {Plural.For(found, "it", "them")} on its {(keepRight ? "right" : "left")}.");
    }

    /// <summary>A place that is on the thing: half way along a line, inside an area.</summary>
    private static Coordinate Middle(Geometry geometry) => geometry switch
    {
        LineString { Length: > 0 } line => new LengthIndexedLine(line).ExtractPoint(line.Length / 2),
        Point point => point.Coordinate,
        _ => geometry.InteriorPoint.Coordinate ?? geometry.Coordinate,
    };

    private bool Named(string road, out int[]? named)
    {
        if (roads.FindLink(road) is var exact and >= 0)
        {
            named = [exact];
            return true;
        }
        return links.Value.TryGetValue(road, out named);
    }

    /// <summary>Of the links of a street the one in a direction; of a one-way street the only one.</summary>
    private int Direction(int[] candidates, string ending)
    {
        var all = candidates.Length == 1 && links.Value.TryGetValue(StreetOf(candidates[0]), out var street) && street.Length == 2 && candidates[0] != roads.FindLink(StreetOf(candidates[0])) ? street : candidates;
        foreach (var link in all)
            if (roads.Links.Ids[link].EndsWith(ending, StringComparison.Ordinal)) return link;
        return candidates[0];
    }

    private string StreetOf(int link) => StreetOf(roads.Links.Ids[link]);

    private static string StreetOf(string link) => link.EndsWith(".f", StringComparison.Ordinal) || link.EndsWith(".b", StringComparison.Ordinal) ? link[..^2] : link;

    private static Dictionary<string, int[]> ByStreet(RoadNetwork roads)
    {
        var streets = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var link = 0; link < roads.Links.Count; link++)
        {
            var street = StreetOf(roads.Links.Ids[link]);
            streets[street] = streets.TryGetValue(street, out var others) ? [.. others, link] : [link];
        }
        return streets;
    }

    private void Error(ParkingFeature at, string sentence) => problems.Error(path, at.Line, at.Column, sentence);
}
