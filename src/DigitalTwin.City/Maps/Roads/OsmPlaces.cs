using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Maps.Parking;
using DigitalTwin.Mobility.Osm;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Text;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>Places to park of OpenStreetMap in the words of <c>parking.geojson</c>; what has no word there becomes an attribute.</summary>
internal sealed class OsmPlaces(RoadNetwork roads, OsmOptions options, Coordinate middle)
{
    private readonly RoadFinder finder = new(roads, middle.X, middle.Y, options.Side == DrivingSide.Right);
    private int residents, commuters, chargers;

    public ParkingFeature Of(OsmLot lot)
    {
        var shape = ShapeOf(lot);
        var isKerb = lot.Kind == OsmLotKind.Kerb;
        var point = new Point(lot.Longitude, lot.Latitude);
        Coordinate? entrance = isKerb || lot.Entrances.Count == 0 ? null : new(lot.Entrances[0].Longitude, lot.Entrances[0].Latitude);
        var made = Common(lot, isKerb ? point : shape) with
        {
            NameEn = lot.Name,
            NameZh = lot.NameZh,
            Kind = lot.Kind switch { OsmLotKind.Underground => ParkingKind.Underground, OsmLotKind.MultiStorey => ParkingKind.MultiStorey, OsmLotKind.Kerb => ParkingKind.Kerb, _ => ParkingKind.Surface },
            Levels = isKerb ? 1 : Math.Min(50, lot.Levels),
            Entrance = entrance,
            Road = FarRoad(entrance is not null ? new Point(entrance) : isKerb ? point : shape, isKerb),
        };
        return lot.Kind is OsmLotKind.Rooftop or OsmLotKind.Garages ? made with { Others = [.. made.Others, Text("parking", lot.Kind == OsmLotKind.Rooftop ? "rooftop" : "garages")] } : made;
    }

    public ParkingFeature Of(OsmKerb kerb)
    {
        var made = Common(kerb, null);
        return made with
        {
            Kind = ParkingKind.Kerb,
            Road = kerb.Street,
            Side = kerb.IsRight ? RoadSide.Right : RoadSide.Left,
            Others = [.. made.Others, Text("orientation", kerb.Orientation.ToString().ToLowerInvariant())],
        };
    }

    /// <summary>What was decided for them, a sentence each.</summary>
    public IEnumerable<string> Statements(OsmExtract extract)
    {
        OsmParking[] all = [.. extract.Lots, .. extract.Kerbs];
        if (all.Length == 0) yield break;
        yield return $"{Plural.Of(extract.Lots.Count, "lot")} {Plural.For(extract.Lots.Count, "holds", "hold")} {Plural.Of(extract.Lots.Sum(l => l.Capacity), "car")} and {Plural.Of(extract.Kerbs.Count, "kerb")} {extract.Kerbs.Sum(k => k.Capacity):N0}; {all.Count(p => p.IsCapacityEstimated)} of these numbers are estimates by area, length or kind and marked 'capacity-estimated'.";
        if (all.Count(p => p.HasFee == true) is var paid and > 0)
            yield return $"{paid} places to park cost something and OpenStreetMap does not say what in a form that can be read: they are free until they get a 'tariff'.";
        if (residents > 0) yield return $"{Plural.For(residents, "1 place to park that is private or needs a permit is", $"{residents} places to park that are private or need a permit are")} for residents.";
        if (all.Count(p => p.Policies.Count > 0) is var timed and > 0) yield return $"{Plural.Of(timed, "place")} to park {Plural.For(timed, "has", "have")} 'policies' by hours of the week, from OpenStreetMap's ':conditional' tags; public holidays are no days of it.";
        if (commuters > 0) yield return $"{commuters} places to park for employees are for commuters.";
        if (chargers > 0) yield return FormattableString.Invariant($"{chargers} chargers are taken to have {options.ChargerPower / 1000:0.#} kW.");
    }

    private ParkingFeature Common(OsmParking place, Geometry? geometry)
    {
        var others = new List<KeyValuePair<string, GeoValue>>();
        if (place.IsCapacityEstimated) others.Add(new("capacity-estimated", new(GeoValueKind.Truth, 1, null)));
        if (place.HasFee is { } fee) others.Add(Text("osm:fee", fee ? "yes" : "no"));
        if (place.Access.Length > 0) others.Add(Text("osm:access", place.Access));
        if (place.Disabled > 0) others.Add(new("osm:capacity:disabled", GeoValue.Of(place.Disabled)));
        foreach (var (key, value) in place.Others) others.Add(Text("osm:" + key, value));
        // The format has every hour once; hours that overlap stay text.
        var hours = WeekHours.TryParse(WeekHours.Text(place.OpeningHours), out _, out _) ? place.OpeningHours : [];
        if (hours.Count < place.OpeningHours.Count) others.Add(Text("osm:opening_hours", WeekHours.Text(place.OpeningHours)));
        chargers += place.Charging;
        return new()
        {
            Id = place.Id,
            Kind = ParkingKind.Surface,
            Geometry = geometry,
            Capacity = place.Capacity,
            Chargers = place.Charging,
            ChargerPower = place.Charging > 0 ? options.ChargerPower : 0,
            ChargersOpenToAll = false,
            LongestStay = place.LongestStay,
            Policies = [.. place.Policies.Select(p => p with { Groups = [.. p.Groups.Select(GroupOf)] })],
            OpeningHours = hours,
            AccessGroups = Groups(place.Access),
            Others = others,
        };
    }

    private string[] Groups(string access)
    {
        if (CurbUsers.Of(access) is not { } users) return [];
        if (users == "residents") residents++;
        else commuters++;
        return [GroupOf(users)];
    }

    // The groups of drivers that come with the program.
    private static string GroupOf(string users) => users == "employees" ? "commuters" : users;

    /// <summary>A place that is farther from any road than the format bridges names its road.</summary>
    private string? FarRoad(Geometry place, bool isKerb)
    {
        var thing = finder.OnPlane(place);
        var at = place is Point ? thing.Coordinate : thing.InteriorPoint.Coordinate;
        if (finder.Nearest(thing, at, isKerb ? RoadOfParking.FarthestKerb : RoadOfParking.FarthestLot).Link >= 0) return null;
        return finder.Anywhere(thing, at).Link is var link and >= 0 ? roads.Links.Ids[link] : null;
    }

    private static Geometry ShapeOf(OsmLot lot)
    {
        var areas = new List<(LinearRing Outer, List<LinearRing> Holes)>();
        foreach (var ring in lot.Rings)
        {
            var line = new LinearRing([.. Enumerable.Range(0, ring.Course.Length / 2).Select(i => new Coordinate(ring.Course[2 * i], ring.Course[2 * i + 1]))]);
            if (!ring.IsHole) areas.Add((line, []));
            else if (areas.FindIndex(a => new Polygon(a.Outer).Covers(line)) is var outer and >= 0) areas[outer].Holes.Add(line);
        }
        Polygon[] made = [.. areas.Select(a => new Polygon(a.Outer, [.. a.Holes]))];
        Geometry shape = made is [var only] ? only : new MultiPolygon(made);
        return made.Length > 0 && shape.IsValid ? shape : new Point(lot.Longitude, lot.Latitude);
    }

    private static KeyValuePair<string, GeoValue> Text(string name, string text) => new(name, GeoValue.Of(text));
}
