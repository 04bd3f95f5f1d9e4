using DigitalTwin.Mobility.Osm;
using DigitalTwin.Mobility.Routing;
using static DigitalTwin.Mobility.Tests.Osm.MadeOsm;

namespace DigitalTwin.Mobility.Tests.Osm;

public class TurnRestrictionTests
{
    // A boulevard of two carriageways, 1-2-3 eastwards and 9-8-7 westwards, joined by the short street 2-5-8; a side street 5-6 begins in its middle.
    private static readonly string Boulevard = string.Concat(Lattice,
        Way(10, [1, 2], ("highway", "primary"), ("oneway", "yes")), Way(11, [2, 3], ("highway", "primary"), ("oneway", "yes")),
        Way(12, [9, 8], ("highway", "primary"), ("oneway", "yes")), Way(13, [8, 7], ("highway", "primary"), ("oneway", "yes")),
        Way(14, [2, 5, 8], ("highway", "primary")), Way(15, [5, 6], ("highway", "residential")), Way(16, [3, 6, 9], ("highway", "residential")), Way(17, [7, 4, 1], ("highway", "residential")));

    private static string Restriction(string kind, params (string, long, string)[] members) => Relation(30, members, ("type", "restriction"), ("restriction", kind));

    private static string[] Sequences(OsmExtract extract)
    {
        var network = Network(extract);
        return [.. network.BannedSequences.Select(s => string.Join('>', s.Select(link => network.Links.Ids[link])))];
    }

    [Fact]
    public void A_turn_over_a_way_is_banned_for_who_comes_that_way()
    {
        var extract = Clean(Boulevard, Restriction("no_u_turn", ("way", 10, "from"), ("way", 14, "via"), ("way", 13, "to")));
        // Nor may he turn round on it twice, which would come to the same.
        Assert.Equal(["W10>W14-1.f>W14-1.b", "W10>W14-1.f>W14-2.f>W13", "W10>W14-1.f>W14-2.f>W14-2.b"], Sequences(extract));
        Assert.Equal(3, extract.Tally.Kept["banned turns over other streets"]);
        // From the west one turns in the side street, and without it at the far end; who comes out of the side street may turn here.
        string Route(OsmExtract roads, int from)
        {
            var network = Network(roads);
            var search = new RouteSearch(new RoutingGraph(network));
            search.Find(RoadPoint.Node(network.FindNode($"n{from}")), RoadPoint.EndOf(network.FindLink("W13")), 0, TravelTimes.Free(network));
            return string.Join(' ', search.Route.ToArray().Select(link => network.Links.Ids[link]));
        }
        Assert.Equal("W10 W14-1.f W15.f W15.b W14-2.f W13", Route(extract, 1));
        Assert.Equal("W15.b W14-2.f W13", Route(extract, 6));
        var without = Clean(Boulevard.Replace(Way(15, [5, 6], ("highway", "residential")), ""), Restriction("no_u_turn", ("way", 10, "from"), ("way", 14, "via"), ("way", 13, "to")));
        Assert.Equal("W10 W11 W16.f W12 W13", Route(without, 1));
    }

    [Fact]
    public void Who_must_go_on_over_a_way_may_not_leave_it_at_its_end()
    {
        Assert.Equal(["W10>W14-1.f>W14-1.b", "W10>W14-1.f>W14-2.f>W14-2.b"], Sequences(Clean(Boulevard, Restriction("only_u_turn", ("way", 10, "from"), ("way", 14, "via"), ("way", 13, "to")))));
    }

