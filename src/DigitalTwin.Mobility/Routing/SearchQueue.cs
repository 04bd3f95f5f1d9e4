using System.Numerics;

namespace DigitalTwin.Mobility.Routing;

/// <summary>
/// Vertices in the order of their keys, equal keys in the order of vertices: a heap with four children to a parent. An entry is one number, the vertex in the last bits and the leading bits of the key before them, so that
/// a comparison is one instruction; keys are told apart to 28 bits of their mantissa at least, 4e-9 of their size. A vertex whose key fell is entered again; who takes it out the second time skips it.
/// </summary>
/// <param name="vertices">Number of vertices, at most 2²⁴.</param>
internal sealed class SearchQueue(int vertices)
{
    private readonly ulong vertexBits = (1UL << Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)(vertices - 1)))) - 1;
    private ulong[] heap = new ulong[256];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    /// <summary>What stands for a vertex with a key of at least 0: numbers of that kind are ordered as their values.</summary>
    public ulong Entry(double key, int vertex) => ((ulong)BitConverter.DoubleToInt64Bits(key) & ~vertexBits) | (uint)vertex;

    public int VertexOf(ulong entry) => (int)(entry & vertexBits);

    public void Add(double key, int vertex)
    {
        if (Count == heap.Length) Array.Resize(ref heap, 2 * Count);
        var (items, at, entry) = (heap, Count++, Entry(key, vertex));
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
