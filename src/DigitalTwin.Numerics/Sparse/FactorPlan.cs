namespace DigitalTwin.Numerics.Sparse;

/// <summary>
/// Everything about the factorisation A = L D Lᵀ of a sparse symmetric positive definite matrix that depends on its pattern alone: the order of
/// elimination, where each entry of A lands, and for every product of the factorisation the place that it is subtracted from. It is made once per
/// topology, immutable, and shared by any number of <see cref="GroundedLaplacian"/>s.
/// </summary>
public sealed partial class FactorPlan
{
    /// <summary>Row of the matrix in elimination order, by vertex.</summary>
    public int[] RowOfVertex { get; }

    /// <summary>Vertex, by row.</summary>
    public int[] VertexOfRow { get; }

    /// <summary>Column j's entries below the diagonal are <c>ColumnStart[j] .. ColumnStart[j+1]-1</c>; length n + 1.</summary>
    internal int[] ColumnStart { get; }

    /// <summary>Row of each entry below the diagonal, ascending within a column.</summary>
    internal int[] EntryRow { get; }

    /// <summary>
    /// For entry p of a column, how its products with the entries after it are subtracted: at least 0 means from consecutive places beginning
    /// there; below 0 means from the places that <c>Scatter[~Target[p] ...]</c> gives.
    /// </summary>
    internal int[] Target { get; }

    /// <summary>
    /// Places for products that do not fall on consecutive entries: fewer than <see cref="ManyProducts"/> one by one, more as pairs of a first place and how many
    /// fall there and on those after it. Columns that go on in their parents share them.
    /// </summary>
    internal int[] Scatter { get; }

    /// <summary>Consecutive columns with equally many entries.</summary>
    internal (int End, int Entries)[] Runs { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => VertexOfRow.Length;

    /// <summary>Entries of L below the diagonal.</summary>
    public int EntryCount => EntryRow.Length;

    /// <summary>Multiplications and subtractions of one factorisation, without those of the diagonal.</summary>
    public long ProductCount { get; }

    /// <summary>Makes the plan for a pattern.</summary>
    public FactorPlan(SymmetricGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var tree = new EliminationTree(graph, MinimumDegree.Order(graph));
        VertexOfRow = LevelOrder.Of(tree);
        var n = VertexOfRow.Length;
        RowOfVertex = new int[n];
        ColumnStart = new int[n + 1];
        for (var j = 0; j < n; j++)
        {
            var entries = tree.Entries[VertexOfRow[j]];
            RowOfVertex[VertexOfRow[j]] = j;
            ColumnStart[j + 1] = ColumnStart[j] + entries;
            ProductCount += (long)entries * (entries - 1) / 2;
        }
        EntryRow = Rows(graph, tree);
        Target = new int[EntryRow.Length];
        Scatter = PlanProducts();
        Runs = FindRuns();
    }

    /// <summary>Place of the entry that couples two vertices among the entries below the diagonal, or -1 when the pattern has none.</summary>
    public int EntryOf(int vertex, int otherVertex)
    {
        int a = RowOfVertex[vertex], b = RowOfVertex[otherVertex];
        var column = Math.Min(a, b);
        var place = EntryRow.AsSpan(ColumnStart[column], ColumnStart[column + 1] - ColumnStart[column]).BinarySearch(Math.Max(a, b));
        return place < 0 ? -1 : ColumnStart[column] + place;
    }

    // A row has an entry in every column on the way up the tree from its neighbours before it. Row after row, each column gets its entries in order.
    private int[] Rows(SymmetricGraph graph, EliminationTree tree)
    {
        var rows = new int[ColumnStart[RowCount]];
        var next = ColumnStart.AsSpan(0, RowCount).ToArray();
        var reached = new int[RowCount];
        Array.Fill(reached, -1);
        for (var row = 0; row < RowCount; row++)
        {
            reached[VertexOfRow[row]] = row;
            foreach (var u in graph.Neighbours(VertexOfRow[row]))
            {
                if (RowOfVertex[u] > row) continue;
                for (var v = u; reached[v] != row; v = tree.Parent[v])
                {
                    reached[v] = row;
                    rows[next[RowOfVertex[v]]++] = row;
                }
            }
        }
        return rows;
    }

    private (int End, int Entries)[] FindRuns()
    {
        var runs = new List<(int, int)>();
        for (var j = 0; j < RowCount;)
        {
            var entries = ColumnStart[j + 1] - ColumnStart[j];
            while (++j < RowCount && ColumnStart[j + 1] - ColumnStart[j] == entries)
            {
            }
            runs.Add((j, entries));
        }
        return [.. runs];
    }
}
