namespace DigitalTwin.Numerics.Sparse;

/// <summary>
/// The tree of an elimination (Liu 1990, SIAM J. Matrix Anal. Appl. 11): a vertex's parent is the first of its neighbours, at the moment of its elimination, to be
/// eliminated after it. Any order with children before parents has the same tree and the same fill.
/// </summary>
internal sealed class EliminationTree
{
    private readonly int[] reached;

    /// <summary>Vertices with children before parents.</summary>
    public int[] Order { get; }

    /// <summary>Parent by vertex, -1 for a root.</summary>
    public int[] Parent { get; }

    /// <summary>Neighbours of each vertex at the moment of its elimination: the entries of its column.</summary>
    public int[] Entries { get; }

    public EliminationTree(SymmetricGraph graph, int[] order)
    {
        var n = graph.VertexCount;
        (Order, Parent, Entries, reached) = (order, new int[n], new int[n], new int[n]);
        var turn = new int[n];
        for (var k = 0; k < n; k++) turn[order[k]] = k;
        Join(graph, turn);
        Array.Fill(reached, -1);
        for (var k = 0; k < n; k++)
        {
            reached[order[k]] = k;
            foreach (var u in graph.Neighbours(order[k]))
            {
                if (turn[u] > k) continue;
                for (var v = u; reached[v] != k; v = Parent[v])
                {
                    reached[v] = k;
                    Entries[v]++;
                }
            }
        }
    }

    // The highest ancestor known so far takes the vertex as its parent; all on the way there learn of it, so that the next climb is short.
    private void Join(SymmetricGraph graph, int[] turn)
    {
        var ancestor = reached;
        Array.Fill(ancestor, -1);
        Array.Fill(Parent, -1);
        foreach (var v in Order)
        {
            foreach (var u in graph.Neighbours(v))
            {
                for (var below = u; below >= 0 && turn[below] < turn[v];)
                {
                    var above = ancestor[below];
                    ancestor[below] = v;
                    if (above < 0) Parent[below] = v;
                    below = above;
                }
            }
        }
    }
}
