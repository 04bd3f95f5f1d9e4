using System.Numerics;

namespace DigitalTwin.Mobility.Routing;

/// <summary>
/// Vertices in the order of their keys, equal keys in the order of vertices. An entry is one number, the vertex in the last bits and the leading bits of the key before them, so that a comparison is one
/// instruction; keys are told apart to 28 bits of their mantissa at least, 4e-9 of their size. A vertex whose key fell is entered again; who takes it out the second time skips it.
/// </summary>
/// <remarks>
/// What comes next in a search lies close to what came last, so entries of the next minute stand in buckets of a sixteenth of a second, few in each, on a ring (Dial 1969, Communications of the ACM 12:632-633; Brown's
/// calendar queue, 1988, Communications of the ACM 31:1220-1227); the few that lie elsewhere, in a heap. Where so many are equally promising that a bucket is crowded (a grid of equal streets), its entries move to the heap. The order is exact: of a bucket the least goes first, and of
/// bucket and heap the less.
/// </remarks>
/// <param name="vertices">Number of vertices, at most 2²⁴.</param>
internal sealed class SearchQueue(int vertices)
{
    // Buckets on the ring, a power of two, and of them those that are kept for less than the first entry.
    private const int Buckets = 1024, Before = 64, None = -1;

    // So many of a bucket are looked through one after the other.
    private const int Crowd = 24;
    private const double BucketsPerSecond = 16;
    private readonly ulong vertexBits = (1UL << Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)(vertices - 1)))) - 1;
    private readonly EntryHeap far = new();
    private readonly ulong[] isTaken = new ulong[Buckets / 64];
    private readonly int[] first = Enumerable.Repeat(None, Buckets).ToArray();
    private Item[] items = new Item[256];
    private int near, used, free = None;

    // The bucket in which the ring begins.
    private long start;

    public int Count => near + far.Count;

    public void Clear()
    {
        for (var word = 0; near > 0 && word < isTaken.Length; word++)
        {
            for (; isTaken[word] != 0; isTaken[word] &= isTaken[word] - 1) first[(word << 6) + BitOperations.TrailingZeroCount(isTaken[word])] = None;
        }
        (near, used, free) = (0, 0, None);
        far.Clear();
    }

    /// <summary>What stands for a vertex with a key of at least 0: numbers of that kind are ordered as their values.</summary>
    public ulong Entry(double key, int vertex) => ((ulong)BitConverter.DoubleToInt64Bits(key) & ~vertexBits) | (uint)vertex;

    public int VertexOf(ulong entry) => (int)(entry & vertexBits);

    public void Add(double key, int vertex)
    {
        var (entry, bucket) = (Entry(key, vertex), (long)(key * BucketsPerSecond));
        if (near == 0) start = bucket - Before;
        if ((ulong)(bucket - start) >= Buckets)
        {
            far.Add(entry);
            return;
        }
        var (at, item) = ((int)bucket & (Buckets - 1), Place());
        items[item] = new() { Entry = entry, Next = first[at] };
        first[at] = item;
        isTaken[at >> 6] |= 1UL << at;
        near++;
    }

    public ulong Take()
    {
        if (near == 0) return far.Take();
        var at = FirstTaken();
        ref var link = ref first[at];
        ref var least = ref link;
        var (entry, count) = (items[link].Entry, 1);
        for (; items[link].Next != None; count++)
        {
            link = ref items[link].Next;
            if (items[link].Entry >= entry) continue;
            least = ref link;
            entry = items[link].Entry;
        }
        if (count > Crowd)
        {
            MoveToHeap(at, count);
            return Take();
        }
        if (far.Count > 0 && far.Top < entry) return far.Take();
        start += (at - start) & (Buckets - 1);
        var item = least;
        least = items[item].Next;
        (items[item].Next, free) = (free, item);
        if (first[at] == None) isTaken[at >> 6] &= ~(1UL << at);
        near--;
        return entry;
    }

    private void MoveToHeap(int bucket, int count)
    {
        for (var item = first[bucket]; item != None;)
        {
            far.Add(items[item].Entry);
            (var next, items[item].Next, free) = (items[item].Next, free, item);
            item = next;
        }
        first[bucket] = None;
        isTaken[bucket >> 6] &= ~(1UL << bucket);
        near -= count;
    }

    // From the bucket in which the ring begins all round, so that the word in which it begins is looked at twice.
    private int FirstTaken()
    {
        var at = (int)start & (Buckets - 1);
        var word = at >> 6;
        var bits = isTaken[word] & (ulong.MaxValue << at);
        while (bits == 0)
        {
            word = (word + 1) & (Buckets / 64 - 1);
            bits = isTaken[word];
        }
        return (word << 6) + BitOperations.TrailingZeroCount(bits);
    }

    private int Place()
    {
        if (free != None)
        {
            var item = free;
            free = items[item].Next;
            return item;
        }
        if (used == items.Length) Array.Resize(ref items, 2 * used);
        return used++;
    }

    private struct Item
    {
        public ulong Entry;
        public int Next;
    }
}
