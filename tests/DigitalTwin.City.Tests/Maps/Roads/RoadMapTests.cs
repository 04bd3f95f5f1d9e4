using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Maps;
using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Cities.Tests.Maps.Roads;

public class RoadMapTests
{
    private static Folder Map(string streets = MadeStreets.Crossroads, string roads = "streets.geojson") =>
        new Folder().With("streets.geojson", streets).With("city.yaml", $"name: streets\nplace: {{ lon: 114.41, lat: 30.5 }}\nroads: {roads}\n");

    [Fact]
    public void Links_and_nodes_are_assets_like_all_others()
    {
        using var folder = Map();
        var (city, problems) = folder.Load();
        Assert.Empty(problems);
        var link = city.Assets[city.Assets.Find(AssetId.Parse("road/link/S-1.b"))];
        Assert.Equal(new AssetValue("speed", "m/s", 60 / 3.6, null), link.Attributes.Single(a => a.Name == "speed"));
        Assert.Equal("primary", link.Attributes.Single(a => a.Name == "class").Text);
        Assert.Equal(114.405, link.Place!.X, 1e-9);
        Assert.Equal(6, city.Assets.OfType(AssetTypes.RoadLink)!.Count);
        Assert.Equal("road/node/N-7", city.Assets[city.Assets.Nearest(114.4101, 30.5001, AssetTypes.RoadNode)[0].Asset].Id.ToString());
        Assert.Contains(city.Assumptions, a => a == "Of 6 links, some do not say their speed (3), lanes (4), capacity (5), storage (5), green share (2); those are taken from their class, lanes and length.");
    }

    [Fact]
    public void What_a_map_takes_as_default_is_its_own_and_enters_the_hash()
    {
        using var folder = Map();
        var hash = folder.Load().City.ContentHash;
        folder.With("city.yaml", "name: streets\nplace: { lon: 114.41, lat: 30.5 }\nroads: { file: streets.geojson }\n");
        Assert.Equal(hash, folder.Load().City.ContentHash);
        folder.With("city.yaml", "name: streets\nplace: { lon: 114.41, lat: 30.5 }\nroads: { file: streets.geojson, side: left, jam-spacing: 6 m, green: 0.5, defaults: { primary: { speed: 20 m/s, lanes: 4, saturation: 1900 } } }\n");
        var city = folder.Load().City;
        Assert.NotEqual(hash, city.ContentHash);
        Assert.Equal(DrivingSide.Left, city.RoadReport!.Defaults.Side);
        Assert.Equal(20, city.Roads!.Links.FreeSpeed[2], 1e-12);
        Assert.Equal(4 * 1900 / 3600.0, city.Roads.Links.Capacity[2], 1e-12);
        Assert.Equal(city.Roads.Links.Length[2] * 4 / 6, city.Roads.Links.Storage[2], 1e-9);
        Assert.Equal(0.5, city.Roads.Links.GreenShare[0]);
    }

    [Fact]
    public void The_report_counts_measures_and_doubts()
    {
        using var folder = Map();
        var (city, problems) = folder.Load();
        var info = MapInfo.Of(city, problems);
        Assert.Equal((5, 6, 1, 3, 4), (info.Roads!.Nodes, info.Roads.Links, info.Roads.Signals, info.Roads.BannedTurns, info.Roads.DeadEnds));
        Assert.Equal([RoadClass.Primary, RoadClass.Residential], info.Roads.Classes.Select(c => c.Class));
        // S-1 is the largest part. S-3 only leads in; S-2, where nobody may turn back, and S-4 only lead out, and so does S-3, which may not turn into S-1.
        Assert.Equal((2, 3), (info.Roads.NotReached, info.Roads.NoReturn));
        Assert.Contains("2 of 6 links cannot be driven from the largest part of the network, 'S-2.b' among them.", info.Findings.Select(f => f.Sentence));
        var text = string.Join('\n', MapInfoText.Lines(info));
        Assert.Contains("  roads      6 links between 5 nodes: 6.1 km, 10.9 lane-km; 1 signal, 3 banned turns, 4 dead ends", text, StringComparison.Ordinal);
        Assert.NotEmpty(Cities.Maps.MapPicture.Draw(city));
    }

    [Fact]
    public void Streets_that_cross_or_nearly_touch_without_a_node_are_told()
    {
        // S-4 now ends 3 m north of the crossroads, and S-5 crosses S-1 in its middle; S-6 does so on a bridge.
        var streets = MadeStreets.Crossroads.TrimEnd()[..^2].Replace("[[114.41,30.51],[114.41,30.50]]", "[[114.41,30.51],[114.41,30.500027]]")
            + """
            ,
            {"type":"Feature","id":"S-5","properties":{"class":"side"},"geometry":{"type":"LineString","coordinates":[[114.405,30.495],[114.405,30.505]]}},
            {"type":"Feature","id":"S-6","properties":{"class":"side","layer":1},"geometry":{"type":"LineString","coordinates":[[114.402,30.495],[114.402,30.505]]}}]}
            """;
        using var folder = Map(streets);
        var (city, problems) = folder.Load();
        Assert.Equal(
            [
                "1 pair of streets cross or touch without a node, 'S-1' and 'S-5' at (114.405000, 30.500000) among them; no one can turn there. Streets are cut at junctions; a bridge has its own 'layer'.",
                "1 pair of nodes nearly touch but are not joined, 'N-7' and 'N-5' 3.00 m apart among them; ends up to 0.5 m apart are one node ('snap').",
            ],
            problems.Select(p => p.Sentence));
        Assert.Equal(0, city.RoadReport!.SnappedEnds);
        folder.With("city.yaml", "name: streets\nplace: { lon: 114.41, lat: 30.5 }\nroads: { file: streets.geojson, snap: 5 m }\n");
        var joined = folder.Load().City;
        Assert.Equal(1, joined.RoadReport!.SnappedEnds);
        Assert.Equal(3.0, joined.RoadReport.FarthestSnap, 0.01);
        Assert.Equal("N-7", joined.Roads!.Nodes.Ids[joined.Roads.Links.From[joined.Roads.FindLink("S-4")]]);
    }
}
