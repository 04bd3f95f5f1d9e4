using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Cities.Tests.Maps.Roads;

public class RoadGeoJsonTests
{
    private static readonly string[] Links = ["S-1.f", "S-1.b", "S-2.f", "S-2.b", "S-3", "S-4"];

    [Fact]
    public void A_two_way_street_is_two_links_and_a_one_way_street_one()
    {
        var (network, _, problems) = MadeStreets.Build(MadeStreets.Crossroads);
        Assert.Empty(problems);
        Assert.Equal(Links, network.Links.Ids);
        Assert.Equal(["N-7", "N-1", "N-2", "N-3", "N-4"], network.Nodes.Ids);
        var (from, to) = (network.Links.From, network.Links.To);
        Assert.Equal((1, 0), (from[0], to[0]));
        Assert.Equal((0, 1), (from[1], to[1]));
        Assert.Equal((3, 0), (from[4], to[4]));
        // Against the drawing: S-4 is drawn from the north to the node, and driven from the node to the north.
        Assert.Equal((0, 4), (from[5], to[5]));
        // S-2 may not be turned into from itself, at either end, and S-1 not from the south.
        Assert.Equal([(2, 3), (3, 2), (4, 1)], network.BannedTurns);
    }

    [Fact]
    public void What_is_said_is_taken_and_the_rest_comes_from_the_class()
    {
        var (network, report, _) = MadeStreets.Build(MadeStreets.Crossroads);
        var links = network.Links;
        Assert.Equal([3.0, 2, 2, 2, 1, 1], links.Lanes);
        Assert.Equal(60 / 3.6, links.FreeSpeed[0]);
        Assert.Equal(30 * 1609.344 / 3600, links.FreeSpeed[5], 1e-12);
        Assert.Equal(3 * 1800 / 3600.0, links.Capacity[0], 1e-12);
        Assert.Equal(600 / 3600.0, links.Capacity[4]);
        Assert.Equal(40, links.Storage[4]);
        Assert.Equal(links.Length[0] * 3 / 7.5, links.Storage[0], 1e-9);
        // The signal's share holds for every street that ends there and says nothing itself, and for no other.
        Assert.Equal([0.45, 1, 1, 0.45, 0.3, 1], links.GreenShare);
        Assert.Equal(new DefaultUses(Speed: 3, Lanes: 4, Capacity: 5, Storage: 5, GreenShare: 2), report.Uses);
        Assert.Equal("Ginkgo Avenue", links.Names[1]);
        Assert.Equal("银杏大道", links.NamesZh![1]);
        Assert.Equal(958.1, links.Length[0], 0.1);
    }

    [Fact]
    public void A_course_runs_in_the_direction_of_travel()
    {
        var links = MadeStreets.Build(MadeStreets.Crossroads).Network.Links;
        Assert.Null(links.Course[0]);
        Assert.Equal([114.41, 30.50, 114.415, 30.501, 114.42, 30.50], links.Course[2]!);
        Assert.Equal([114.42, 30.50, 114.415, 30.501, 114.41, 30.50], links.Course[3]!);
    }

    [Fact]
    public void The_streets_of_an_older_synthetic_map_stay_readable()
    {
        var links = MadeStreets.Build("""{"type":"FeatureCollection","features":[{"type":"Feature","id":"S-1","properties":{"class":"main"},"geometry":{"type":"LineString","coordinates":[[114.40,30.50],[114.41,30.50]]}},{"type":"Feature","id":"S-2","properties":{"class":"side"},"geometry":{"type":"LineString","coordinates":[[114.41,30.50],[114.42,30.50]]}}]}""").Network.Links;
        Assert.Equal([RoadClass.Secondary, RoadClass.Secondary, RoadClass.Residential, RoadClass.Residential], links.Class);
    }
}
