namespace DigitalTwin.Numerics.Sparse;

/// <summary>
/// An order of elimination with little fill: always a vertex of least degree (Tinney and Walker 1967, scheme 2), by the approximate degrees of Amestoy, Davis
/// and Duff (1996, SIAM J. Matrix Anal. Appl. 17).
/// </summary>
/// <remarks>
/// Eliminating a vertex joins all its neighbours with each other. Instead of those edges the graph keeps the clique itself, as an <i>element</i>: a list of
/// its members. A vertex then has a list of elements and a list of the plain edges that no element covers, and all lists together never need more room
/// than the edges did at the beginning. Four things keep the work small: an element that lies within another is dropped; a vertex's degree is bounded by
/// the sum of what its elements reach outside the newest one; a vertex that only the newest element reaches is eliminated with it; and vertices with the
/// same lists, which will have the same neighbours for ever, go on as one.
/// </remarks>
internal sealed partial class MinimumDegree
{
    private readonly int count;
    private readonly DegreeLists queue;

    // Of a variable: the vertices that it stands for, below 0 while it is in the front, 0 when it has been eliminated or goes on as another.
    private readonly int[] weight;

    // Of a variable: a bound of its degree. Of an element: the vertices in it.
    private readonly int[] degree;

    // Vertices that are eliminated together, in the order in which they joined.
    private readonly int[] follower;
    private readonly int[] lastOfGroup;

    private readonly List<int> pivots = [];
    private int eliminated;

    /// <summary>Vertices in the order of their elimination.</summary>
    public static int[] Order(SymmetricGraph graph) => new MinimumDegree(graph).Run();

    private MinimumDegree(SymmetricGraph graph)
    {
        count = graph.VertexCount;
        queue = new DegreeLists(count);
        (weight, degree) = (new int[count], new int[count]);
        (follower, lastOfGroup) = (new int[count], new int[count]);
        (start, length, elements) = (new int[count], new int[count], new int[count]);
        (seen, sameHash, hash, firstOfHash) = (new long[count], new int[count], new int[count], new int[count]);
        // The lists never need more than the edges did; a new one is made beside those that it replaces.
        store = new int[2 * graph.EdgeCount + count];
        for (var v = count - 1; v >= 0; v--)
        {
            var neighbours = graph.Neighbours(v);
            (weight[v], seen[v], follower[v], lastOfGroup[v], firstOfHash[v]) = (1, 1, -1, v, -1);
            (start[v], length[v], degree[v]) = (free, neighbours.Length, neighbours.Length);
            queue.Insert(v, degree[v]);
            neighbours.CopyTo(store.AsSpan(free));
            free += degree[v];
        }
    }

    private int[] Run()
    {
        while (eliminated < count)
        {
            var pivot = queue.TakeLeast();
            pivots.Add(pivot);
            eliminated += weight[pivot];
            if (degree[pivot] == 1 && elements[pivot] == 0)
            {
                DropLeaf(pivot);
                continue;
            }
            FormElement(pivot);
            CountOutside(pivot);
            UpdateMembers(pivot);
            MergeTwins(pivot);
            CloseElement(pivot);
        }
        var order = new int[count];
        var turn = 0;
        foreach (var pivot in pivots)
        {
            for (var v = pivot; v >= 0; v = follower[v]) order[turn++] = v;
        }
        return order;
    }

    // What has one neighbour joins nothing.
    private void DropLeaf(int pivot)
    {
        (weight[pivot], start[pivot], var q) = (0, Gone, start[pivot]);
        while (weight[store[q]] == 0) q++;
        queue.Move(store[q], --degree[store[q]]);
    }

    // The vertices of one variable are eliminated after those of another.
    private void Follow(int leader, int joining)
    {
        follower[lastOfGroup[leader]] = joining;
        lastOfGroup[leader] = lastOfGroup[joining];
        weight[joining] = 0;
        queue.Remove(joining);
        start[joining] = Gone;
    }
}
