using DigitalTwin.Mobility.Osm;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using static DigitalTwin.Mobility.Tests.Osm.MadeOsm;

namespace DigitalTwin.Mobility.Tests.Osm;

/// <summary>What real extracts hold and no one would draw by hand: none of it stops an import, and all of it is counted.</summary>
public class OddOsmTests
{
    private static (RoadNetwork Network, ProblemList Problems) Built(OsmExtract extract)
    {
        var problems = new ProblemList();
        return (RoadBuilder.Build(extract.Streets, RoadDefaults.Standard, "town.osm", problems, out _), problems);
    }

    [Fact]
    public void Two_nodes_on_one_place_are_joined_by_a_street_as_short_as_streets_are()
    {
        // 2 and 20 lie on one place; two ways meet at each, so that the piece between them has no length and yet is the only way on.
        var extract = Clean(Lattice, Node(20, 114.401, 30.500), Way(10, [1, 2, 20, 3], ("highway", "residential")), Way(11, [2, 5], ("highway", "residential")), Way(12, [20, 8], ("highway", "residential")));
        var (network, problems) = Built(extract);
        Assert.Empty(problems);
        Assert.Equal(1, new RoadConnectivity(network).Parts);
        Assert.Equal(WaySplitter.ShortestPiece, network.Links.Length[network.FindLink("W10-2.f")]);
        Assert.Equal(1, extract.Tally.Kept["streets without a length, taken to be 0.1 m long"]);
    }

    [Fact]
    public void A_restriction_into_a_street_too_short_to_be_one_goes_with_it()
    {
        var extract = Clean(Lattice, Node(20, 114.401, 30.5010010), Way(10, [4, 5], ("highway", "residential")), Way(11, [5, 6], ("highway", "residential")), Way(15, [5, 20, 5], ("highway", "service")),
            Relation(30, [("way", 10, "from"), ("node", 5, "via"), ("way", 15, "to")], ("type", "restriction"), ("restriction", "no_right_turn")));
        var (network, problems) = Built(extract);
        Assert.DoesNotContain(problems, p => p.Severity == Severity.Error);
        Assert.Equal((4, 0), (network.Links.Count, network.BannedTurns.Count));
    }

    [Fact]
    public void A_no_u_turn_on_a_way_that_runs_on_bans_turning_round_and_not_driving_on()
    {
        var extract = Clean(Lattice, Way(10, [4, 5, 6], ("highway", "primary")), Way(12, [5, 8], ("highway", "primary")),
            Relation(30, [("way", 10, "from"), ("node", 5, "via"), ("way", 10, "to")], ("type", "restriction"), ("restriction", "no_u_turn")));
        var network = Network(extract);
        Assert.Equal(["W10-1.f>W10-1.b", "W10-2.b>W10-2.f"], network.BannedTurns.Select(t => $"{network.Links.Ids[t.From]}>{network.Links.Ids[t.To]}"));
    }

    [Theory]
    [InlineData("no_right_turn_on_red", "Warning 18:2 The relation 30 has restriction=no_right_turn_on_red, which bans no turn outright; it is left out.")]
    [InlineData("no_lef_turn", "Warning 18:2 The relation 30 has restriction=no_lef_turn, which is no restriction; it is left out. Did you mean 'no_left_turn'?")]
    public void A_restriction_that_is_none_bans_nothing(string restriction, string sentence) =>
        Assert.Equal(sentence, Remark(Document(Lattice, Way(10, [4, 5], ("highway", "primary")), Way(11, [5, 6], ("highway", "primary")), Way(12, [5, 8], ("highway", "primary")), Way(13, [5, 2], ("highway", "primary")), "\n",
            Relation(30, [("way", 10, "from"), ("node", 5, "via"), ("way", 12, "to")], ("type", "restriction"), ("restriction", restriction)))));

    [Fact]
    public void A_restriction_with_hours_of_the_older_kind_does_not_hold_all_day()
    {
        var extract = Clean(Lattice, Way(10, [4, 5], ("highway", "primary")), Way(12, [5, 8], ("highway", "primary")),
            Relation(30, [("way", 10, "from"), ("node", 5, "via"), ("way", 12, "to")], ("type", "restriction"), ("restriction", "no_left_turn"), ("hour_on", "07:00"), ("hour_off", "09:00")));
        Assert.Empty(extract.Streets.Banned);
    }

