namespace DigitalTwin.Mobility.Routing;

/// <summary>Numbers, the least first: a heap with four children to a parent.</summary>
internal sealed class EntryHeap
{
    private ulong[] heap = new ulong[64];

    public int Count { get; private set; }

    /// <summary>The least; there must be one.</summary>
    public ulong Top => heap[0];

    public void Clear() => Count = 0;

    public void Add(ulong entry)
    {
        if (Count == heap.Length) Array.Resize(ref heap, 2 * Count);
        var (items, at) = (heap, Count++);
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            if (entry >= items[parent]) break;
            items[at] = items[parent];
            at = parent;
        }
        items[at] = entry;
    }

    public ulong Take()
    {
        var items = heap;
        var top = items[0];
        var count = --Count;
        var entry = items[count];
        var at = 0;
        for (int child; (child = 4 * at + 1) < count;)
        {
            var (least, end) = (items[child], Math.Min(child + 4, count));
            var where = child;
            for (var other = child + 1; other < end; other++)
            {
                var candidate = items[other];
                where = candidate < least ? other : where;
                least = Math.Min(least, candidate);
            }
            if (entry <= least) break;
            items[at] = least;
            at = where;
        }
        items[at] = entry;
        return top;
    }
}
