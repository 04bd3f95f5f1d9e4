using DigitalTwin.Mobility.Roads;
using static DigitalTwin.Mobility.Tests.Osm.MadeOsm;

namespace DigitalTwin.Mobility.Tests.Osm;

public class OsmRoadTests
{
    [Fact]
    public void Ways_are_cut_where_they_meet_and_nowhere_else()
    {
        // The street 1-2-3 is met by 2-5-8 at its middle; 5 is a bend without a junction.
        var network = Network(Clean(Lattice, Way(10, [1, 2, 3], ("highway", "residential")), Way(11, [2, 5, 8], ("highway", "residential"))));
        Assert.Equal(["W10-1.f", "W10-1.b", "W10-2.f", "W10-2.b", "W11.f", "W11.b"], network.Links.Ids);
        Assert.Equal(["n1", "n2", "n3", "n8"], network.Nodes.Ids);
        Assert.Equal(6, network.Links.Course[4]!.Length);
        Assert.Equal(network.Links.Length[4], network.Links.Length[5]);
    }

    [Theory]
    [InlineData("motorway", RoadClass.Motorway, 100)]
    [InlineData("trunk", RoadClass.Trunk, 80)]
    [InlineData("primary", RoadClass.Primary, 60)]
    [InlineData("secondary", RoadClass.Secondary, 50)]
    [InlineData("tertiary", RoadClass.Tertiary, 40)]
    [InlineData("unclassified", RoadClass.Residential, 30)]
    [InlineData("residential", RoadClass.Residential, 30)]
    [InlineData("living_street", RoadClass.Service, 20)]
    [InlineData("service", RoadClass.Service, 20)]
    [InlineData("trunk_link", RoadClass.Trunk, 48)]
    public void Highways_have_their_class_and_its_speed(string highway, RoadClass road, double speed)
    {
        var links = Network(Clean(Lattice, Way(10, [1, 2], ("highway", highway)))).Links;
        Assert.Equal(road, links.Class[0]);
        Assert.Equal(speed / 3.6, links.FreeSpeed[0], 1e-12);
    }

    [Theory]
    [InlineData("oneway", "yes", "1>2")]
    [InlineData("oneway", "-1", "2>1")]
    [InlineData("oneway", "no", "1>2 2>1")]
    [InlineData("oneway", "reversible", "1>2 2>1")]
    [InlineData("junction", "roundabout", "1>2")]
    [InlineData("oneway:bicycle", "no", "1>2 2>1")]
    public void A_way_is_driven_as_its_tags_say(string key, string value, string driven)
    {
        var network = Network(Clean(Lattice, Way(10, [1, 2], ("highway", "residential"), (key, value))));
        Assert.Equal(driven, string.Join(' ', network.Links.From.Zip(network.Links.To, (a, b) => $"{network.Nodes.Ids[a][1..]}>{network.Nodes.Ids[b][1..]}")));
    }

    [Fact]
    public void A_motorway_is_one_way_unless_it_says_otherwise()
    {
        Assert.Equal(["W10"], Network(Clean(Lattice, Way(10, [1, 2], ("highway", "motorway")))).Links.Ids);
        Assert.Equal(2, Network(Clean(Lattice, Way(10, [1, 2], ("highway", "motorway"), ("oneway", "no")))).Links.Count);
    }

    [Theory]
    [InlineData("50", 50)]
    [InlineData("30 mph", 48.28032)]
    [InlineData("CN:urban", 50)]
    [InlineData("CN:motorway", 120)]
    [InlineData("DE:zone:30", 30)]
    [InlineData("FR:zone30", 30)]
    [InlineData("walk", 7)]
    [InlineData("none", 120)]
    [InlineData("signals", 60)]
    public void A_speed_limit_has_many_forms(string text, double speed) =>
        Assert.Equal(speed / 3.6, Network(Clean(Lattice, Way(10, [1, 2], ("highway", "primary"), ("maxspeed", text)))).Links.FreeSpeed[0], 1e-9);

    [Fact]
    public void Limits_and_lanes_can_differ_by_direction()
    {
        var links = Network(Clean(Lattice, Way(10, [1, 2],
            ("highway", "primary"), ("lanes", "3"), ("lanes:backward", "1"), ("maxspeed:forward", "60"), ("maxspeed:backward", "40")))).Links;
        Assert.Equal([2.0, 1], links.Lanes);
        Assert.Equal([60 / 3.6, 40 / 3.6], links.FreeSpeed);
    }

    [Theory]
    [InlineData("4", "no", 2)]
    [InlineData("3", "no", 1.5)]
    [InlineData("1", "no", 0.5)]
    [InlineData("3", "yes", 3)]
    public void Lanes_of_both_directions_are_shared_and_those_of_one_are_not(string lanes, string oneway, double each) =>
        Assert.Equal(each, Network(Clean(Lattice, Way(10, [1, 2], ("highway", "tertiary"), ("lanes", lanes), ("oneway", oneway)))).Links.Lanes[0]);

    [Theory]
    [InlineData("access", "no", true)]
    [InlineData("access", "private", true)]
    [InlineData("motor_vehicle", "no", true)]
    [InlineData("vehicle", "private", true)]
    [InlineData("access", "destination", false)]
    [InlineData("bicycle", "no", false)]
    public void Ways_that_cars_may_not_drive_are_no_roads(string key, string value, bool isClosed) =>
        Assert.Equal(isClosed ? 1 : 2, Clean(Lattice, Way(10, [1, 2], ("highway", "service")), Way(11, [2, 3], ("highway", "service"), (key, value))).Streets.Streets.Count);

