using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Routing;

/// <summary>
/// The roads as a search wants them: a vertex for every node, at which all links that begin there may follow, and a vertex of its own for the end of every link from which turns are
/// banned, at which only the allowed links follow. So a search over vertices honours bans, also at one node after another, at hardly more than the cost of a search over nodes. The end of links into
/// a node that is not passed through is a vertex from which nothing follows. Immutable; shared by the searches of all threads.
/// </summary>
public sealed class RoutingGraph
{
    /// <summary>Prepares a network.</summary>
    /// <param name="network">Roads.</param>
    /// <param name="landmarks">Landmarks that guide searches: 8, or 0 for searches that go in all directions.</param>
    public RoutingGraph(RoadNetwork network, int landmarks = Routing.Landmarks.Usual)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        var (nodes, links) = (network.Nodes.Count, network.Links.Count);
        var sinks = new int[nodes];
        var owners = new List<int>(); // of vertices beyond the nodes: ~link for the end of a link with bans, node for a sink
        Head = new int[links];
        var bans = network.BannedTurns.GroupBy(turn => turn.From).ToDictionary(turns => turns.Key, turns => turns.Select(turn => turn.To).ToHashSet());
        for (var link = 0; link < links; link++)
        {
            var node = network.Links.To[link];
            if (!network.Nodes.IsThrough[node])
            {
                if (sinks[node] == 0)
                {
                    sinks[node] = nodes + owners.Count;
                    owners.Add(node);
                }
                Head[link] = sinks[node];
            }
            else if (bans.ContainsKey(link))
            {
                Head[link] = nodes + owners.Count;
                owners.Add(~link);
            }
            else
            {
                Head[link] = node;
            }
        }
        NodeOf = new int[nodes + owners.Count];
        Start = new int[NodeOf.Length + 1];
        var arcs = new List<int>(links);
        for (var vertex = 0; vertex < NodeOf.Length; vertex++)
        {
            var owner = vertex < nodes ? vertex : owners[vertex - nodes];
            var node = NodeOf[vertex] = owner < 0 ? network.Links.To[~owner] : owner;
            if (vertex < nodes) arcs.AddRange(network.Out(node));
            else if (owner < 0)
            {
                foreach (var next in network.Out(node))
                {
                    if (!bans[~owner].Contains(next)) arcs.Add(next);
                }
            }
            Start[vertex + 1] = arcs.Count;
        }
        Arcs = [.. arcs];
        Landmarks = new Landmarks(network, landmarks);
    }

    /// <summary>The roads.</summary>
    public RoadNetwork Network { get; }

    /// <summary>Lower bounds of times to a goal.</summary>
    internal Landmarks Landmarks { get; }

    /// <summary>Vertex to its first place in <see cref="Arcs"/>.</summary>
    internal int[] Start { get; }

    /// <summary>Links that may follow at a vertex, vertex by vertex, ascending.</summary>
    internal int[] Arcs { get; }

    /// <summary>Vertex at the end of a link.</summary>
    internal int[] Head { get; }

    /// <summary>Node at which a vertex lies.</summary>
    internal int[] NodeOf { get; }

    /// <summary>Vertex from which a route goes on.</summary>
    internal int VertexOf(RoadPoint point) => point.IsLink ? Head[point.Index] : point.Index;

    /// <summary>Node at which a search for a point is aimed: where its link begins.</summary>
    internal int Aim(RoadPoint point) => point.IsLink ? Network.Links.From[point.Index] : point.Index;
}
