namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>
/// Puts the nodes of a changed bush in a topological order, those before a merge first, and writes it. Nodes are given in the old order. Behind the merges the bush is a tree that has
/// not changed, so that the old order still holds there; only the nodes from which paths lead to a merge are sorted. Workspace of one thread.
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
    private readonly int[] merges = new int[nodes];
    private int count, linkCount, mergeCount, sorted;

    // What place holds before a node has one.
    private const int Behind = -2, Ahead = -1;

    /// <summary>Begins a bush.</summary>
    public void Begin() => (count, linkCount) = (0, 0);

    /// <summary>Begins the next node.</summary>
    /// <returns>Its number in the order in which nodes are given.</returns>
    public int Open(int graphNode)
    {
        (node[count], first[count]) = (graphNode, linkCount);
        return count++;
    }

    /// <summary>Adds a link that ends at the node; its tail is the number of a node. It may be given later only when the node has another link besides, whose tail was given before.</summary>
    public void Add(in BushLink link) => incoming[linkCount++] = link;

    /// <summary>Sorts, and writes the bush.</summary>
    public void Write(Bush bush)
    {
        first[count] = linkCount;
        (mergeCount, sorted) = (0, 0);
        MarkAhead();
        SortAhead();
        (bush.Count, bush.CoreCount, bush.MergeCount) = (count, sorted, mergeCount);
        for (var i = 0; i < count; i++)
            if (place[i] == Behind) Put(i);
        bush.Reserve(count, linkCount, mergeCount);
        var (at, merge, into) = (0, 0, bush.In);
        for (var position = 0; position < count; position++)
        {
            var i = order[position];
            (bush.Node[position], bush.First[position]) = (node[i], at);
            var (from, to) = (first[i], first[i + 1]);
            if (to - from > 1) bush.Merges[merge++] = position;
            for (var k = from; k < to; k++, at++)
            {
                ref readonly var link = ref incoming[k];
                into[at] = new(link.Link, place[link.Tail], link.Flow);
            }
        }
        bush.First[count] = at;
    }

    /// <summary>Marks what leads to a merge, going back from each.</summary>
    private void MarkAhead()
    {
        place.AsSpan(0, count).Fill(Behind);
        for (var i = 0; i < count; i++)
            if (first[i + 1] - first[i] > 1) merges[mergeCount++] = i;
        foreach (var merge in merges.AsSpan(0, mergeCount))
        {
            if (place[merge] == Ahead) continue;
            place[merge] = Ahead;
            stack[0] = merge;
            for (var depth = 1; depth > 0;)
            {
                var here = stack[--depth];
                for (var k = first[here]; k < first[here + 1]; k++)
                {
                    var tail = incoming[k].Tail;
                    if (place[tail] == Ahead) continue;
                    place[tail] = Ahead;
                    stack[depth++] = tail;
                }
            }
        }
    }

    /// <summary>Places each marked node after all that must come before it. In the old order almost everything has its place already when it is asked for.</summary>
    private void SortAhead()
    {
        for (var i = 0; i < count; i++)
            if (place[i] == Ahead) next[i] = first[i];
        for (var start = 0; start < count; start++)
        {
            if (place[start] != Ahead) continue;
            stack[0] = start;
            for (var depth = 0; depth >= 0;)
            {
                var top = stack[depth];
                if (next[top] == first[top + 1])
                {
                    Put(top);
                    depth--;
                }
                else if (incoming[next[top]++].Tail is var tail && place[tail] == Ahead)
                {
                    stack[++depth] = tail;
                }
            }
        }
    }

    private void Put(int i)
    {
        place[i] = sorted;
        order[sorted++] = i;
    }
}
