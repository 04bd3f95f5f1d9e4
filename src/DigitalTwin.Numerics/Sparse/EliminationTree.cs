namespace DigitalTwin.Numerics.Sparse;

/// <summary>
/// The tree in which a column's parent is the first row below its diagonal (Liu 1990). Any order with children before parents gives the same fill, so
/// columns are renumbered in postorder: what a column is subtracted from then lies close behind it in memory.
/// </summary>
internal static class EliminationTree
{
    /// <summary>Vertices in a postorder of the tree of an elimination.</summary>
    public static int[] Postorder(EliminationGame game)
    {
        var n = game.Order.Length;
        var step = new int[n];
        for (var k = 0; k < n; k++) step[game.Order[k]] = k;

        // Children as linked lists; the last of Order first, so that each list comes out in elimination order.
        var firstChild = new int[n];
        var sibling = new int[n];
        Array.Fill(firstChild, -1);
        var roots = -1;
        for (var k = n - 1; k >= 0; k--)
        {
            var v = game.Order[k];
            var parent = -1;
            foreach (var u in game.Columns[v])
            {
                if (parent < 0 || step[u] < step[parent]) parent = u;
            }
            ref var list = ref parent < 0 ? ref roots : ref firstChild[parent];
            sibling[v] = list;
            list = v;
        }

        var order = new int[n];
        var stack = new int[n];
        int depth = 0, placed = 0;
        for (var root = roots; root >= 0; root = sibling[root])
        {
            stack[depth++] = root;
            while (depth > 0)
            {
                var v = stack[depth - 1];
                var child = firstChild[v];
                if (child >= 0)
                {
                    firstChild[v] = sibling[child];
                    stack[depth++] = child;
                }
                else
                {
                    order[placed++] = v;
                    depth--;
                }
            }
        }
        return order;
    }
}
