using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Roads;

public class RoadConnectivityTests
{
    [Fact]
    public void A_ring_is_one_part_with_what_leads_in_and_out_beside_it()
    {
        // Ring 0 1 2; in from 3, out to 4; 5 and 6 apart.
        var found = new RoadConnectivity(MadeRoads.Of(7, [(0, 1), (1, 2), (2, 0), (3, 0), (2, 4), (5, 6)]));
        Assert.Equal((4, 3), (found.Parts, found.LargestLinks));
        Assert.Equal([true, true, true, false, true, false], found.IsReached);
        Assert.Equal([true, true, true, true, false, false], found.Reaches);
    }

    [Fact]
    public void A_banned_turn_can_part_what_the_drawing_joins()
    {
        (int, int)[] ring = [(0, 1), (1, 2), (2, 0)];
        Assert.Equal(1, new RoadConnectivity(MadeRoads.Of(3, ring)).Parts);
        Assert.Equal(3, new RoadConnectivity(MadeRoads.Of(3, ring, banned: [(0, 1)])).Parts);
    }

    [Fact]
    public void Parts_are_those_that_reach_each_other()
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var random = new KeyedRandom(seed);
            var links = Enumerable.Range(0, 14).Select(i => (random.Below(8, 1, (ulong)i), random.Below(8, 2, (ulong)i))).ToArray();
            var banned = Enumerable.Range(0, 6).Select(i => (random.Below(14, 3, (ulong)i), random.Below(14, 4, (ulong)i))).ToArray();
            var network = MadeRoads.Of(8, links, banned);
            var reach = Closure(network);
            var found = new RoadConnectivity(network);
            for (var a = 0; a < 14; a++)
            {
                for (var b = 0; b < 14; b++) Assert.Equal(a == b || (reach[a, b] && reach[b, a]), found.PartOf[a] == found.PartOf[b]);
                var largest = Array.IndexOf(found.PartOf, found.Largest);
                Assert.Equal(found.PartOf[a] == found.Largest || reach[largest, a], found.IsReached[a]);
                Assert.Equal(found.PartOf[a] == found.Largest || reach[a, largest], found.Reaches[a]);
            }
        }
    }

    /// <summary>Which link can be driven from which, by Warshall's algorithm.</summary>
    private static bool[,] Closure(RoadNetwork network)
    {
        var n = network.Links.Count;
        var reach = new bool[n, n];
        for (var a = 0; a < n; a++)
            for (var b = 0; b < n; b++) reach[a, b] = network.Allows(a, b);
        for (var k = 0; k < n; k++)
            for (var a = 0; a < n; a++)
                for (var b = 0; b < n; b++) reach[a, b] |= reach[a, k] && reach[k, b];
        return reach;
    }
}
