using DigitalTwin.Mobility.Osm;
using DigitalTwin.Mobility.Parking;
using static DigitalTwin.Mobility.Tests.Osm.MadeOsm;

namespace DigitalTwin.Mobility.Tests.Osm;

public class OsmParkingTests
{
    private static readonly string Road = Way(10, [1, 2, 3], ("highway", "residential")) + Way(11, [2, 5], ("highway", "service"));

    // A rectangle of about 48 m by 33 m between the lattice's nodes 1 and 5: nodes 31 to 34.
    private static readonly string Corners = Node(31, 114.4002, 30.5003) + Node(32, 114.4007, 30.5003) + Node(33, 114.4007, 30.5006) + Node(34, 114.4002, 30.5006);

    private static OsmLot Lot(params (string Key, string Value)[] tags) =>
        Assert.Single(Clean(Lattice, Corners, Road, Way(40, [31, 32, 33, 34, 31], [("amenity", "parking"), .. tags])).Lots);

    [Fact]
    public void A_lot_says_how_many_it_holds_or_its_area_does()
    {
        var said = Lot(("capacity", "52"), ("capacity:disabled", "2"), ("capacity:charging", "6"));
        Assert.Equal(("P-w40", 52, false, 2, 6), (said.Id, said.Capacity, said.IsCapacityEstimated, said.Disabled, said.Charging));
        var estimated = Lot();
        Assert.Equal(47.9 * 33.4, estimated.Area, 5.0);
        Assert.Equal((58, true), (estimated.Capacity, estimated.IsCapacityEstimated));
        Assert.Equal((114.40045, 30.50045), (Math.Round(estimated.Longitude, 6), Math.Round(estimated.Latitude, 6)));
    }

    [Theory]
    [InlineData("surface", OsmLotKind.Surface, 58)]
    [InlineData("underground", OsmLotKind.Underground, 46)]
    [InlineData("multi-storey", OsmLotKind.MultiStorey, 137)]
    [InlineData("street_side", OsmLotKind.Kerb, 116)]
    [InlineData("rooftop", OsmLotKind.Rooftop, 58)]
    public void Kinds_of_lots_need_different_areas(string parking, OsmLotKind kind, int spaces)
    {
        var lot = Lot(("parking", parking));
        Assert.Equal((kind, spaces), (lot.Kind, lot.Capacity));
    }

    [Fact]
    public void Storeys_count()
    {
        var lot = Lot(("parking", "multi-storey"), ("building:levels", "5"));
        Assert.Equal((5, 228), (lot.Levels, lot.Capacity));
    }

    [Fact]
    public void Defaults_can_be_overridden() =>
        Assert.Equal(80, Assert.Single(Read(Document(Lattice, Corners, Road, Way(40, [31, 32, 33, 34, 31], ("amenity", "parking"))), new OsmOptions { SurfaceArea = 20 }).Extract!.Lots).Capacity);

    [Fact]
    public void An_operators_words_are_kept()
    {
        var lot = Lot(("fee", "yes"), ("access", "customers"), ("maxstay", "2 hours"), ("opening_hours", "Mo-Fr 07:00-22:00; Sa,Su 09:00-20:00; PH off"), ("operator", "Guanggu Parking"), ("charge", "5 CNY/hour"));
        Assert.True(lot.HasFee);
        Assert.Equal(("", 7200.0), (lot.Access, lot.LongestStay));
        Assert.Equal([new WeekTime(0b011_1110, 7 * 3600, 22 * 3600), new WeekTime(0b100_0001, 9 * 3600, 20 * 3600)], lot.OpeningHours);
        Assert.Equal([new("operator", "Guanggu Parking"), new("charge", "5 CNY/hour")], lot.Others);
        Assert.Equal("residents", Lot(("access", "residents")).Access);
    }

    [Theory]
    [InlineData("24/7", true)]
    [InlineData("08:00-20:00", true)]
    [InlineData("Mo-Sa 06:00-24:00; Su off", true)]
    [InlineData("Fr-Mo 22:00-06:00", true)]
    [InlineData("Mo-Su 07:00-26:00", true)]
    [InlineData("Apr-Oct 08:00-20:00", false)]
    [InlineData("sunrise-sunset", false)]
    [InlineData("Mo-Fr 08:00+", false)]
    public void Hours_that_say_more_than_a_week_can_are_kept_as_text(string hours, bool isRead)
    {
        var (extract, problems) = Read(Document(Lattice, Corners, Road, Way(40, [31, 32, 33, 34, 31], ("amenity", "parking"), ("opening_hours", hours))));
        Assert.Equal(isRead ? [] : [$"One place to park has hours that say more than a week can: they are kept as text, and it is always open, the way 40 (opening_hours={hours})."], problems.Select(p => p.Sentence));
        Assert.Equal(isRead ? 0 : 1, extract!.Lots[0].Others.Count);
        Assert.Equal(isRead ? 0 : 1, extract.Tally.Ignored.GetValueOrDefault("opening hours that could not be read"));
    }

    [Theory]
    [InlineData("90 minutes", 5400)]
    [InlineData("1 day", 86400)]
    [InlineData("02:30", 9000)]
    [InlineData("none", double.PositiveInfinity)]
    public void The_longest_stay_has_many_forms(string text, double seconds) => Assert.Equal(seconds, Lot(("maxstay", text)).LongestStay);

