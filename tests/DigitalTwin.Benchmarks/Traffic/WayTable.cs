using System.Diagnostics;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Routing;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>What a way from anywhere to anywhere costs in districts of several sizes: at free flow, at times that differ from link to link, and where turns over ways are banned at one link in a hundred.</summary>
internal static class WayTable
{
    private const ulong Seed = 20250708;
    private const int Rounds = 5;

    /// <summary>Runs it: <c>traffic ways</c>.</summary>
    public static void Run(TextWriter report)
    {
        report.WriteLine("| links | free flow, µs | vertices | uneven times, µs | vertices | with bans, µs | vertices |");
        report.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var links in (int[])[1000, 10_000, 100_000])
        {
            var network = GrowthCase.Make(links, trips: 10).Roads;
            var random = new KeyedRandom(Seed);
            double[] uneven = [.. Enumerable.Range(0, network.Links.Count).Select(link => network.FreeTime(link) * (1 + random.Uniform(KeyedRandom.Stream("time"), (ulong)link)))];
            var banned = new RoadNetwork(network.Nodes, network.Links, [], Bans(network));
            var (free, other, bans) = (Measure(network, TravelTimes.Free(network)), Measure(network, new TravelTimes(network, uneven)), Measure(banned, new TravelTimes(banned, uneven)));
            report.WriteLine($"| {network.Links.Count:N0} | {free.Microseconds:F0} | {free.Visited:F0} | {other.Microseconds:F0} | {other.Visited:F0} | {bans.Microseconds:F0} | {bans.Visited:F0} |");
        }
    }

    // Median over rounds, of processor time of one thread.
    private static (double Microseconds, double Visited) Measure(RoadNetwork network, TravelTimes times)
    {
        var (random, stream, search, nodes) = (new KeyedRandom(Seed), KeyedRandom.Stream("way"), new RouteSearch(new RoutingGraph(network)), network.Nodes.Count);
        var searches = Math.Clamp(20_000_000 / network.Links.Count, 200, 5000);
        var (rounds, visited) = (new List<double>(), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            for (ulong i = 0; i < (ulong)searches; i++)
            {
                search.Find(RoadPoint.Node(random.Below(nodes, stream, 2 * i)), RoadPoint.Node(random.Below(nodes, stream, 2 * i + 1)), 0, times);
                visited += search.Visited;
            }
            rounds.Add(watch.Elapsed.TotalMicroseconds / searches);
        }
        return (rounds.Order().ElementAt(Rounds / 2), (double)visited / Rounds / searches);
    }

    // From every hundredth link straight on over the next may not be gone to the one after.
    private static List<int[]> Bans(RoadNetwork network)
    {
        var bans = new List<int[]>();
        for (var link = 0; link < network.Links.Count; link += 100)
        {
            var next = network.Out(network.Links.To[link])[0];
            bans.Add([link, next, network.Out(network.Links.To[next])[0]]);
        }
        return bans;
    }
}
