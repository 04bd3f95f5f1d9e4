using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Osm;

/// <summary>Makes lots of nodes, ways and relations with <c>amenity=parking</c>, and gives them their entrances.</summary>
internal sealed class LotMaker(OsmContent content, OsmOptions options, ParkingTags values, string file, OsmTally tally, ProblemList problems)
{
    private static readonly string[] KeptTags = ["operator", "charge", "fee:conditional", "access:conditional", "maxstay:conditional", "surface", "maxheight"];

    private readonly List<OsmLot> lots = [];
    private readonly Dictionary<long, int> lotOfNode = [];
    private readonly Dictionary<(OsmKind, long), int> lotOf = [];

    public List<OsmLot> Make()
    {
        foreach (var area in content.ParkingAreas) Area(area);
        foreach (var node in content.ParkingNodes)
        {
            var (longitude, latitude) = content.PlaceOf(node.Id);
            Add(node, longitude, latitude, [], double.NaN);
        }
        new LotEntrances(content, options, tally).Join(lots, lotOfNode, lotOf, MakeGarage);
        return lots;
    }

    /// <summary>A garage of which the map has the entrance alone; false when nobody may use it.</summary>
    private bool MakeGarage(OsmElement entrance)
    {
        var before = lots.Count;
        var (longitude, latitude) = content.PlaceOf(entrance.Id);
        Add(entrance, longitude, latitude, [], double.NaN);
        return lots.Count > before;
    }

    private void Area(OsmElement element)
    {
        var rings = new List<(bool IsHole, long[] Nodes)>();
        if (element.Kind == OsmKind.Way)
        {
            if (element.References.Count < 2)
            {
                Warning(element, $"is a place to park with {element.References.Count} node{(element.References.Count == 1 ? "" : "s")}; it is left out");
                return;
            }
            rings.Add((false, [.. element.References]));
        }
        else if (!Members(element, rings)) return;
        if (rings.Any(r => r.Nodes.Any(n => !content.Knows(n))))
        {
            Warning(element, "is a place to park with nodes that the file does not have; it is left out");
            return;
        }
        OsmRing[] drawn = [.. rings.Select(r => new OsmRing(r.IsHole, [.. r.Nodes.SelectMany(n => (double[])[content.PlaceOf(n).Longitude, content.PlaceOf(n).Latitude])]))];
        if (element.Kind == OsmKind.Way && !element.IsClosed)
        {
            // A line is no area: its middle point stands for it.
            var middle = drawn[0].Course.Length / 4 * 2;
            Add(element, drawn[0].Course[middle], drawn[0].Course[middle + 1], [], double.NaN);
            return;
        }
        double area = 0, x = 0, y = 0;
        foreach (var ring in drawn)
        {
            var (size, longitude, latitude) = OsmGeometry.Of(ring.Course);
            size = ring.IsHole ? -Math.Abs(size) : Math.Abs(size);
            (area, x, y) = (area + size, x + size * longitude, y + size * latitude);
        }
        if (area < 1)
        {
            Warning(element, "is a place to park without an area; it is left out");
            return;
        }
        Add(element, x / area, y / area, drawn, area);
        foreach (var node in rings.SelectMany(r => r.Nodes))
            if (lotOf.TryGetValue((element.Kind, element.Id), out var lot)) lotOfNode.TryAdd(node, lot);
    }

    private bool Members(OsmElement relation, List<(bool IsHole, long[] Nodes)> rings)
    {
        foreach (var isHole in (ReadOnlySpan<bool>)[false, true])
        {
            var members = relation.Members.Where(m => m.Kind == OsmKind.Way && m.Role == "inner" == isHole).ToArray();
            if (members.Any(m => !content.MemberWays.ContainsKey(m.Reference)))
            {
                Warning(relation, $"is a place to park made of ways that the file does not have, way {members.First(m => !content.MemberWays.ContainsKey(m.Reference)).Reference} among them; it is left out");
                return false;
            }
            var made = new List<long[]>();
            if (!OsmGeometry.Rings(members.Select(m => content.MemberWays[m.Reference]), made) || (!isHole && made.Count == 0))
            {
                Warning(relation, "is a place to park whose ways do not close to a ring; it is left out");
                return false;
            }
            rings.AddRange(made.Select(nodes => (isHole, nodes)));
        }
        return true;
    }

