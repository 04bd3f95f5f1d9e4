namespace DigitalTwin.Numerics.Sparse;

/// <summary>
/// Renumbers an elimination by levels of its tree (a column's parent is its first neighbour to be eliminated; Liu 1990): first all leaves, then all whose
/// children are leaves, and so on. Any order with children before parents gives the same fill. Columns of a level do not depend on each other, and within a
/// level those with equally many entries stand together, so the processor sees long runs of the same short computation.
/// </summary>
internal static class LevelOrder
{
    /// <summary>Vertices by level, then by number of entries.</summary>
    public static int[] Of(EliminationGame game)
    {
        var n = game.Order.Length;
        var turn = new int[n];
        for (var k = 0; k < n; k++) turn[game.Order[k]] = k;
        var level = new int[n];
        var key = new long[n];
        for (var k = 0; k < n; k++)
        {
            var v = game.Order[k];
            var parent = -1;
            foreach (var u in game.Columns[v])
            {
                if (parent < 0 || turn[u] < turn[parent]) parent = u;
            }
            if (parent >= 0 && level[parent] <= level[v]) level[parent] = level[v] + 1;
            key[k] = ((long)level[v] << 32) | (uint)game.Columns[v].Length;
        }
        var vertices = (int[])game.Order.Clone();
        Array.Sort(key, vertices);
        return vertices;
    }
}
