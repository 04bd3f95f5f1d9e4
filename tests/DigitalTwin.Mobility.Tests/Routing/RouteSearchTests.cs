using DigitalTwin.Mobility.Routing;
using DigitalTwin.Mobility.Tests.Roads;
using DigitalTwin.Numerics.Randomness;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Mobility.Tests.Routing;

public class RouteSearchTests
{
    [Theory]
    [InlineData(1, 0.0, 8)]
    [InlineData(1, 0.3, 8)]
    [InlineData(1, 0.3, 0)]
    [InlineData(6, 0.3, 8)]
    [InlineData(6, 0.6, 3)]
    public void A_route_is_as_quick_as_the_quickest_whatever_turns_are_banned(int intervals, double banShare, int landmarks) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30).WithQuietOnSuccess(true), Prop.ForAll(ArbMap.Default.ArbFor<uint>(), seed =>
        {
            var network = MadeCities.Random(seed, 14, 40, banShare, centroids: 3);
            var times = MadeCities.Times(network, seed, intervals, closedShare: 0.1, leastFactor: seed % 2 == 0 ? 1 : 0.4);
            var search = new RouteSearch(new RoutingGraph(network, landmarks));
            var random = new KeyedRandom(seed);
            for (var question = 0; question < 12; question++)
            {
                RoadPoint Any(ulong stream) => random.Below(2, stream, (ulong)question) == 0 ? RoadPoint.Node(random.Below(14, stream + 1, (ulong)question)) : RoadPoint.EndOf(random.Below(40, stream + 1, (ulong)question));
                var (from, to, departure) = (Any(10), Any(20), 400 * random.Uniform(30, (ulong)question) - 20);
                var best = MadeCities.At(network, MadeCities.Earliest(network, from, departure, times), from, to);
                var found = search.Find(from, to, departure, times);
                Assert.Equal(best, found, 1e-9 * Math.Max(1, double.IsFinite(best) ? best : 1));
                if (double.IsFinite(found)) Assert.Equal(found, MadeCities.Drive(network, from, to, departure, times, search.Route), 1e-9 * Math.Max(1, found));
                else Assert.Equal(0, search.Route.Length);
            }
        }));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Times_to_many_goals_are_those_of_searches_for_each(int intervals) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30).WithQuietOnSuccess(true), Prop.ForAll(ArbMap.Default.ArbFor<uint>(), seed =>
        {
            var network = MadeCities.Random(seed, 30, 90, 0.2, centroids: 4);
            var times = MadeCities.Times(network, seed, intervals, closedShare: 0.05);
            var (many, one) = (new RouteSearch(new RoutingGraph(network)), new RouteSearch(new RoutingGraph(network)));
            var random = new KeyedRandom(seed);
            // Some goals twice: two car parks turn off at the end of one link.
            RoadPoint[] goals = [.. Enumerable.Range(0, 12).Select(i => i % 3 == 0 ? RoadPoint.Node(random.Below(30, 1, (ulong)i)) : RoadPoint.EndOf(random.Below(60, 1, (ulong)(i / 2))))];
            var (from, bound) = (RoadPoint.EndOf(random.Below(90, 2, 0)), 700.0);
            var seconds = new double[goals.Length];
            many.Find(from, goals, 100, times, seconds, bound);
            for (var i = 0; i < goals.Length; i++)
            {
                var alone = one.Find(from, goals[i], 100, times);
                Assert.Equal(alone <= bound ? alone : double.PositiveInfinity, seconds[i], 1e-9 * 1000);
                if (alone > bound) continue;
                Assert.Equal(alone, many.Trace(goals[i]), 1e-6);
                Assert.Equal(alone, MadeCities.Drive(network, from, goals[i], 100, times, many.Route), 1e-6);
            }
        }));

    [Fact]
    public void Two_banned_turns_in_a_row_are_driven_around()
    {
        // 0 -> 1 -> 2 -> 3 and 2 -> 4; a loop 1 -> 5 -> 1 and another 2 -> 6 -> 2. From 0 -> 1 no way straight on to 2, from 1 -> 2 none to 3.
        var network = MadeRoads.Of(7, [(0, 1), (1, 2), (2, 3), (1, 5), (5, 1), (2, 6), (6, 2)], banned: [(0, 1), (1, 2)]);
        var search = new RouteSearch(new RoutingGraph(network));
        search.Find(RoadPoint.Node(0), RoadPoint.Node(3), 0, TravelTimes.Free(network));
        Assert.Equal([0, 3, 4, 1, 5, 6, 2], search.Route.ToArray());
    }

    [Fact]
    public void A_centroid_is_an_end_of_routes_and_never_a_way_through()
    {
        var through = MadeRoads.Of(4, [(0, 1), (1, 2), (0, 3), (3, 2)]);
        through.Nodes.IsThrough[1] = false;
        var search = new RouteSearch(new RoutingGraph(through));
        var times = new TravelTimes(through, [1, 1, 9, 9]);
        Assert.Equal(18, search.Find(RoadPoint.Node(0), RoadPoint.Node(2), 0, times));
        Assert.Equal(1, search.Find(RoadPoint.Node(0), RoadPoint.Node(1), 0, times));
        Assert.Equal(1, search.Find(RoadPoint.Node(1), RoadPoint.Node(2), 0, times));
        Assert.Equal(double.PositiveInfinity, search.Find(RoadPoint.EndOf(0), RoadPoint.Node(2), 0, times));
    }

    [Fact]
    public void Who_stands_at_the_goal_has_nothing_to_drive_but_a_link_is_reached_only_by_driving_it()
    {
        var network = MadeRoads.Of(2, [(0, 1), (1, 0)]);
        var search = new RouteSearch(new RoutingGraph(network));
        Assert.Equal(0, search.Find(RoadPoint.EndOf(0), RoadPoint.Node(1), 0, TravelTimes.Free(network)));
        Assert.Equal(0, search.Route.Length);
        Assert.Equal(72, search.Find(RoadPoint.EndOf(0), RoadPoint.EndOf(0), 0, TravelTimes.Free(network)), 1e-9);
        Assert.Equal([1, 0], search.Route.ToArray());
    }

    [Fact]
    public void A_closed_link_is_not_driven_and_without_another_way_there_is_no_route()
    {
        var network = MadeRoads.Of(3, [(0, 1), (1, 2), (0, 2)]);
        var search = new RouteSearch(new RoutingGraph(network));
        search.Find(RoadPoint.Node(0), RoadPoint.Node(2), 0, new(network, [5, 5, double.PositiveInfinity]));
        Assert.Equal([0, 1], search.Route.ToArray());
        Assert.Equal(double.PositiveInfinity, search.Find(RoadPoint.Node(0), RoadPoint.Node(2), 0, new(network, [5, double.PositiveInfinity, double.PositiveInfinity])));
        Assert.Equal(0, search.Route.Length);
    }

    [Fact]
    public void Of_two_equal_links_the_first_is_taken()
    {
        var network = MadeRoads.Of(2, [(0, 1), (0, 1)]);
        var search = new RouteSearch(new RoutingGraph(network));
        search.Find(RoadPoint.Node(0), RoadPoint.Node(1), 0, TravelTimes.Free(network));
        Assert.Equal([0], search.Route.ToArray());
    }

    [Fact]
    public void A_search_leaves_no_trace_in_the_next_and_allocates_nothing()
    {
        var network = MadeCities.Random(5, 200, 700, 0.05, centroids: 20);
        var graph = new RoutingGraph(network);
        var times = MadeCities.Times(network, 5, 4, 0);
        var used = new RouteSearch(graph);
        double Ask(RouteSearch search, int i) => search.Find(RoadPoint.Node(i % 200), RoadPoint.EndOf(i * 13 % 700), i, times);
        for (var i = 0; i < 400; i++) Ask(used, i);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 400; i++) Ask(used, i);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; i < 100; i++)
        {
            var fresh = new RouteSearch(graph);
            Assert.Equal(Ask(fresh, i), Ask(used, i));
            Assert.Equal(fresh.Route.ToArray(), used.Route.ToArray());
        }
    }

    [Fact]
    public void Landmarks_save_most_of_a_search()
    {
        var links = new List<(int, int)>();
        const int Side = 30;
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++)
            {
                var node = row * Side + column;
                if (column + 1 < Side) links.AddRange([(node, node + 1), (node + 1, node)]);
                if (row + 1 < Side) links.AddRange([(node, node + Side), (node + Side, node)]);
            }
        }
        var network = MadeRoads.Of(Side * Side, [.. links]);
        var times = MadeCities.Times(network, 3, 1, 0, leastFactor: 1);
        var (blind, guided) = (new RouteSearch(new RoutingGraph(network, 0)), new RouteSearch(new RoutingGraph(network)));
        var (all, few) = (0, 0);
        for (var i = 0; i < 50; i++)
        {
            var (from, to) = (RoadPoint.Node(i * 37 % 900), RoadPoint.Node(i * 61 % 900));
            Assert.Equal(blind.Find(from, to, 0, times), guided.Find(from, to, 0, times), 1e-6);
            (all, few) = (all + blind.Visited, few + guided.Visited);
        }
        Assert.True(2 * few < all, $"{few} of {all}");
    }

    [Fact]
    public void Only_a_goal_of_the_last_search_is_traced()
    {
        var network = MadeRoads.Of(2, [(0, 1)]);
        var search = new RouteSearch(new RoutingGraph(network));
        search.Find(RoadPoint.Node(0), RoadPoint.Node(1), 0, TravelTimes.Free(network));
        Assert.Throws<ArgumentException>(() => search.Trace(RoadPoint.EndOf(0)));
    }
}
