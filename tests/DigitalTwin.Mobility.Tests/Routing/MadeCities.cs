using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Routing;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Routing;

/// <summary>Random road networks, and the plainest of ways to find what is quickest in them.</summary>
internal static class MadeCities
{
    /// <summary>A network of two-way and one-way links, some of them parallel or loops, with banned turns (often at one node after another) and centroids.</summary>
    public static RoadNetwork Random(ulong seed, int nodes, int links, double banShare, int centroids)
    {
        var random = new KeyedRandom(seed);
        ulong counter = 0;
        int Below(int bound) => random.Below(bound, 1, counter++);
        double Between(double low, double high) => low + (high - low) * random.Uniform(2, counter++);
        var from = new int[links];
        var to = new int[links];
        for (var link = 0; link < links; link++) (from[link], to[link]) = link > 0 && Below(3) == 0 ? (to[link - 1], from[link - 1]) : (Below(nodes), Below(nodes));
        var banned = new List<(int, int)>();
        for (var first = 0; first < links; first++)
        {
            for (var second = 0; second < links; second++)
            {
                if (to[first] == from[second] && Between(0, 1) < banShare) banned.Add((first, second));
            }
        }
        double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, links).Select(value)];
        return new RoadNetwork(
            new RoadNodes
            {
                Ids = [.. Enumerable.Range(0, nodes).Select(i => $"N{i}")],
                Longitude = [.. Enumerable.Repeat(double.NaN, nodes)],
                Latitude = [.. Enumerable.Repeat(double.NaN, nodes)],
                IsThrough = [.. Enumerable.Range(0, nodes).Select(node => node >= centroids)],
            },
            new RoadLinks
            {
                Ids = [.. Enumerable.Range(0, links).Select(i => $"L{i}")],
                From = from,
                To = to,
                Length = Each(_ => Between(20, 2000)),
                Lanes = Each(_ => 1),
                FreeSpeed = Each(_ => Between(4, 20)),
                Capacity = Each(_ => 0.5),
                GreenShare = Each(_ => 1),
                Storage = Each(_ => 50),
                Class = [.. Enumerable.Repeat(RoadClass.Secondary, links)],
                Course = new double[]?[links],
                Names = [.. Enumerable.Repeat("", links)],
            },
            banned);
    }

    /// <summary>Times between 0.8 and 3 times of free flow; some links closed. With one interval, or several that rise and fall steeply.</summary>
    public static TravelTimes Times(RoadNetwork network, ulong seed, int intervals, double closedShare, double leastFactor = 1)
    {
        var random = new KeyedRandom(seed);
        var values = new double[network.Links.Count * intervals];
        for (var link = 0; link < network.Links.Count; link++)
        {
            var isClosed = random.Uniform(3, (ulong)link) < closedShare;
            for (var k = 0; k < intervals; k++)
            {
                var at = link * intervals + k;
                values[at] = isClosed ? double.PositiveInfinity : network.FreeTime(link) * (leastFactor + 3 * random.Uniform(4, (ulong)at));
            }
        }
        return intervals == 1 ? new(network, values) : new(network, 0, 60, values);
    }

    /// <summary>Earliest times at the end of every link, by going round all pairs of links until nothing improves.</summary>
    public static double[] Earliest(RoadNetwork network, RoadPoint from, double departure, TravelTimes times)
    {
        var links = network.Links.Count;
        var best = new double[links];
        Array.Fill(best, double.PositiveInfinity);
        for (var link = 0; link < links; link++)
        {
            var begins = from.IsLink ? network.Nodes.IsThrough[network.Links.To[from.Index]] && network.Allows(from.Index, link) : network.Links.From[link] == from.Index;
            if (begins) best[link] = times.At(link, departure);
        }
        for (var changed = true; changed;)
        {
            changed = false;
            for (var first = 0; first < links; first++)
            {
                if (double.IsInfinity(best[first]) || !network.Nodes.IsThrough[network.Links.To[first]]) continue;
                for (var second = 0; second < links; second++)
                {
                    if (!network.Allows(first, second)) continue;
                    var reached = best[first] + times.At(second, departure + best[first]);
                    if (reached >= best[second]) continue;
                    (best[second], changed) = (reached, true);
                }
            }
        }
        return best;
    }

    /// <summary>Earliest time at a point, of those at the ends of all links.</summary>
    public static double At(RoadNetwork network, double[] earliest, RoadPoint from, RoadPoint to)
    {
        if (to.IsLink) return earliest[to.Index];
        if ((from.IsLink ? network.Links.To[from.Index] : from.Index) == to.Index) return 0;
        var best = double.PositiveInfinity;
        foreach (var link in network.In(to.Index)) best = Math.Min(best, earliest[link]);
        return best;
    }

    /// <summary>Drives a route: every link follows on the one before, and the time is that of driving them one after the other.</summary>
    public static double Drive(RoadNetwork network, RoadPoint from, RoadPoint to, double departure, TravelTimes times, ReadOnlySpan<int> route)
    {
        var (elapsed, before) = (0.0, from.IsLink ? from.Index : -1);
        foreach (var link in route)
        {
            Assert.True(before < 0 ? network.Links.From[link] == from.Index : network.Allows(before, link) && network.Nodes.IsThrough[network.Links.From[link]]);
            elapsed += times.At(link, departure + elapsed);
            before = link;
        }
        Assert.Equal(to.Index, to.IsLink ? before : before < 0 ? from.Index : network.Links.To[before]);
        return elapsed;
    }
}
