using DigitalTwin.Cities.Assets;
using DigitalTwin.Mobility.Roads;
using NetTopologySuite.Geometries;
using NetTopologySuite.LinearReferencing;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>Links and nodes of a road network as assets; columns look into the network's own.</summary>
internal static class RoadLayers
{
    public static IEnumerable<AssetLayer> Of(RoadNetwork network)
    {
        var (nodes, links) = (network.Nodes, network.Links);
        if (links.Count > 0)
        {
            var (x, y) = Middles(network);
            yield return new()
            {
                Type = AssetTypes.RoadLink,
                Ids = links.Ids,
                Source = [.. Enumerable.Range(0, links.Count)],
                Longitude = x,
                Latitude = y,
                Shape = row => LineOf(network, row),
                Columns =
                [
                    AssetColumn.Texts("name", i => links.Names[i]),
                    AssetColumn.Texts("name_zh", i => links.NamesZh?[i] ?? ""),
                    AssetColumn.Texts("class", i => RoadClassText.Of(links.Class[i])),
                    AssetColumn.Numbers("length", "m", i => links.Length[i]),
                    AssetColumn.Numbers("lanes", "", i => links.Lanes[i]),
                    AssetColumn.Numbers("speed", "m/s", i => links.FreeSpeed[i]),
                    AssetColumn.Numbers("capacity", "1/s", i => links.Capacity[i]),
                    AssetColumn.Numbers("storage", "", i => links.Storage[i]),
                    AssetColumn.Numbers("green", "", i => links.GreenShare[i]),
                    AssetColumn.Texts("from", i => nodes.Ids[links.From[i]]),
                    AssetColumn.Texts("to", i => nodes.Ids[links.To[i]]),
                ],
            };
        }
        if (nodes.Count > 0)
            yield return new()
            {
                Type = AssetTypes.RoadNode,
                Ids = nodes.Ids,
                Source = [.. Enumerable.Range(0, nodes.Count)],
                Longitude = nodes.Longitude,
                Latitude = nodes.Latitude,
                Columns = [AssetColumn.Numbers("links_in", "", i => network.In(i).Length), AssetColumn.Numbers("links_out", "", i => network.Out(i).Length)],
            };
    }

    /// <summary>The line of a link in degrees; null when it is not drawn and a node of it has no place.</summary>
    public static LineString? LineOf(RoadNetwork network, int link)
    {
        if (network.Links.Course[link] is { } course)
        {
            var line = new Coordinate[course.Length / 2];
            for (var i = 0; i < line.Length; i++) line[i] = new(course[2 * i], course[2 * i + 1]);
            return new(line);
        }
        var (from, to, nodes) = (network.Links.From[link], network.Links.To[link], network.Nodes);
        return double.IsNaN(nodes.Longitude[from] + nodes.Longitude[to]) ? null
            : new([new(nodes.Longitude[from], nodes.Latitude[from]), new(nodes.Longitude[to], nodes.Latitude[to])]);
    }

    private static (double[] X, double[] Y) Middles(RoadNetwork network)
    {
        var (x, y) = (new double[network.Links.Count], new double[network.Links.Count]);
        for (var link = 0; link < x.Length; link++)
        {
            (x[link], y[link]) = (double.NaN, double.NaN);
            if (LineOf(network, link) is not { } line) continue;
            var middle = line.Length > 0 ? new LengthIndexedLine(line).ExtractPoint(line.Length / 2) : line.GetCoordinateN(0);
            (x[link], y[link]) = (middle.X, middle.Y);
        }
        return (x, y);
    }
}
