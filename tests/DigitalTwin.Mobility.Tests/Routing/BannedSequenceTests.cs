using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Routing;
using DigitalTwin.Mobility.Tests.Roads;
using DigitalTwin.Numerics.Randomness;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Mobility.Tests.Routing;

/// <summary>Turns that are banned for who came a certain way.</summary>
public class BannedSequenceTests
{
    private const int Links = 26;

    /// <summary>A random network of which random drives of three and four links are banned.</summary>
    private static RoadNetwork Random(ulong seed)
    {
        var made = MadeCities.Random(seed, 8, Links, 0.1, centroids: 1);
        var random = new KeyedRandom(seed);
        var sequences = new List<int[]>();
        for (var i = 0UL; i < 25; i++)
        {
            List<int> drive = [random.Below(Links, 50, i)];
            while (drive.Count < 3 + (int)(i % 2) && made.Out(made.Links.To[drive[^1]]) is { Length: > 0 } next) drive.Add(next[random.Below(next.Length, 51 + (ulong)drive.Count, i)]);
            sequences.Add([.. drive]);
        }
        return new RoadNetwork(made.Nodes, made.Links, made.BannedTurns, sequences);
    }

    private static bool IsAllowed(RoadNetwork network, IReadOnlyList<int> driven, int next) =>
        network.Allows(driven[^1], next) && network.Nodes.IsThrough[network.Links.From[next]]
        && !network.BannedSequences.Any(s => s[^1] == next && s.Length - 1 <= driven.Count && s.AsSpan(..^1).SequenceEqual([.. driven.Skip(driven.Count - s.Length + 1)]));

    /// <summary>The earliest time at the end of a link, by the plainest of searches: over all that can be remembered of the last three links, until nothing improves.</summary>
    private static double Earliest(RoadNetwork network, int[] driven, int goal, double departure, TravelTimes times)
    {
        var best = new Dictionary<(int, int, int), double> { [Key(driven)] = 0 };
        var open = new Queue<int[]>([driven]);
        var earliest = double.PositiveInfinity;
        while (open.TryDequeue(out var at))
            foreach (var next in network.Out(network.Links.To[at[^1]]))
            {
                if (!IsAllowed(network, at, next)) continue;
                var reached = best[Key(at)] + times.At(next, departure + best[Key(at)]);
                // Who drives round and stands as he began has reached the link all the same.
                if (next == goal) earliest = Math.Min(earliest, reached);
                int[] then = [.. at.TakeLast(2), next];
                if (reached >= best.GetValueOrDefault(Key(then), double.PositiveInfinity)) continue;
                best[Key(then)] = reached;
                open.Enqueue(then);
            }
        return earliest;
    }

    private static (int, int, int) Key(int[] driven) => (driven.Length > 2 ? driven[^3] : -1, driven.Length > 1 ? driven[^2] : -1, driven[^1]);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_route_is_as_quick_as_the_quickest_for_who_came_that_way(int intervals) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400).WithQuietOnSuccess(true), Prop.ForAll(ArbMap.Default.ArbFor<uint>(), seed =>
        {
            var network = Random(seed);
            var times = MadeCities.Times(network, seed, intervals, closedShare: 0.05, leastFactor: seed % 2 == 0 ? 1 : 0.4);
            var (graph, random) = (new RoutingGraph(network), new KeyedRandom(seed));
            var search = new RouteSearch(graph);
            for (var question = 0UL; question < 15; question++)
            {
                List<int> driven = [random.Below(Links, 60, question)];
                while (driven.Count < 1 + (int)(question % 3) && network.Out(network.Links.To[driven[^1]]) is { Length: > 0 } next) driven.Add(next[random.Below(next.Length, 61 + (ulong)driven.Count, question)]);
                var (goal, departure) = (random.Below(Links, 70, question), 200 * random.Uniform(71, question));
                var found = search.Find(graph.EndOf([.. driven]), RoadPoint.EndOf(goal), departure, times);
                var came = driven.ToArray();
                foreach (var link in search.Route)
                {
                    Assert.True(IsAllowed(network, driven, link));
                    Assert.True(graph.Allows([.. driven], link));
                    driven.Add(link);
                }
                var best = Earliest(network, came, goal, departure, times);
                Assert.Equal(best, found, 1e-9 * Math.Max(1, double.IsFinite(best) ? best : 1));
            }
        }));

    [Fact]
    public void The_end_of_a_link_is_one_place_whichever_way_one_came()
    {
        var network = MadeRoads.Of(4, [(0, 1), (1, 2), (2, 3), (3, 1)]);
        var graph = new RoutingGraph(new RoadNetwork(network.Nodes, network.Links, [], [[0, 1, 2]]));
        Assert.Equal(RoadPoint.EndOf(1), graph.EndOf([0, 1]));
        Assert.Equal(2, graph.Remembers);
        Assert.Equal((false, true, true), (graph.Allows([0, 1], 2), graph.Allows([3, 1], 2), graph.Allows([1], 2)));
    }

    [Fact]
    public void Sequences_that_do_not_join_or_are_no_longer_than_a_turn_are_none()
    {
        var network = MadeRoads.Of(4, [(0, 1), (1, 2), (2, 3), (3, 1)]);
        Assert.Equal([[0, 1, 2]], new RoadNetwork(network.Nodes, network.Links, [], [[0, 1, 2], [0, 2, 1], [0, 1]]).BannedSequences);
    }
}