    [Fact]
    public void Several_ways_may_lie_between()
    {
        // Out of the boulevard, over the side street, back into the boulevard: in any order of the members.
        Assert.Equal(["W12>W14-2.b>W15.f>W16-1.b"], Sequences(Clean(Boulevard.Replace(Way(14, [2, 5, 8], ("highway", "primary")), Way(14, [2, 5], ("highway", "primary")) + Way(18, [5, 8], ("highway", "primary"))),
            Restriction("no_straight_on", ("way", 12, "from"), ("way", 15, "via"), ("way", 18, "via"), ("way", 16, "to")))).Select(s => s.Replace("W18", "W14-2")).Where(s => s.EndsWith("W16-1.b", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ways_that_do_not_meet_are_told_and_one_way_streets_counted()
    {
        Assert.StartsWith("Warning 22:2 The relation 30 restricts a turn over way 17, where its ways do not meet", Remark(Document(Boulevard, "\n", Restriction("no_u_turn", ("way", 11, "from"), ("way", 17, "via"), ("way", 13, "to")))), StringComparison.Ordinal);
        var extract = Clean(Boulevard, Restriction("no_u_turn", ("way", 11, "from"), ("way", 14, "via"), ("way", 13, "to")));
        Assert.Equal(1, extract.Tally.Ignored["restrictions of turns that one-way streets forbid anyway"]);
    }

    [Fact]
    public void A_left_turn_of_a_way_that_runs_on_is_that_of_the_side_from_which_it_turns_left()
    {
        var banned = Clean(Lattice, Way(10, [4, 5, 6], ("highway", "primary")), Way(12, [5, 8], ("highway", "primary")), Restriction("no_left_turn", ("way", 10, "from"), ("node", 5, "via"), ("way", 12, "to"))).Streets.Banned;
        Assert.Equal(["W10-1.f>W12.f"], banned.Select(t => $"{t.From}>{t.To}"));
        banned = Clean(Lattice, Way(10, [6, 5, 4], ("highway", "primary")), Way(12, [5, 8], ("highway", "primary")), Restriction("no_right_turn", ("way", 10, "from"), ("node", 5, "via"), ("way", 12, "to"))).Streets.Banned;
        Assert.Equal(["W10-1.f>W12.f"], banned.Select(t => $"{t.From}>{t.To}"));
    }

    [Fact]
    public void What_holds_at_some_times_is_kept_as_tagged_and_said_not_to_be_applied()
    {
        var extract = Clean(Lattice, Way(10, [4, 5], ("highway", "primary"), ("maxspeed", "60"), ("maxspeed:conditional", "30 @ (Mo-Fr 07:00-09:00)"), ("hgv:conditional", "no @ (22:00-06:00)")), Way(12, [5, 8], ("highway", "primary")),
            Relation(30, [("way", 10, "from"), ("node", 5, "via"), ("way", 12, "to")], ("type", "restriction"), ("restriction:conditional", "no_left_turn @ (Mo-Fr 07:00-09:00)")));
        Assert.Empty(extract.Streets.Banned);
        Assert.Equal(60 / 3.6, extract.Streets.Streets[0].Forward.Speed, 1e-9);
        Assert.Equal(["maxspeed:conditional = 30 @ (Mo-Fr 07:00-09:00)", "restriction:conditional = to W12: no_left_turn @ (Mo-Fr 07:00-09:00)"], extract.Streets.Streets[0].Others.Select(o => $"{o.Key} = {o.Value}"));
        Assert.Equal(1, extract.Tally.Kept["restrictions of turns by time, kept as tagged and not applied"]);
        Assert.Equal(1, extract.Tally.Kept["ways with maxspeed:conditional, kept as tagged and not applied"]);
    }

    [Fact]
    public void What_holds_always_is_applied_beside_what_holds_at_some_times()
    {
        var extract = Clean(Lattice, Way(10, [4, 5], ("highway", "primary")), Way(12, [5, 8], ("highway", "primary")),
            Relation(30, [("way", 10, "from"), ("node", 5, "via"), ("way", 12, "to")], ("type", "restriction"), ("restriction", "no_left_turn"), ("restriction:conditional", "none @ (22:00-06:00)")));
        Assert.Single(extract.Streets.Banned);
    }
}
