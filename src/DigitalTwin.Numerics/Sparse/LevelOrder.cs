namespace DigitalTwin.Numerics.Sparse;

/// <summary>
/// Renumbers an elimination by levels of its tree: first all leaves, then all whose children are leaves, and so on. Columns of a level do not depend on each other,
/// and within a level those with equally many entries stand together, so the processor sees long runs of the same short computation.
/// </summary>
internal static class LevelOrder
{
    /// <summary>Vertices by level, then by number of entries, then by turn.</summary>
    public static int[] Of(EliminationTree tree)
    {
        var level = new int[tree.Order.Length];
        foreach (var v in tree.Order)
        {
            var parent = tree.Parent[v];
            if (parent >= 0 && level[parent] <= level[v]) level[parent] = level[v] + 1;
        }
        return Sort(Sort(tree.Order, tree.Entries), level);
    }

    // By counting: vertices with equal keys keep their order.
    private static int[] Sort(int[] vertices, int[] key)
    {
        var place = new int[vertices.Length + 1];
        foreach (var k in key) place[k + 1]++;
        for (var k = 1; k < place.Length; k++) place[k] += place[k - 1];
        var sorted = new int[vertices.Length];
        foreach (var v in vertices) sorted[place[key[v]]++] = v;
        return sorted;
    }
}
