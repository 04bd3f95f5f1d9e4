using System.Text;
using DigitalTwin.Mobility.Osm;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;
using static DigitalTwin.Mobility.Tests.Osm.MadeOsm;

namespace DigitalTwin.Mobility.Tests.Osm;

/// <summary>Broken inputs: each gets its sentence, with the place of the element.</summary>
public class BrokenOsmTests
{
    private static readonly string Road = Way(10, [1, 2, 3], ("highway", "residential"));

    private static string With(params string[] more) => Remark(Document([Lattice, Road, .. more]));

    [Fact]
    public void A_way_with_dangling_references_ends_where_its_nodes_do()
    {
        Assert.Equal("Warning 14:2 1 road refers to 2 nodes that the file does not have, the way 11 among them; it ends where its nodes do.", With(Way(11, [2, 5, 98, 99, 8, 9], ("highway", "residential"))));
        var (extract, _) = Read(Document(Lattice, Road, Way(11, [2, 5, 98, 8, 9], ("highway", "residential"))));
        Assert.Equal(["W10-1", "W10-2", "W11-1", "W11-2"], extract!.Streets.Streets.Select(s => s.Id));
    }

    [Theory]
    [InlineData("oneway", "sometimes", "has oneway=sometimes, which is none of yes, no, -1, reversible; it is taken as two-way.")]
    [InlineData("maxspeed", "fast", "has maxspeed=fast, which is no speed (km/h, or with mph); the speed of its class is taken.")]
    [InlineData("maxspeed", "-50", "has maxspeed=-50, which is no speed (km/h, or with mph); the speed of its class is taken.")]
    [InlineData("lanes", "many", "has lanes=many, which is no number of lanes from 1 to 20; it is not read.")]
    [InlineData("parking:both", "lanes", "has parking:right=lanes, which is none of lane, street_side, on_kerb, half_on_kerb, shoulder, separate, no; it is left out. Did you mean 'lane'?")]
    public void A_tag_that_cannot_be_read_counts_as_not_said(string key, string value, string sentence)
    {
        var remarks = Read(Document(Lattice, Road, Way(11, [2, 5], ("highway", "residential"), (key, value)))).Problems;
        Assert.Equal($"Warning 14:2 The way 11 {sentence}", $"{remarks[0].Severity} {remarks[0].Line}:{remarks[0].Column} {remarks[0].Sentence}");
        Assert.Equal(key.StartsWith("parking", StringComparison.Ordinal) ? 2 : 1, remarks.Count);
    }

    [Fact]
    public void Lanes_that_contradict_each_other_are_told()
    {
        Assert.Equal("Warning 14:2 The way 11 has lanes=3, but lanes:forward=2 and lanes:backward=2; the latter are taken.",
            With(Way(11, [2, 5], ("highway", "primary"), ("lanes", "3"), ("lanes:forward", "2"), ("lanes:backward", "2"))));
        Assert.Equal("Warning 14:2 The way 11 is two-way and has lanes=2, which leaves 0 lanes to one direction; one is taken.",
            With(Way(11, [2, 5], ("highway", "primary"), ("lanes", "2"), ("lanes:forward", "2"))));
    }

    [Fact]
    public void Ids_that_stand_twice_are_told()
    {
        Assert.Equal("Warning 14:2 The way 10 stands here a second time; the first, in line 13, counts.", With(Way(10, [1, 2], ("highway", "primary"))));
        Assert.Equal("Warning 14:2 The node 2 stands here a second time, at another place; the first counts.", With(Node(2, 114.5, 30.6)));
    }

    [Fact]
    public void A_way_that_stays_at_one_node_is_no_road_and_is_counted_as_that()
    {
        Assert.Equal("Warning 14:2 The way 11 has 1 node, where a road has two or more; it is left out.", With(Way(11, [2, 2], ("highway", "service"))));
        Assert.Equal(1, Read(Document(Lattice, Road, Way(11, [2, 2], ("highway", "service")))).Extract!.Tally.Ignored["ways of fewer than two nodes"]);
    }

    [Fact]
    public void What_a_mistake_takes_with_it_has_no_sentence_of_its_own()
    {
        Assert.Equal("Warning 14:40 The way 11 has a <nd> without a whole number 'ref'; it is left out.", With(Way(11, [2], ("highway", "service")).Replace("<nd ref=\"2\"/>", "<nd ref=\"2\"/><nd ref=\"x\"/>")));
        var problem = Assert.Single(Read(Document(Lattice, Road, Node(77, 114.4, 130.5), Way(11, [2, 77], ("highway", "service")))).Problems);
        Assert.Equal("The node 77 lies at (114.4, 130.5), which is no longitude and latitude in degrees; it is left out of whatever it is part of.", problem.Sentence);
    }

    [Fact]
    public void Stays_that_are_no_time_are_told_once_with_the_first_of_them()
    {
        var lots = Way(20, [4, 5, 8, 7, 4], ("amenity", "parking"), ("maxstay", "long")) + Way(21, [5, 6, 9, 8, 5], ("amenity", "parking"), ("maxstay", "short"));
        Assert.Equal("Warning 14:2 2 places to park have a longest stay that is no time, and so none, the way 20 (maxstay=long) among them.", With(lots));
    }

    [Fact]
    public void A_way_of_one_node_is_no_road() =>
        Assert.Equal("Warning 14:2 The way 11 has 1 node, where a road has two or more; it is left out.", With(Way(11, [2], ("highway", "primary"))));