    [Fact]
    public void A_lot_can_be_made_of_several_ways_with_a_hole()
    {
        var hole = Node(51, 114.4003, 30.5004) + Node(52, 114.4004, 30.5004) + Node(53, 114.4004, 30.5005) + Node(54, 114.4003, 30.5005);
        var lot = Assert.Single(Clean(Lattice, Corners, hole, Road, Way(41, [31, 32, 33]), Way(42, [31, 34, 33]), Way(43, [51, 52, 53, 54, 51]),
            Relation(60, [("way", 41, "outer"), ("way", 42, "outer"), ("way", 43, "inner")], ("type", "multipolygon"), ("amenity", "parking"))).Lots);
        Assert.Equal("P-r60", lot.Id);
        Assert.Equal([false, true], lot.Rings.Select(r => r.IsHole));
        Assert.Equal(Lot().Area - 9.58 * 11.12, lot.Area, 0.5);
    }

    [Fact]
    public void Entrances_find_their_lot_by_border_by_site_or_by_nearness()
    {
        var entrances = Node(32, 114.4007, 30.5003, ("amenity", "parking_entrance")) + Node(70, 114.4012, 30.5012, ("amenity", "parking_entrance")) + Node(71, 114.40025, 30.5007, ("amenity", "parking_entrance"));
        var extract = Clean(Lattice, Corners.Replace(Node(32, 114.4007, 30.5003), ""), entrances, Road, Way(40, [31, 32, 33, 34, 31], ("amenity", "parking"), ("parking", "underground")),
            Relation(60, [("way", 40, "parking"), ("node", 70, "entrance")], ("type", "site"), ("site", "parking")));
        Assert.Equal([(114.4007, 30.5003), (114.4012, 30.5012), (114.40025, 30.5007)], Assert.Single(extract.Lots).Entrances);
    }

    [Fact]
    public void An_entrance_alone_can_be_a_garage_and_a_point_a_lot()
    {
        var extract = Clean(Lattice, Road, Node(70, 114.4012, 30.5018, ("amenity", "parking_entrance"), ("parking", "underground"), ("capacity", "300")), Node(71, 114.4022, 30.5008, ("amenity", "parking"), ("name", "南广场停车场")),
            Node(72, 114.4092, 30.5008, ("amenity", "parking_entrance")));
        Assert.Equal([("P-n71", 20, true), ("P-n70", 300, false)], extract.Lots.Select(l => (l.Id, l.Capacity, l.IsCapacityEstimated)));
        Assert.Equal("南广场停车场", extract.Lots[0].NameZh);
        Assert.Equal(1, extract.Tally.Ignored["entrances that belong to no lot"]);
    }

    private static string Kerbs(params (string Key, string Value)[] tags) => string.Join(' ',
        Clean(Lattice, Way(10, [1, 2], [("highway", "residential"), .. tags])).Kerbs.Select(k => $"{k.Id[6..]}:{k.Orientation}:{k.Capacity}{(k.IsCapacityEstimated ? "?" : "")}"));

    // The street 1-2 is 95.8 m long; 5 m at either end are kept free.
    [Theory]
    [InlineData("parking:both", "lane", "", "", "right:Parallel:10? left:Parallel:10?")]
    [InlineData("parking:right", "street_side", "parking:right:orientation", "perpendicular", "right:Perpendicular:26?")]
    [InlineData("parking:left", "on_kerb", "parking:left:orientation", "diagonal", "left:Diagonal:19?")]
    [InlineData("parking:left", "lane", "parking:left:capacity", "7", "left:Parallel:7")]
    [InlineData("parking:both", "lane", "parking:left:restriction", "no_parking", "right:Parallel:10?")]
    [InlineData("parking:both", "no", "", "", "")]
    [InlineData("parking:right", "separate", "", "", "")]
    [InlineData("parking:lane:both", "parallel", "", "", "right:Parallel:10? left:Parallel:10?")]
    [InlineData("parking:lane:right", "perpendicular", "parking:lane:left", "no_stopping", "right:Perpendicular:26?")]
    [InlineData("parking:lane:right", "diagonal", "parking:condition:right", "no_parking", "")]
    public void Kerbs_are_read_by_the_new_tags_and_the_old(string key, string value, string key2, string value2, string expected) =>
        Assert.Equal(expected, Kerbs([(key, value), .. key2.Length == 0 ? Array.Empty<(string, string)>() : [(key2, value2)]]));

    [Fact]
    public void What_a_kerb_costs_and_for_whom_it_is_comes_along()
    {
        var kerb = Assert.Single(Clean(Lattice, Way(10, [1, 2], ("highway", "residential"), ("parking:right", "lane"), ("parking:right:fee", "yes"), ("parking:right:maxstay", "1 hour"), ("parking:right:access", "residents"),
            ("parking:right:fee:conditional", "no @ (Mo-Fr 20:00-08:00)"))).Kerbs);
        Assert.Equal((true, "residents", 3600.0), (kerb.HasFee, kerb.Access, kerb.LongestStay));
        Assert.Equal("no @ (Mo-Fr 20:00-08:00)", Assert.Single(kerb.Others).Value);
        var old = Clean(Lattice, Way(10, [1, 2], ("highway", "residential"), ("parking:lane:both", "parallel"), ("parking:condition:left", "residents"), ("parking:condition:right", "ticket"), ("parking:condition:right:maxstay", "2 h"))).Kerbs;
        Assert.Equal([(true, "", 7200.0), (false, "residents", double.PositiveInfinity)], old.Select(k => (k.HasFee!.Value, k.Access, k.LongestStay)));
    }

    [Fact]
    public void A_capacity_of_the_whole_way_is_shared_by_its_pieces_and_none_is_lost()
    {
        var kerbs = Clean(Lattice, Way(10, [1, 2, 3], ("highway", "residential"), ("parking:right", "lane"), ("parking:right:capacity", "13")), Way(11, [2, 5], ("highway", "residential"))).Kerbs;
        Assert.Equal([("K-W10-1-right", 7), ("K-W10-2-right", 6)], kerbs.Select(k => (k.Id, k.Capacity)));
    }
}
