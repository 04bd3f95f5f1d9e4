using System.Globalization;
using DigitalTwin.Mobility.Parking;

namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>
/// A district as SUMO's plain files. Each trip that parks stops off the road at the end of the street of the lot nearest to its destination: SUMO's mesoscopic model knows no choice among lots, no full lot and no search, so these are
/// left out there.
/// </summary>
internal static class SumoFiles
{
    public static void Write(District district, string folder)
    {
        var (nodes, links, trips) = (district.Roads.Nodes, district.Roads.Links, district.Trips);
        using (var to = File.CreateText(Path.Combine(folder, "district.nod.xml")))
        {
            to.WriteLine("<nodes>");
            var (west, south) = (nodes.Longitude.Min(), nodes.Latitude.Min());
            for (var node = 0; node < nodes.Count; node++)
            {
                var signal = false;
                foreach (var link in district.Roads.In(node)) signal |= links.GreenShare[link] < 1;
                var (x, y) = ((nodes.Longitude[node] - west) * 111_195 * Math.Cos(south * Math.PI / 180), (nodes.Latitude[node] - south) * 111_195);
                to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""<node id="{nodes.Ids[node]}" x="{x:F2}" y="{y:F2}" type="{(signal ? "traffic_light" : "priority")}"/>"""));
            }
            to.WriteLine("</nodes>");
        }
        using (var to = File.CreateText(Path.Combine(folder, "district.edg.xml")))
        {
            to.WriteLine("<edges>");
            for (var link = 0; link < links.Count; link++)
            {
                to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""<edge id="{links.Ids[link]}" from="{nodes.Ids[links.From[link]]}" to="{nodes.Ids[links.To[link]]}" numLanes="{links.Lanes[link]:F0}" speed="{links.FreeSpeed[link]:F3}" priority="{(links.Lanes[link] > 1 ? 3 : 1)}"/>"""));
            }
            to.WriteLine("</edges>");
        }
        using (var to = File.CreateText(Path.Combine(folder, "district.trips.xml")))
        {
            to.WriteLine("<routes>");
            var lots = NearestLots(district);
            for (var trip = 0; trip < trips.Count; trip++)
            {
                var (origin, destination) = (district.Places.Node[trips.Origin[trip]], district.Places.Node[trips.Destination[trip]]);
                var parks = !double.IsNaN(trips.Dwell[trip]);
                var lot = lots[trips.Destination[trip]];
                var end = trips.Returns[trip] ? EdgeInto(district, origin, trip) : parks ? lot : EdgeInto(district, destination, trip);
                var start = EdgeOutOf(district, origin, trip);
                to.Write(string.Create(CultureInfo.InvariantCulture, $"""<trip id="{trips.Ids[trip]}" depart="{trips.Departure[trip]:F1}" from="{links.Ids[start]}" to="{links.Ids[end]}" """));
                if (parks) to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""><stop lane="{links.Ids[lot]}_0" duration="{trips.Dwell[trip]:F0}" parking="true"/></trip>"""));
                else to.WriteLine("/>");
            }
            to.WriteLine("</routes>");
        }
    }

    private static int[] NearestLots(District district)
    {
        var lots = district.Parking.Facilities.Where(f => f.Kind == FacilityKind.Lot).ToArray();
        return [.. Enumerable.Range(0, district.Places.Count).Select(place => lots.MinBy(lot => Math.Pow(lot.Longitude - district.Places.Longitude[place], 2) + Math.Pow(lot.Latitude - district.Places.Latitude[place], 2))!.Link)];
    }

    private static int EdgeOutOf(District district, int node, int trip)
    {
        var links = district.Roads.Out(node);
        return links[trip % links.Length];
    }

    private static int EdgeInto(District district, int node, int trip)
    {
        var links = district.Roads.In(node);
        return links[trip % links.Length];
    }
}