    [Fact]
    public void The_most_specific_access_decides() =>
        Assert.Single(Clean(Lattice, Way(10, [1, 2], ("highway", "service"), ("access", "no"), ("motor_vehicle", "yes"))).Streets.Streets);

    [Fact]
    public void A_signal_stops_all_that_arrive_unless_it_is_for_one_direction()
    {
        var network = Network(Clean(Lattice.Replace(Node(5, 114.401, 30.501), Node(5, 114.401, 30.501, ("highway", "traffic_signals"))), Way(10, [4, 5, 6], ("highway", "primary")), Way(11, [2, 5, 8], ("highway", "residential"))));
        Assert.Equal([0.45, 1, 1, 0.45, 0.45, 1, 1, 0.45], network.Links.GreenShare);
        var oneSided = Network(Clean(Lattice.Replace(Node(5, 114.401, 30.501), Node(5, 114.401, 30.501, ("highway", "traffic_signals"), ("traffic_signals:direction", "forward"))), Way(10, [4, 5, 6], ("highway", "primary"))));
        Assert.Equal([0.45, 1, 1, 1], oneSided.Links.GreenShare);
    }

    // A crossroads: way 10 from the west, 11 to the east, 12 to the north, 13 to the south, all meeting at 5.
    private static string Crossing(string restriction) => string.Concat(Lattice, Way(10, [4, 5], ("highway", "primary")), Way(11, [5, 6], ("highway", "primary")), Way(12, [5, 8], ("highway", "primary")), Way(13, [5, 2], ("highway", "primary")),
        Relation(20, [("way", 10, "from"), ("node", 5, "via"), ("way", 12, "to")], ("type", "restriction"), ("restriction", restriction)));

    private static string Banned(string elements)
    {
        var network = Network(Clean(elements));
        return string.Join(' ', network.BannedTurns.Select(t => $"{network.Links.Ids[t.From]}>{network.Links.Ids[t.To]}"));
    }

    [Theory]
    [InlineData("no_left_turn", "W10.f>W12.f")]
    [InlineData("only_left_turn", "W10.f>W10.b W10.f>W11.f W10.f>W13.f")]
    public void A_restriction_bans_its_turn_and_an_obligation_all_others(string restriction, string banned) => Assert.Equal(banned, Banned(Crossing(restriction)));

    [Fact]
    public void A_no_u_turn_bans_the_way_back() =>
        Assert.Equal("W10.f>W10.b", Banned(Crossing("no_u_turn").Replace("ref=\"12\" role=\"to\"", "ref=\"10\" role=\"to\"")));

    [Fact]
    public void Restrictions_of_the_whole_way_hold_for_its_piece_at_the_node()
    {
        // 10 runs on beyond the crossing; the piece that arrives from the west is the one that is meant, and so is the one from the east.
        var banned = Banned(string.Concat(Lattice, Way(10, [4, 5, 6], ("highway", "primary"), ("oneway", "yes")), Way(12, [5, 8], ("highway", "primary")),
            Relation(20, [("way", 10, "from"), ("node", 5, "via"), ("way", 12, "to")], ("type", "restriction"), ("restriction", "no_left_turn"))));
        Assert.Equal("W10-1>W12.f", banned);
    }

    [Fact]
    public void What_does_not_concern_cars_now_is_counted_and_passed_over()
    {
        var (extract, problems) = Read(Document(Lattice, Way(10, [4, 5], ("highway", "primary")), Way(12, [5, 8], ("highway", "primary")), Way(14, [1, 2], ("highway", "footway")), Way(15, [2, 3], ("building", "yes")),
            Relation(20, [("way", 10, "from"), ("way", 14, "via"), ("way", 12, "to")], ("type", "restriction"), ("restriction", "no_left_turn")),
            Relation(21, [("way", 10, "from"), ("node", 5, "via"), ("way", 12, "to")], ("type", "restriction"), ("restriction:hgv", "no_left_turn")),
            Relation(22, [("way", 10, "from"), ("node", 5, "via"), ("way", 12, "to")], ("type", "restriction"), ("restriction", "no_left_turn"), ("except", "bus;motorcar"))));
        Assert.Empty(problems);
        Assert.Empty(extract!.Streets.Banned);
        Assert.Equal(["restrictions of turns between ways that are no roads here", "restrictions of turns for other vehicles", "restrictions of turns that except cars", "ways that are neither roads nor places to park", "ways with highway=footway"], extract.Tally.Ignored.Keys);
        Assert.Equal((9, 4, 3), (extract.Tally.Nodes, extract.Tally.Ways, extract.Tally.Relations));
    }

    [Fact]
    public void Names_are_known_by_their_script()
    {
        var street = Clean(Lattice, Way(10, [1, 2], ("highway", "primary"), ("name", "珞喻路"), ("name:en", "Luoyu Road"))).Streets.Streets[0];
        Assert.Equal(("Luoyu Road", "珞喻路"), (street.Name, street.NameZh));
        street = Clean(Lattice, Way(10, [1, 2], ("highway", "primary"), ("name", "High Street"))).Streets.Streets[0];
        Assert.Equal(("High Street", ""), (street.Name, street.NameZh));
    }

    [Fact]
    public void The_order_of_elements_in_the_file_does_not_matter()
    {
        string[] elements = [Lattice, Way(10, [1, 2, 3], ("highway", "residential")), Way(11, [2, 5, 8], ("highway", "residential"), ("parking:both", "lane"))];
        var (there, back) = (Clean(elements), Clean([.. elements.Reverse()]));
        Assert.Equal(there.Streets.Streets.Select(s => s.Id).Order(), back.Streets.Streets.Select(s => s.Id).Order());
        Assert.Equal(there.Kerbs.Count, back.Kerbs.Count);
    }
}
