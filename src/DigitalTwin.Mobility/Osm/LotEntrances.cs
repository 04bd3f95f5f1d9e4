using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Osm;

/// <summary>An entrance belongs to the lot on whose border it lies, to that of its site, or to the nearest within reach; else it is a garage of its own when it says so.</summary>
internal sealed class LotEntrances(OsmContent content, OsmOptions options, OsmTally tally)
{
    // Degrees; a lot stands in every cell that it or its surroundings touch.
    private const double Cell = 0.01;

    private readonly Dictionary<(int, int), List<int>> cells = [];
    private readonly Dictionary<long, List<OsmElement>> sites = [];

    /// <summary>Gives lots their entrances.</summary>
    /// <param name="lots">Lots; garages that are entrances only are added to them.</param>
    /// <param name="ofNode">Lot by node of its border.</param>
    /// <param name="ofElement">Lot by what it was drawn as.</param>
    /// <param name="makeGarage">Adds a garage for an entrance; false when nobody may use it.</param>
    public void Join(List<OsmLot> lots, Dictionary<long, int> ofNode, Dictionary<(OsmKind, long), int> ofElement, Func<OsmElement, bool> makeGarage)
    {
        foreach (var site in content.Sites)
            foreach (var member in site.Members)
                if (member.Kind == OsmKind.Node)
                {
                    if (!sites.TryGetValue(member.Reference, out var its)) sites[member.Reference] = its = [];
                    its.Add(site);
                }
        for (var lot = 0; lot < lots.Count; lot++) Index(lots[lot], lot);
        var entrances = new List<(double, double)>[lots.Count + content.Entrances.Count];
        foreach (var entrance in content.Entrances)
        {
            var (longitude, latitude) = content.PlaceOf(entrance.Id);
            if (!ofNode.TryGetValue(entrance.Id, out var lot) && !OfSite(entrance.Id, ofElement, out lot) && !Nearest(lots, longitude, latitude, out lot))
            {
                if (entrance["capacity"] is null && entrance["parking"] is not ("underground" or "multi-storey"))
                {
                    tally.Ignore("entrances that belong to no lot");
                    continue;
                }
                lot = lots.Count;
                if (!makeGarage(entrance)) continue;
                Index(lots[lot], lot);
            }
            (entrances[lot] ??= []).Add((longitude, latitude));
            tally.Keep("entrances");
        }
        for (var lot = 0; lot < lots.Count; lot++)
            if (entrances[lot] is { } its) lots[lot] = lots[lot] with { Entrances = its };
    }

    private bool OfSite(long entrance, Dictionary<(OsmKind, long), int> ofElement, out int lot)
    {
        lot = -1;
        foreach (var site in sites.GetValueOrDefault(entrance, []))
            foreach (var member in site.Members)
                if (ofElement.TryGetValue((member.Kind, member.Reference), out lot)) return true;
        return false;
    }

    /// <summary>The nearest lot within reach, the first of equally near ones.</summary>
    private bool Nearest(List<OsmLot> lots, double longitude, double latitude, out int lot)
    {
        (lot, var least) = (-1, options.EntranceReach);
        foreach (var i in cells.GetValueOrDefault((Row(longitude), Row(latitude)), []))
        {
            var distance = lots[i].Rings.Count == 0 ? OsmGeometry.Distance(longitude, latitude, [lots[i].Longitude, lots[i].Latitude])
                : lots[i].Rings.Any(r => !r.IsHole && OsmGeometry.Holds(r.Course, longitude, latitude)) ? 0
                : lots[i].Rings.Min(r => OsmGeometry.Distance(longitude, latitude, r.Course));
            if (distance < least) (lot, least) = (i, distance);
        }
        return lot >= 0;
    }

    private void Index(OsmLot lot, int number)
    {
        var (west, east, south, north) = (lot.Longitude, lot.Longitude, lot.Latitude, lot.Latitude);
        foreach (var ring in lot.Rings)
            for (var i = 0; i < ring.Course.Length; i += 2)
                (west, east, south, north) = (Math.Min(west, ring.Course[i]), Math.Max(east, ring.Course[i]), Math.Min(south, ring.Course[i + 1]), Math.Max(north, ring.Course[i + 1]));
        var (metresEast, metresNorth) = new EarthPlane(Math.Min(89, Math.Max(Math.Abs(south), Math.Abs(north)))).Of(1, 1);
        var (aside, above) = (options.EntranceReach / metresEast, options.EntranceReach / metresNorth);
        for (var column = Row(west - aside); column <= Row(east + aside); column++)
            for (var row = Row(south - above); row <= Row(north + above); row++)
            {
                if (!cells.TryGetValue((column, row), out var there)) cells[(column, row)] = there = [];
                there.Add(number);
            }
    }

    private static int Row(double degrees) => (int)Math.Floor(degrees / Cell);
}
