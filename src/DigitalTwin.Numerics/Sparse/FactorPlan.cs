namespace DigitalTwin.Numerics.Sparse;

/// <summary>
/// Everything about the factorisation A = L D Lᵀ of a sparse symmetric positive definite matrix that depends on its pattern alone: the order of
/// elimination, where each entry of A lands, and for every product of the factorisation the place that it is subtracted from. It is made once per
/// topology, immutable, and shared by any number of <see cref="GroundedLaplacian"/>s.
/// </summary>
public sealed class FactorPlan
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
    /// there; below 0 means from the places <c>Scatter[~Target[p] ...]</c>.
    /// </summary>
    internal int[] Target { get; }

    /// <summary>Places for products that do not fall on consecutive entries.</summary>
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
        var game = new EliminationGame(graph);
        VertexOfRow = LevelOrder.Of(game);
        var n = VertexOfRow.Length;
        RowOfVertex = new int[n];
        for (var j = 0; j < n; j++) RowOfVertex[VertexOfRow[j]] = j;

        ColumnStart = new int[n + 1];
        for (var j = 0; j < n; j++) ColumnStart[j + 1] = ColumnStart[j] + game.Columns[VertexOfRow[j]].Length;
        EntryRow = new int[ColumnStart[n]];
        for (var j = 0; j < n; j++)
        {
            var column = EntryRow.AsSpan(ColumnStart[j], ColumnStart[j + 1] - ColumnStart[j]);
            var vertices = game.Columns[VertexOfRow[j]];
            for (var i = 0; i < vertices.Length; i++) column[i] = RowOfVertex[vertices[i]];
            ShortSort.Sort(column);
            ProductCount += (long)column.Length * (column.Length - 1) / 2;
        }
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

    private int[] PlanProducts()
    {
        var scatter = new List<int>();
        var placeOfRow = new int[RowCount];
        // The products of entry p go to the column that p's row is; that column is looked up entry by entry.
        var users = UsersByRow(out var userStart);
        for (var column = 0; column < RowCount; column++)
        {
            for (var e = ColumnStart[column]; e < ColumnStart[column + 1]; e++) placeOfRow[EntryRow[e]] = e;
            for (var u = userStart[column]; u < userStart[column + 1]; u++) Target[users[u].Entry] = Destination(users[u], placeOfRow, scatter);
        }
        return [.. scatter];
    }

    private int Destination((int Entry, int End) user, int[] placeOfRow, List<int> scatter)
    {
        var length = user.End - user.Entry - 1;
        if (length == 0) return 0;
        var first = placeOfRow[EntryRow[user.Entry + 1]];
        var consecutive = true;
        for (var k = 1; k < length && consecutive; k++) consecutive = placeOfRow[EntryRow[user.Entry + 1 + k]] == first + k;
        if (consecutive) return first;
        var begin = scatter.Count;
        for (var k = 0; k < length; k++) scatter.Add(placeOfRow[EntryRow[user.Entry + 1 + k]]);
        return ~begin;
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

    // Entries grouped by their row, each with the end of its own column.
    private (int Entry, int End)[] UsersByRow(out int[] start)
    {
        start = new int[RowCount + 1];
        foreach (var row in EntryRow) start[row + 1]++;
        for (var r = 0; r < RowCount; r++) start[r + 1] += start[r];
        var fill = start.AsSpan(0, RowCount).ToArray();
        var users = new (int, int)[EntryRow.Length];
        for (var column = 0; column < RowCount; column++)
        {
            for (var e = ColumnStart[column]; e < ColumnStart[column + 1]; e++) users[fill[EntryRow[e]]++] = (e, ColumnStart[column + 1]);
        }
        return users;
    }
}
