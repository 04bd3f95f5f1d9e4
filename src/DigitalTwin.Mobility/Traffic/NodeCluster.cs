using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>Nodes that must be in one part.</summary>
/// <param name="Nodes">The nodes, ascending.</param>
/// <param name="X">Where they lie on average, towards the east; in the unit of latitude.</param>
/// <param name="Y">Likewise to the north.</param>
/// <param name="Weight">Traffic.</param>
internal sealed record NodeCluster(List<int> Nodes, double X, double Y, double Weight);

/// <summary>Joins nodes to clusters: union-find (Tarjan 1975), the root of each being its least node.</summary>
internal sealed class NodeClusters
{
    private readonly int[] parent;

    public NodeClusters(int nodes) => parent = [.. Enumerable.Range(0, nodes)];

    /// <summary>Two nodes must be in one part.</summary>
    public void Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        if (a < b) parent[b] = a;
        else parent[a] = b;
    }

    /// <summary>The clusters, by their least node.</summary>
    /// <param name="nodes">Where the nodes lie.</param>
    /// <param name="weight">Traffic of each node.</param>
    public NodeCluster[] All(RoadNodes nodes, double[] weight)
    {
        var members = new SortedDictionary<int, List<int>>();
        for (var node = 0; node < parent.Length; node++)
        {
            var root = Root(node);
            if (root == node) members.Add(root, []);
            members[root].Add(node);
        }
        var east = Math.Cos(nodes.Latitude.Average() * Math.PI / 180);
        return [.. members.Values.Select(m => new NodeCluster(m, east * m.Average(n => nodes.Longitude[n]), m.Average(n => nodes.Latitude[n]), m.Sum(n => weight[n])))];
    }

    private int Root(int node)
    {
        while (parent[node] != node) node = parent[node] = parent[parent[node]];
        return node;
    }
}
