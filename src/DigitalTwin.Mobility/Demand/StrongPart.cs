using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// The largest part of a road network in which every node can be reached from every other: places belong there, because a car that drives into any other part never comes back, or never gets there. By Tarjan's
/// depth-first search (SIAM J. Comput. 1, 1972) without recursion. Banned turns are not looked at.
/// </summary>
internal static class StrongPart
{
    /// <summary>Whether each node belongs to the largest part; of equal parts the one found first.</summary>
    public static bool[] Of(RoadNetwork roads)
    {
        ArgumentNullException.ThrowIfNull(roads);
        var n = roads.Nodes.Count;
        var (number, low, part, next) = (new int[n], new int[n], new int[n], (int[])roads.OutStart.Clone());
        var (open, path) = (new Stack<int>(), new Stack<int>());
        var (count, parts) = (0, 0);
        for (var root = 0; root < n; root++)
        {
            if (number[root] != 0) continue;
            path.Push(root);
            while (path.TryPeek(out var node))
            {
                if (number[node] == 0)
                {
                    number[node] = low[node] = ++count;
                    open.Push(node);
                }
                if (next[node] < roads.OutStart[node + 1])
                {
                    var to = roads.Links.To[roads.OutLinks[next[node]++]];
                    if (number[to] == 0) path.Push(to);
                    else if (part[to] == 0) low[node] = Math.Min(low[node], number[to]);
                    continue;
                }
                path.Pop();
                if (path.TryPeek(out var before)) low[before] = Math.Min(low[before], low[node]);
                if (low[node] != number[node]) continue;
                parts++;
                int member;
                do
                {
                    member = open.Pop();
                    part[member] = parts;
                }
                while (member != node);
            }
        }
        var sizes = new int[parts + 1];
        foreach (var p in part) sizes[p]++;
        var largest = Array.IndexOf(sizes, sizes.Max());
        return Array.ConvertAll(part, p => p == largest);
    }
}
