using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Routing;

/// <summary>
/// The roads as a search wants them: a vertex for every node, at which all links that begin there may follow, and a vertex of its own for the end of every link from which turns are
/// banned, at which only the allowed links follow; where a turn is banned for who came a certain way, one for each of these ways (<see cref="TurnMemory"/>). So a search over vertices honours bans, also at one node
/// after another, at hardly more than the cost of a search over nodes. The end of links into a node that is not passed through is a vertex from which nothing follows. Immutable; shared by the searches of all threads.
/// </summary>
public sealed class RoutingGraph
{
    private readonly TurnMemory memory;
    private readonly int[] vertexOf;

    /// <summary>Prepares a network.</summary>
    /// <param name="network">Roads.</param>
    /// <param name="landmarks">Landmarks that guide searches: 8, or 0 for searches that go in all directions.</param>
    public RoutingGraph(RoadNetwork network, int landmarks = Routing.Landmarks.Usual)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        var (nodes, links) = (network.Nodes.Count, network.Links.Count);
        memory = new(network);
        var sinks = new int[nodes];
        var owners = new List<int>(); // of vertices beyond the nodes: ~state for what is remembered at the end of a link, node for a sink
        (Head, vertexOf) = (new int[links], new int[memory.Count]);
        for (var link = 0; link < links; link++)
        {
            var node = network.Links.To[link];
            if (!network.Nodes.IsThrough[node])
            {
                if (sinks[node] == 0) sinks[node] = Vertex(node);
                Head[link] = sinks[node];
            }
            else if (memory.After(-1, link) is var state and >= 0) Head[link] = vertexOf[state] = Vertex(~state);
            else Head[link] = node;
        }
        for (var state = 0; state < memory.Count; state++)
            if (vertexOf[state] == 0) vertexOf[state] = network.Nodes.IsThrough[network.Links.To[memory.LinkOf(state)]] ? Vertex(~state) : sinks[network.Links.To[memory.LinkOf(state)]];
        NodeOf = new int[nodes + owners.Count];
        Start = new int[NodeOf.Length + 1];
        var (arcs, heads) = (new List<int>(links), new List<int>(links));
        for (var vertex = 0; vertex < NodeOf.Length; vertex++)
        {
            var owner = vertex < nodes ? vertex : owners[vertex - nodes];
            var node = NodeOf[vertex] = owner < 0 ? network.Links.To[memory.LinkOf(~owner)] : owner;
            if (vertex < nodes || owner < 0)
                foreach (var next in network.Out(node))
                {
                    if (owner < 0 && memory.Bans(~owner, next)) continue;
                    arcs.Add(next);
                    heads.Add(owner < 0 ? HeadAfter(~owner, next) : Head[next]);
                }
            Start[vertex + 1] = arcs.Count;
        }
        (Arcs, Heads) = ([.. arcs], [.. heads]);
        Landmarks = new Landmarks(network, landmarks);

        int Vertex(int owner)
        {
            owners.Add(owner);
            return nodes + owners.Count - 1;
        }
    }

    /// <summary>The roads.</summary>
    public RoadNetwork Network { get; }

    /// <summary>Lower bounds of times to a goal.</summary>
    internal Landmarks Landmarks { get; }

    /// <summary>Vertex to its first place in <see cref="Arcs"/>.</summary>
    internal int[] Start { get; }

    /// <summary>Links that may follow at a vertex, vertex by vertex, ascending.</summary>
    internal int[] Arcs { get; }

    /// <summary>Vertex to which each of <see cref="Arcs"/> leads.</summary>
    internal int[] Heads { get; }

    /// <summary>Vertex at the end of a link for who has driven nothing before it.</summary>
    internal int[] Head { get; }

    /// <summary>How many of the links that a vehicle has driven matter for where it may go; at most 1 when no sequence is banned.</summary>
    public int Remembers => memory.Longest;

    /// <summary>Node at which a vertex lies.</summary>
    internal int[] NodeOf { get; }

    /// <summary>The end of the last of the links that a vehicle has driven one after the other; at least one.</summary>
    public RoadPoint EndOf(ReadOnlySpan<int> driven)
    {
        var (state, last) = (-1, driven[^1]);
        if (memory.Longest > 1)
            foreach (var link in driven[..^1]) state = memory.After(state, link);
        return RoadPoint.EndOf(last, HeadAfter(state, last));
    }

    /// <summary>Whether a link may follow on links that were driven one after the other.</summary>
    public bool Allows(ReadOnlySpan<int> driven, int next)
    {
        var state = -1;
        foreach (var link in driven) state = memory.After(state, link);
        return state < 0 || !memory.Bans(state, next);
    }

    /// <summary>Vertex from which a route goes on.</summary>
    internal int VertexOf(RoadPoint point) => point.Vertex is var known and >= 0 ? known : point.IsLink ? Head[point.Index] : point.Index;

    private int HeadAfter(int state, int link) => memory.After(state, link) is var after and >= 0 ? vertexOf[after] : Head[link];

    /// <summary>Node at which a search for a point is aimed: where its link begins.</summary>
    internal int Aim(RoadPoint point) => point.IsLink ? Network.Links.From[point.Index] : point.Index;
}
