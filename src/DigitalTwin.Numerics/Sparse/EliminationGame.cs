namespace DigitalTwin.Numerics.Sparse;

/// <summary>
/// Plays Gaussian elimination on the graph of a symmetric matrix before any number is known (Parter 1961; Rose 1972): eliminating a vertex
/// joins all its remaining neighbours with each other, and those neighbours are the pattern of its column in the factor.
/// The next vertex is always one of least degree (Tinney and Walker 1967, scheme 2), which keeps the fill small on the nearly
/// planar graphs of pipe and street networks.
/// </summary>
/// <remarks>
/// The neighbours are kept as explicit sorted lists. On networks whose largest front is some hundred vertices this costs no more
/// than one numeric factorisation, and the pattern of the factor comes out of it for nothing.
/// </remarks>
internal sealed class EliminationGame
{
    private readonly int[][] neighbours;
    private readonly int[] count;
    private readonly DegreeLists degrees;

    /// <summary>Vertices in the order of their elimination.</summary>
    public int[] Order { get; }

    /// <summary>For each vertex its neighbours at the moment of its elimination, ascending by vertex number.</summary>
    public int[][] Columns { get; }

    /// <summary>Plays the whole game.</summary>
    /// <param name="graph">Graph of the matrix.</param>
    public EliminationGame(SymmetricGraph graph)
    {
        var n = graph.VertexCount;
        neighbours = new int[n][];
        count = new int[n];
        for (var v = 0; v < n; v++)
        {
            neighbours[v] = graph.Neighbours(v).ToArray();
            count[v] = neighbours[v].Length;
        }
        degrees = new DegreeLists(count);
        Order = new int[n];
        Columns = new int[n][];
        var merged = new int[n];
        for (var step = 0; step < n; step++)
        {
            var v = degrees.TakeLeast();
            Order[step] = v;
            Columns[v] = count[v] == neighbours[v].Length ? neighbours[v] : neighbours[v].AsSpan(0, count[v]).ToArray();
            neighbours[v] = [];
            if (Columns[v].Length == n - step - 1)
            {
                EliminateClique(step + 1, v);
                return;
            }
            foreach (var u in Columns[v]) Join(u, v, Columns[v], merged);
        }
    }

    // What is left is complete: any order is as good as any other, so the numbering decides.
    private void EliminateClique(int step, int last)
    {
        var clique = Columns[last];
        for (var i = 0; i < clique.Length; i++)
        {
            Order[step + i] = clique[i];
            Columns[clique[i]] = clique.AsSpan(i + 1).ToArray();
        }
    }

    // Neighbours of u become (neighbours of u) ∪ front, without u and the eliminated vertex.
    private void Join(int u, int eliminated, int[] front, int[] merged)
    {
        var own = neighbours[u];
        int i = 0, j = 0, m = 0, owned = count[u];
        while (i < owned || j < front.Length)
        {
            int next;
            if (j == front.Length) next = own[i++];
            else if (i == owned) next = front[j++];
            else
            {
                next = Math.Min(own[i], front[j]);
                if (own[i] == next) i++;
                if (front[j] == next) j++;
            }
            if (next != u && next != eliminated) merged[m++] = next;
        }
        if (m > own.Length) neighbours[u] = own = new int[m + m / 2];
        merged.AsSpan(0, m).CopyTo(own);
        count[u] = m;
        degrees.Move(u, m);
    }
}
