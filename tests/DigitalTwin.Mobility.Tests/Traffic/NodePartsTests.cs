using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Tests.Roads;
using DigitalTwin.Mobility.Traffic;

namespace DigitalTwin.Mobility.Tests.Traffic;

public class NodePartsTests
{
    [Fact]
    public void One_worker_has_one_part_that_nothing_hems_in()
    {
        var parts = Parts(MadeTraffic.Town(6), 1);
        Assert.Equal(1, parts.Count);
        Assert.All(parts.OfNode, part => Assert.Equal(0, part));
        Assert.True(parts.Lookahead([], [], 1) > 1_000_000_000);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Parts_of_a_town_are_in_one_piece_and_have_about_as_much_traffic(int workers)
    {
        var town = MadeTraffic.Town(20);
        var parts = Parts(town, workers);
        Assert.Equal(4 * workers, parts.Count);
        for (var part = 0; part < parts.Count; part++)
        {
            var nodes = Enumerable.Range(0, 400).Where(n => parts.OfNode[n] == part).ToList();
            Assert.InRange(nodes.Sum(n => town.In(n).Length), 0.8 * town.Links.Count / parts.Count, 1.25 * town.Links.Count / parts.Count);
            Assert.Equal(nodes.Count, Reached(town, nodes, parts).Count);
        }
        // Fewer streets are cut than if whole rows of nodes were the parts.
        Assert.True(Cut(town, parts) < (parts.Count - 1) * 40);
    }

    [Fact]
    public void Parts_are_cut_through_links_that_take_long()
    {
        // Sixteen villages of streets of 20 m, with roads of 500 m between them.
        var links = new List<(int, int)>();
        for (var village = 0; village < 16; village++)
        {
            for (var i = 0; i < 9; i++) links.AddRange([(10 * village + i, 10 * village + i + 1), (10 * village + i + 1, 10 * village + i)]);
            if (village > 0) links.AddRange([(10 * village - 1, 10 * village), (10 * village, 10 * village - 1)]);
        }
        var network = MadeRoads.Of(160, [.. links], length: 20);
        for (var link = 0; link < network.Links.Count; link++)
        {
            if (network.Links.From[link] / 10 != network.Links.To[link] / 10) (network.Links.Length[link], network.Links.Storage[link]) = (500, 67);
        }
        var parts = Parts(network, 2);
        var plan = new TrafficPlan(network, 1);
        Assert.InRange(parts.Lookahead(plan.FreeTime, plan.BackTime, 1), 16, 36);
    }

    [Fact]
    public void A_facility_that_is_left_elsewhere_than_it_is_entered_lies_in_one_part()
    {
        var town = MadeTraffic.Town(10);
        var facilities = Enumerable.Range(0, 10).Select(i => new ParkingFacility { Id = $"P{i}", Kind = FacilityKind.Lot, Link = i, ExitNode = 99 - town.Links.To[i], Capacity = 5, Longitude = 0, Latitude = 0 }).ToList();
        var supply = new ParkingSupply(facilities, []);
        var parts = new NodeParts(new TrafficPlan(town, 1), supply, new FacilityPlaces(town, supply), 3);
        Assert.All(facilities, f => Assert.Equal(parts.OfNode[town.Links.To[f.Link]], parts.OfNode[f.ExitNode]));
        Assert.True(parts.OfNode.Distinct().Count() > 6);
    }

    [Fact]
    public void Parts_do_not_concern_each_other_for_the_shortest_time_along_a_link_between_them()
    {
        var town = MadeTraffic.Town(10);
        var parts = Parts(town, 2);
        var times = Enumerable.Repeat(20.0, town.Links.Count).ToArray();
        Assert.Equal(19, parts.Lookahead(times, times, 1));
        Assert.Equal(39, parts.Lookahead(times, times, 0.5));
        var cut = Enumerable.Range(0, town.Links.Count).First(l => parts.OfNode[town.Links.From[l]] != parts.OfNode[town.Links.To[l]]);
        var back = (double[])times.Clone();
        back[cut] = 3.5;
        Assert.Equal(3, parts.Lookahead(times, back, 1));
        back[cut] = 0.1;
        Assert.Equal(1, parts.Lookahead(times, back, 1));
    }

    private static NodeParts Parts(RoadNetwork network, int workers)
    {
        var none = new ParkingSupply([], []);
        return new(new TrafficPlan(network, 1), none, new FacilityPlaces(network, none), workers);
    }

    private static int Cut(RoadNetwork network, NodeParts parts) =>
        Enumerable.Range(0, network.Links.Count).Count(l => parts.OfNode[network.Links.From[l]] != parts.OfNode[network.Links.To[l]]);

    private static HashSet<int> Reached(RoadNetwork network, List<int> nodes, NodeParts parts)
    {
        var (reached, open) = (new HashSet<int> { nodes[0] }, new Stack<int>([nodes[0]]));
        while (open.TryPop(out var node))
        {
            foreach (var link in network.Out(node))
            {
                var to = network.Links.To[link];
                if (parts.OfNode[to] == parts.OfNode[node] && reached.Add(to)) open.Push(to);
            }
        }
        return reached;
    }
}
