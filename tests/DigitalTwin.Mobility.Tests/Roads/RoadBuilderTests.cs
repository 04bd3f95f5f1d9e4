using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Tests.Roads;

public class RoadBuilderTests
{
    private static readonly double Metre = 180 / Math.PI / 6_371_008.8;

    private static Street Street(string id, params double[] metres) => new() { Id = id, Class = RoadClass.Residential, Course = [.. metres.Select(m => m * Metre)] };

    private static (RoadNetwork Network, RoadReport Report, ProblemList Problems) Build(params Street[] streets)
    {
        var problems = new ProblemList();
        return (RoadBuilder.Build(new([], streets, []), RoadDefaults.Standard, "", problems, out var report), report, problems);
    }

    [Fact]
    public void Ends_within_the_tolerance_are_one_node_where_the_first_of_them_lay()
    {
        var (network, report, problems) = Build(Street("A", 0, 0, 100, 0), Street("B", 100.3, 0.3, 100, 100), Street("C", 100.6, 0, 200, 0));
        // B's end is 0.42 m from A's; C's is 0.6 m from it, and no chain of nodes draws it nearer.
        Assert.Empty(problems);
        Assert.Equal(network.Links.To[0], network.Links.From[2]);
        Assert.NotEqual(network.Links.To[0], network.Links.From[4]);
        Assert.Equal(1, report.SnappedEnds);
        Assert.Equal(0.424, report.FarthestSnap, 0.001);
        Assert.Equal(100 * Metre, network.Nodes.Longitude[1]);
        Assert.Equal(0.6, Assert.Single(report.NearlyTouching).Distance, 1e-6);
    }

    [Fact]
    public void Joining_what_was_joined_changes_nothing()
    {
        var (network, _, _) = Build(Street("A", 0, 0, 100, 0), Street("B", 100.3, 0.3, 100, 100));
        var again = RoadStreets.Of(network);
        var rebuilt = RoadBuilder.Build(again with { Nodes = [], Streets = [.. again.Streets.Select(s => s with { From = null, To = null })] }, RoadDefaults.Standard, "", new ProblemList(), out var report);
        Assert.Equal(0, report.SnappedEnds);
        Assert.Equal(network.Nodes.Longitude, rebuilt.Nodes.Longitude);
    }

    [Fact]
    public void A_street_shorter_than_the_tolerance_is_left_out_and_said_so()
    {
        var (network, report, problems) = Build(Street("A", 0, 0, 100, 0), Street("B", 100, 0, 100.2, 0));
        Assert.Equal(2, network.Links.Count);
        Assert.Equal(["B"], report.LeftOut);
        Assert.Equal("The street 'B' is 0.2 m long and both of its ends are one node; it is left out.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public void A_ring_road_begins_and_ends_at_one_node()
    {
        var (network, _, problems) = Build(Street("A", 0, 0, 100, 0, 100, 100, 0, 0));
        Assert.Empty(problems);
        Assert.Equal(network.Links.From[0], network.Links.To[0]);
        Assert.Equal(200 + 100 * Math.Sqrt(2), network.Links.Length[0], 0.01);
    }

    [Theory]
    [InlineData(0, 50, 100, 50, 50, 0, 50, 100, 1)] // a cross
    [InlineData(0, 50, 100, 50, 50, 50, 50, 100, 1)] // a T on the middle of the other
    [InlineData(0, 50, 100, 50, 50, 50.3, 50, 100, 1)] // an end 0.3 m before the other
    [InlineData(0, 50, 100, 50, 50, 51, 50, 100, 0)] // an end 1 m before it
    [InlineData(0, 50, 100, 50, 100, 50, 100, 100, 0)] // a corner
    [InlineData(0, 50, 100, 50, 0, 60, 100, 60, 0)] // side by side
    [InlineData(0, 0, 1000, 1000, 0, 1000, 1000, 0, 1)] // long ones
    public void Streets_that_cross_without_a_node_are_found(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy, int crossings) =>
        Assert.Equal(crossings, Build(Street("A", ax, ay, bx, by), Street("B", cx, cy, dx, dy)).Report.Crossings.Count);

    [Fact]
    public void Bridges_cross_without_a_word() =>
        Assert.Empty(Build(Street("A", 0, 50, 100, 50), Street("B", 50, 0, 50, 100) with { Layer = 1 }).Report.Crossings);

    [Fact]
    public void A_street_of_ones_own_making_is_checked_as_any_other()
    {
        var (network, _, problems) = Build(
            Street("A", 0, 0, 100, 0) with { Forward = StreetLanes.Unsaid with { Lanes = -1 } }, Street("B", 0, 0, 100, 0) with { Length = -5 },
            new Street { Id = "C", Class = RoadClass.Primary }, Street("D") with { Course = [0, 0, 400, 0] });
        Assert.Equal(0, network.Links.Count);
        Assert.Equal(
            [
                "The street 'A' has -1 lanes in one direction; above 0, up to 20 are accepted.", "The street 'B' is -5 m long; a length is above 0, up to 1000 km.",
                "The street 'C' is neither drawn nor has nodes for both of its ends ('from' and 'to').", "The street 'D' goes through (400, 0), which is no longitude and latitude in degrees.",
            ],
            problems.Select(p => p.Sentence));
    }

    [Fact]
    public void Odd_values_are_doubted()
    {
        var network = MadeRoads.Of(3, [(0, 1), (1, 0), (1, 2), (1, 2)], speed: 1);
        Assert.Equal(
            [
                "2 of 4 links do not lead to the largest part of the network, 'L2' among them.", "4 of 4 links are slower than 5 or faster than 130 km/h, 'L0' among them.",
                "1 of 4 links lies beside another of the same ends and length, 'L3' beside 'L2' among them; are they drawn twice?",
            ],
            RoadDoubts.Find(network, new(network)));
    }
}