    private void Add(OsmElement element, double longitude, double latitude, OsmRing[] rings, double area)
    {
        var others = element.Tags.Where(t => KeptTags.Contains(t.Key)).ToList();
        var stay = Aspect("maxstay", element["maxstay"], v => ParkingTags.TryStay(v, out _));
        var admits = Aspect("access", element["motorcar"] ?? element["motor_vehicle"] ?? element["vehicle"] ?? element["access"], ParkingTags.IsKnownAccess);
        var longest = values.Stay(element, "maxstay", stay.Usual);
        var policies = CurbHours.Policies(new(null, []), admits.Varies ? admits : new(null, []), stay, longest);
        if ((admits.Varies ? "" : ParkingTags.Access(admits.Usual)) is not { } access || policies is null)
        {
            tally.Ignore("places to park that nobody may use");
            return;
        }
        var kind = Kind(element);
        var levels = Math.Max(1, values.Spaces(element, "levels", element["parking:levels"] ?? element["building:levels"] ?? element["levels"]) is var said && said > 0 ? said
            : kind == OsmLotKind.MultiStorey ? options.Storeys : kind == OsmLotKind.Underground ? options.Basements : 1);
        var capacity = values.Spaces(element, "capacity", element["capacity"]);
        if (capacity == 0)
        {
            tally.Ignore("places to park with capacity=0");
            return;
        }
        var hours = values.Hours(element, "opening_hours", others);
        var (name, nameZh) = OsmNames.Of(element);
        lotOf[(element.Kind, element.Id)] = lots.Count;
        var spaces = capacity > 0 ? capacity : Estimate(kind, area, levels);
        lots.Add(new()
        {
            Id = $"P-{element.Kind.ToString()[..1].ToLowerInvariant()}{element.Id}",
            Kind = kind,
            Name = name,
            NameZh = nameZh,
            Longitude = longitude,
            Latitude = latitude,
            Rings = rings,
            Area = area,
            Levels = levels,
            Capacity = spaces,
            IsCapacityEstimated = capacity < 0,
            Disabled = Math.Min(spaces, Math.Max(0, values.Spaces(element, "capacity:disabled", element["capacity:disabled"]))),
            Charging = Math.Min(spaces, Math.Max(0, values.Spaces(element, "capacity:charging", element["capacity:charging"]))),
            HasFee = ParkingTags.Fee(element["fee"]),
            Access = access,
            LongestStay = longest,
            Policies = policies,
            OpeningHours = hours,
            Others = others,
        });
        if (policies.Count > 0) tally.Keep("lots with rules by time");

        CurbAspect Aspect(string key, string? usual, Func<string, bool> isKnown)
        {
            var aspect = values.Aspect(element, key, usual, element[key + ":conditional"], isKnown, out var isRead);
            if (isRead) others.RemoveAll(t => t.Key == key + ":conditional");
            return aspect;
        }
    }

    private OsmLotKind Kind(OsmElement element)
    {
        switch (element["parking"])
        {
            case null or "surface" or "yes" or "layby": return OsmLotKind.Surface;
            case "underground": return OsmLotKind.Underground;
            case "multi-storey": return OsmLotKind.MultiStorey;
            case "rooftop": return OsmLotKind.Rooftop;
            case "garage_boxes" or "carports" or "sheds" or "depot": return OsmLotKind.Garages;
            case "street_side" or "lane" or "on_kerb" or "half_on_kerb": return OsmLotKind.Kerb;
            case var other:
                Warning(element, $"has parking={other}, which is no kind of parking; it is taken as a surface lot.{NearestName.Hint(other, ["surface", "underground", "multi-storey", "street_side", "lane", "rooftop"])}");
                return OsmLotKind.Surface;
        }
    }

    private int Estimate(OsmLotKind kind, double area, int levels)
    {
        var isGarage = kind is OsmLotKind.Underground or OsmLotKind.MultiStorey;
        if (double.IsNaN(area)) return kind == OsmLotKind.Kerb ? 1 : isGarage ? options.PointGarageSpaces : options.PointSpaces;
        var perSpace = kind == OsmLotKind.Kerb ? options.BayArea : isGarage ? options.GarageArea : options.SurfaceArea;
        return Math.Max(1, (int)Math.Round(area * levels / perSpace));
    }

    private void Warning(OsmElement element, string what) => problems.Warning(file, element.Line, element.Column, $"The {element.Name} {(what.EndsWith('?') || what.EndsWith('.') ? what : what + ".")}");
}
