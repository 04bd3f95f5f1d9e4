namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>
/// Puts the nodes of a changed bush in a topological order, those before a merge first, and writes it. Nodes are given in the old order, in which almost all links lead onward still: the search
/// for what must come before a node then ends where it begins. Workspace of one thread.
/// </summary>
internal sealed class BushSort(int nodes, int links)
{
    private readonly int[] node = new int[nodes];
    private readonly int[] first = new int[nodes + 1];
    private readonly BushLink[] incoming = new BushLink[links];
    private readonly int[] next = new int[nodes];
    private readonly int[] stack = new int[nodes];
    private readonly int[] order = new int[nodes];
    private readonly int[] place = new int[nodes];
    private readonly bool[] core = new bool[nodes];
    private int count, linkCount;

    /// <summary>Begins a bush.</summary>
    public void Begin() => (count, linkCount) = (0, 0);

    /// <summary>Begins the next node.</summary>
    /// <returns>Its number in the order in which nodes are given.</returns>
    public int Open(int graphNode)
    {
        (node[count], first[count], next[count], place[count], core[count]) = (graphNode, linkCount, linkCount, -1, false);
        return count++;
    }

    /// <summary>Adds a link that ends at the node; its tail is the number of a node, which may be given later.</summary>
    public void Add(in BushLink link) => incoming[linkCount++] = link;

    /// <summary>Sorts, and writes the bush.</summary>
    public void Write(Bush bush)
    {
        first[count] = linkCount;
        Sort();
        var merges = MarkCore();
        bush.Reserve(count, linkCount, merges);
        var positions = 0;
        for (var i = 0; i < count; i++)
            if (core[order[i]]) place[order[i]] = positions++;
        (bush.CoreCount, bush.Count) = (positions, count);
        for (var i = 0; i < count; i++)
            if (!core[order[i]]) place[order[i]] = positions++;
        for (var i = 0; i < count; i++) next[place[i]] = i;
        var (at, merge) = (0, 0);
        for (var position = 0; position < count; position++)
        {
            var old = next[position];
            bush.Node[position] = node[old];
            bush.First[position] = at;
            for (var k = first[old]; k < first[old + 1]; k++) bush.In[at++] = incoming[k] with { Tail = place[incoming[k].Tail] };
            if (first[old + 1] - first[old] > 1) bush.Merges[merge++] = position;
        }
        bush.First[count] = at;
        bush.MergeCount = merge;
    }

    private void Sort()
    {
        var sorted = 0;
        for (var start = 0; start < count; start++)
        {
            if (place[start] >= 0) continue;
            var depth = 0;
            stack[0] = start;
            place[start] = 0;
            while (depth >= 0)
            {
                var top = stack[depth];
                if (next[top] == first[top + 1])
                {
                    order[sorted++] = top;
                    depth--;
                    continue;
                }
                var tail = incoming[next[top]++].Tail;
                if (place[tail] >= 0) continue;
                place[tail] = 0;
                stack[++depth] = tail;
            }
        }
    }

    private int MarkCore()
    {
        var merges = 0;
        for (var i = count - 1; i >= 0; i--)
        {
            var here = order[i];
            var degree = first[here + 1] - first[here];
            if (degree > 1)
            {
                core[here] = true;
                merges++;
            }
            if (!core[here]) continue;
            for (var k = first[here]; k < first[here + 1]; k++) core[incoming[k].Tail] = true;
        }
        return merges;
    }
}