    [Theory]
    [InlineData("oneway:motorcar", "yes", StreetDirection.Forward)]
    [InlineData("motor_vehicle:backward", "no", StreetDirection.Forward)]
    [InlineData("vehicle:forward", "no", StreetDirection.Backward)]
    [InlineData("motorcar:backward", "private", StreetDirection.Forward)]
    [InlineData("access:backward", "no", StreetDirection.Forward)]
    [InlineData("bicycle:backward", "no", StreetDirection.Both)]
    public void A_direction_that_cars_may_not_drive_has_no_link(string key, string value, StreetDirection direction) =>
        Assert.Equal(direction, Clean(Lattice, Way(10, [1, 2], ("highway", "residential"), (key, value))).Streets.Streets[0].Direction);

    [Fact]
    public void A_street_that_may_be_driven_in_neither_direction_is_none() =>
        Assert.Single(Clean(Lattice, Way(10, [1, 2], ("highway", "residential")), Way(11, [2, 3], ("highway", "residential"), ("oneway", "yes"), ("vehicle:forward", "no"))).Streets.Streets);

    [Theory]
    [InlineData("agricultural;forestry", 1)]
    [InlineData("psv; emergency", 1)]
    [InlineData("private;customers", 2)]
    public void A_list_of_access_closes_a_way_when_all_of_it_does(string access, int streets) =>
        Assert.Equal(streets, Clean(Lattice, Way(10, [1, 2], ("highway", "residential")), Way(11, [2, 3], ("highway", "residential"), ("access", access))).Streets.Streets.Count);

    [Theory]
    [InlineData("RU:urban", 60)]
    [InlineData("DE:urban", 50)]
    [InlineData("IT:urban", 50)]
    [InlineData("US:urban", 30)]
    public void What_urban_means_is_the_country_s_to_say(string text, double speed) =>
        Assert.Equal(speed / 3.6, Network(Clean(Lattice, Way(10, [1, 2], ("highway", "residential"), ("maxspeed", text)))).Links.FreeSpeed[0], 1e-9);

    [Fact]
    public void What_is_wrong_with_the_file_is_told_once_however_often_it_is_read()
    {
        // An area of several ways is why the ways are read a second time.
        var (_, problems) = Read(Document(Lattice, Way(10, [1, 2], ("highway", "residential")), Way(11, [4, 5, 8], ("source", "a"), ("source", "b")), Way(12, [8, 7, 4]),
            Relation(30, [("way", 11, "outer"), ("way", 12, "outer")], ("type", "multipolygon"), ("amenity", "parking"))).Replace("version=\"0.6\"", "version=\"0.5\""));
        Assert.Equal(
            ["The file has the version '0.5' of OSM's format; it is read as 0.6.", "The way 11 has the tag 'source' twice; the first counts."], problems.Select(p => p.Sentence));
    }

    [Fact]
    public void A_speed_that_is_none_is_told_whichever_way_the_street_is_driven() =>
        Assert.Equal("Warning 13:2 The way 10 has maxspeed=fast, which is no speed (km/h, or with mph); the speed of its class is taken.",
            Remark(Document(Lattice, Way(10, [1, 2], ("highway", "residential"), ("oneway", "reverse"), ("maxspeed", "fast")))));

    [Fact]
    public void Every_way_of_the_file_is_a_road_a_place_to_park_or_said_to_be_ignored()
    {
        var (extract, _) = Read(Document(Lattice, Way(10, [1, 2], ("highway", "residential")), Way(11, [2, 3], ("highway", "footway")), Way(12, [4, 5, 8, 4], ("building", "yes")), Way(13, [4, 5, 8, 4], ("amenity", "parking")),
            Way(14, [1], ("highway", "residential")), Way(15, [98, 99], ("highway", "residential")), Way(16, [1, 4], ("highway", "service"), ("access", "no")), Way(10, [1, 4], ("highway", "service")),
            Way(17, [1, 4], ("highway", "service")).Replace("<way id", "<way action=\"delete\" id"), Way(18, [], ("highway", "service")).Replace("id=\"18\"", "id=\"x\"")));
        var tally = extract!.Tally;
        Assert.Equal(10, tally.Ways);
        Assert.Equal(1, tally.Kept["ways that are roads"]);
        Assert.Equal(1, tally.Kept["ways that are places to park"]);
        Assert.Equal(tally.Ways, tally.Kept["ways that are roads"] + tally.Kept["ways that are places to park"] + tally.Ignored.Where(i => i.Key.Contains("ways", StringComparison.Ordinal)).Sum(i => i.Value));
    }
}
