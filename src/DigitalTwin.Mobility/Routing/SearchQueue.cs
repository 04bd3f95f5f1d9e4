namespace DigitalTwin.Mobility.Routing;

/// <summary>
/// Vertices in the order of their keys, equal keys in the order of vertices: a heap with four children to a parent. A vertex whose key fell is entered again; who takes it out the second time skips it.
/// </summary>
internal sealed class SearchQueue
{
    private (double Key, int Vertex)[] heap = new (double, int)[256];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Add(double key, int vertex)
    {
        if (Count == heap.Length) Array.Resize(ref heap, 2 * Count);
        var (items, at) = (heap, Count++);
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            if (!Before(key, vertex, items[parent])) break;
            items[at] = items[parent];
            at = parent;
        }
        items[at] = (key, vertex);
    }

    public (double Key, int Vertex) Take()
    {
        var items = heap;
        var top = items[0];
        var count = --Count;
        var (key, vertex) = items[count];
        var at = 0;
        while (true)
        {
            var child = 4 * at + 1;
            if (child >= count) break;
            var end = Math.Min(child + 4, count);
            var least = child;
            for (var other = child + 1; other < end; other++)
            {
                if (Before(items[other].Key, items[other].Vertex, items[least])) least = other;
            }
            if (!Before(items[least].Key, items[least].Vertex, (key, vertex))) break;
            items[at] = items[least];
            at = least;
        }
        items[at] = (key, vertex);
        return top;
    }

    private static bool Before(double key, int vertex, (double Key, int Vertex) other) => key < other.Key || (key == other.Key && vertex < other.Vertex);
}