    [Fact]
    public void A_node_without_coordinates_or_off_the_earth_is_told()
    {
        var nodes = Lattice.Replace("<node id=\"9\" version=\"1\" lat=\"30.5020000\" lon=\"114.4020000\"", "<node id=\"9\" version=\"1\"");
        Assert.Contains(Read(Document(nodes, Way(10, [1, 2, 9], ("highway", "residential")))).Problems, p => p.Sentence == "The node 9 has no coordinates (lat, lon); it is left out of whatever it is part of.");
        nodes = Lattice.Replace("lat=\"30.5020000\" lon=\"114.4020000\"", "lat=\"114.4020000\" lon=\"30.5020000\"");
        Assert.Contains(Read(Document(nodes, Way(10, [1, 2, 9], ("highway", "residential")))).Problems, p => p.Sentence == "The node 9 lies at (30.502, 114.402), which is no longitude and latitude in degrees; it is left out of whatever it is part of.");
    }

    [Fact]
    public void Restrictions_that_make_no_sense_are_told()
    {
        (string, long, string)[] members = [("way", 10, "from"), ("node", 2, "via"), ("way", 11, "to")];
        var other = Way(11, [2, 5], ("highway", "residential"));
        Assert.Equal("Warning 15:2 The relation 20 is a restriction without 'via'; it is left out.", With(other, Relation(20, [members[0], members[2]], ("type", "restriction"), ("restriction", "no_left_turn"))));
        Assert.Equal("Warning 15:2 The relation 20 has restriction=left_turn, which is no restriction; it is left out. Did you mean 'no_left_turn'?", With(other, Relation(20, members, ("type", "restriction"), ("restriction", "left_turn"))));
        Assert.Equal("Warning 15:2 The relation 20 restricts a turn at node 7, where its ways do not meet; it is left out.", With(other, Relation(20, [members[0], ("node", 7, "via"), members[2]], ("type", "restriction"), ("restriction", "no_left_turn"))));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("5000000")]
    [InlineData("about 40")]
    public void A_capacity_that_cannot_be_is_estimated_instead(string capacity)
    {
        var document = Document(Lattice, Road, Node(70, 114.4012, 30.5008, ("amenity", "parking"), ("capacity", capacity)));
        Assert.Equal($"Warning 14:2 The node 70 has capacity={capacity}, which is no number of spaces from 0 to 100000; it is not read.", Remark(document));
        Assert.True(Assert.Single(Read(document).Extract!.Lots).IsCapacityEstimated);
    }

    [Fact]
    public void An_area_that_does_not_close_is_no_lot()
    {
        Assert.Equal("Warning 15:2 The relation 60 is a place to park whose ways do not close to a ring; it is left out.",
            With(Way(41, [5, 6, 9]), Relation(60, [("way", 41, "outer")], ("type", "multipolygon"), ("amenity", "parking"))));
        Assert.Equal("Warning 14:2 The relation 60 is a place to park made of ways that the file does not have, way 77 among them; it is left out.",
            With(Relation(60, [("way", 77, "outer")], ("type", "multipolygon"), ("amenity", "parking"))));
        Assert.Equal("Warning 14:2 The way 41 is a place to park with nodes that the file does not have; it is left out.", With(Way(41, [5, 6, 99, 5], ("amenity", "parking"))));
    }

    [Theory]
    [InlineData("", "Error 0:0 The file is empty; OSM XML begins with <osm>.")]
    [InlineData("<gpx version=\"1.1\"/>", "Error 1:2 The file begins with <gpx>; OSM XML begins with <osm>.")]
    [InlineData("<osmChange version=\"0.6\"/>", "Error 1:2 The file is a list of changes (osmChange), not a map; apply it to a map first.")]
    [InlineData("<!DOCTYPE osm [<!ENTITY a \"aaaa\">]>\n<osm version=\"0.6\"></osm>", "Error 0:0 The file has a document type (<!DOCTYPE …>); OSM XML has none, and none is read.")]
    [InlineData("<osm version=\"0.6\"></osm>", "Error 0:0 The file holds no way, and so no road.")]
    public void What_is_no_map_is_refused(string document, string sentence) => Assert.Equal(sentence, Remark(document));

    [Fact]
    public void A_file_that_is_cut_off_says_so()
    {
        var document = Document(Lattice, Road);
        Assert.Equal("The file ends in the middle of an element; it looks cut off.", Assert.Single(Read(document[..^40]).Problems).Sentence);
    }

    [Fact]
    public void Ways_that_nobody_drives_are_no_network() =>
        Assert.Equal("Error 0:0 None of the 1 ways of the file is a road that cars drive.", Remark(Document(Lattice, Way(10, [1, 2], ("highway", "footway")))));

    [Fact]
    public void Whatever_the_bytes_nothing_is_thrown()
    {
        var good = Encoding.UTF8.GetBytes(Document(Lattice, Road, Way(11, [2, 5, 8], ("highway", "primary"), ("lanes", "3"), ("parking:both", "lane")), Way(40, [4, 5, 8, 7, 4], ("amenity", "parking")),
            Relation(20, [("way", 10, "from"), ("node", 2, "via"), ("way", 11, "to")], ("type", "restriction"), ("restriction", "only_straight_on"))));
        for (var seed = 0UL; seed < 400; seed++)
        {
            var bytes = (byte[])good.Clone();
            var random = new KeyedRandom(seed);
            for (var k = 0UL; k < 1 + seed % 6; k++) bytes[random.Below(bytes.Length, 1, k)] = (byte)random.Below(256, 2, k);
            OsmReader.Read(() => new MemoryStream(bytes), "broken.osm", new(), new ProblemList());
        }
    }
}
