using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Demand;

/// <summary>What the way between nodes costs on empty roads: the time of the fastest, s, or the length of the shortest, m (Dijkstra 1959). Signals' waits and banned turns do not enter; zones' centroids are not driven through.</summary>
public static class FreeWays
{
    /// <summary>Costs from one node to every node, or (backwards) from every node to one; infinite where there is no way.</summary>
    /// <param name="roads">Roads.</param>
    /// <param name="node">Node.</param>
    /// <param name="byDistance">Whether lengths count, m, and not times, s.</param>
    /// <param name="backwards">Whether the ways lead to the node.</param>
    public static double[] From(RoadNetwork roads, int node, bool byDistance, bool backwards = false)
    {
        ArgumentNullException.ThrowIfNull(roads);
        var links = roads.Links;
        var cost = new double[roads.Nodes.Count];
        Array.Fill(cost, double.PositiveInfinity);
        var queue = new PriorityQueue<int, double>();
        cost[node] = 0;
        queue.Enqueue(node, 0);
        while (queue.TryDequeue(out var at, out var reached))
        {
            if (reached > cost[at] || (at != node && !roads.Nodes.IsThrough[at])) continue;
            foreach (var link in backwards ? roads.In(at) : roads.Out(at))
            {
                var next = backwards ? links.From[link] : links.To[link];
                var then = reached + (byDistance ? links.Length[link] : roads.FreeTime(link));
                if (then >= cost[next]) continue;
                cost[next] = then;
                queue.Enqueue(next, then);
            }
        }
        return cost;
    }

    /// <summary>
    /// Costs between nodes, row by row. A way from a node to itself costs half of the way to the nearest other one (the usual stand-in for trips inside a zone).
    /// </summary>
    internal static double[][] Between(RoadNetwork roads, int[] nodes, bool byDistance, CancellationToken cancellation)
    {
        var rows = new double[nodes.Length][];
        Parallel.For(0, nodes.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            var all = From(roads, nodes[i], byDistance);
            var row = Array.ConvertAll(nodes, n => all[n]);
            var nearest = double.PositiveInfinity;
            for (var j = 0; j < row.Length; j++)
                if (nodes[j] != nodes[i]) nearest = Math.Min(nearest, row[j]);
            for (var j = 0; j < row.Length; j++)
                if (nodes[j] == nodes[i]) row[j] = double.IsFinite(nearest) ? nearest / 2 : 0;
            rows[i] = row;
        });
        return rows;
    }
}
