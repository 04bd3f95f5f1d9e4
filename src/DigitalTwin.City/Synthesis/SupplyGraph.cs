namespace DigitalTwin.Cities.Synthesis;

/// <summary>A connection that can carry water in a quarter.</summary>
/// <param name="A">One end.</param>
/// <param name="B">The other end; for a PRV the downstream one.</param>
/// <param name="Length">m.</param>
/// <param name="IsMain">Whether it follows a main road.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Conduit(int A, int B, double Length, bool IsMain, ConduitKind Kind);

internal enum ConduitKind
{
    /// <summary>An open pipe.</summary>
    Pipe,

    /// <summary>A pipe that is shut: the boundary of a pressure zone.</summary>
    Shut,

    /// <summary>A pressure reducing valve.</summary>
    Reducer,
}

/// <summary>
/// The nodes and conduits of a quarter with their neighbours: corners first, then the delivery side of the pump station, then the tank.
/// </summary>
internal sealed class SupplyGraph
{
    private readonly int[] start, neighbour, by;

    public SupplyGraph(int nodes, IReadOnlyList<Conduit> conduits)
    {
        Nodes = nodes;
        Conduits = conduits;
        start = new int[nodes + 2];
        foreach (var c in conduits)
            if (c.Kind != ConduitKind.Shut) (start[c.A + 2], start[c.B + 2]) = (start[c.A + 2] + 1, start[c.B + 2] + 1);
        for (var i = 2; i < start.Length; i++) start[i] += start[i - 1];
        (neighbour, by) = (new int[start[^1]], new int[start[^1]]);
        for (var k = 0; k < conduits.Count; k++)
        {
            var c = conduits[k];
            if (c.Kind == ConduitKind.Shut) continue;
            (neighbour[start[c.A + 1]], by[start[c.A + 1]++]) = (c.B, k);
            (neighbour[start[c.B + 1]], by[start[c.B + 1]++]) = (c.A, k);
        }
    }

    public int Nodes { get; }

    public IReadOnlyList<Conduit> Conduits { get; }

    /// <summary>
    /// The tree of cheapest ways from a source over open conduits (main roads count half their length; a reducer only downstream): nodes in the
    /// order of reaching them, and the conduit by which each was reached (-1 at the source and where no way leads).
    /// </summary>
    public (int[] Order, int[] By) TreeFrom(int source)
    {
        var cost = new double[Nodes];
        Array.Fill(cost, double.PositiveInfinity);
        var reachedBy = new int[Nodes];
        Array.Fill(reachedBy, -1);
        var done = new bool[Nodes];
        var order = new List<int>(Nodes);
        var queue = new PriorityQueue<int, (double Cost, int Node)>();
        cost[source] = 0;
        queue.Enqueue(source, (0, source));
        while (queue.TryDequeue(out var node, out _))
        {
            if (done[node]) continue;
            done[node] = true;
            order.Add(node);
            for (var e = start[node]; e < start[node + 1]; e++)
            {
                var conduit = Conduits[by[e]];
                if (conduit.Kind == ConduitKind.Reducer && conduit.B == node) continue;
                var way = cost[node] + conduit.Length * (conduit.IsMain ? 0.5 : 1);
                if (way >= cost[neighbour[e]]) continue;
                (cost[neighbour[e]], reachedBy[neighbour[e]]) = (way, by[e]);
                queue.Enqueue(neighbour[e], (way, neighbour[e]));
            }
        }
        return ([.. order], reachedBy);
    }

    /// <summary>Flow of each conduit when a tree carries the demands, in the demands' unit.</summary>
    public double[] FlowsOf((int[] Order, int[] By) tree, double[] demand)
    {
        var through = (double[])demand.Clone();
        var flow = new double[Conduits.Count];
        for (var i = tree.Order.Length - 1; i > 0; i--)
        {
            var node = tree.Order[i];
            var conduit = tree.By[node];
            flow[conduit] = through[node];
            through[Other(conduit, node)] += through[node];
        }
        return flow;
    }

    /// <summary>Head lost from a tree's source to each node, m; NaN where no way leads.</summary>
    public double[] LossesOf((int[] Order, int[] By) tree, Func<int, double> lossOf)
    {
        var loss = new double[Nodes];
        Array.Fill(loss, double.NaN);
        loss[tree.Order[0]] = 0;
        for (var i = 1; i < tree.Order.Length; i++)
        {
            var conduit = tree.By[tree.Order[i]];
            loss[tree.Order[i]] = loss[Other(conduit, tree.Order[i])] + lossOf(conduit);
        }
        return loss;
    }

    private int Other(int conduit, int node) => Conduits[conduit].A == node ? Conduits[conduit].B : Conduits[conduit].A;
}
