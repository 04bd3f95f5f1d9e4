namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// Which nodes of a part have something to do in which slice, so that idle ones cost nothing: a wheel of slices. A node may be called more than once or for nothing; it is looked at once a slice, and looking changes
/// nothing when there is nothing to do. What is further off than the wheel is called at its rim and calls itself again. Calls to nodes of other parts are kept until they are delivered.
/// </summary>
/// <param name="slice">Length of a slice, s.</param>
/// <param name="part">The part.</param>
/// <param name="partOf">Part of each node.</param>
/// <param name="calledFor">By facility, for all parts: the slice for which its node was called last, -1 for none.</param>
internal sealed class NodeCalendar(double slice, int part, int[] partOf, long[] calledFor)
{
    /// <summary>Slices on the wheel, a power of two.</summary>
    public const int Slots = 1024;

    private readonly Slot[] slots = NewSlots();
    private readonly List<(int Node, long Slice)> elsewhere = [];

    /// <summary>The slice that is being advanced; calls go to later ones.</summary>
    public long Now { get; set; }

    /// <summary>Nodes called into the current slice.</summary>
    public ReadOnlySpan<int> Called => slots[Now & (Slots - 1)] is var slot ? slot.Nodes.AsSpan(0, slot.Count) : [];

    /// <summary>Whether a time is beyond the rim of the wheel.</summary>
    public bool IsBeyond(double time) => time >= (Now + Slots - 4) * slice;

    /// <summary>Whether any node is called into a slice, no further off than the wheel.</summary>
    public bool IsCalled(long at) => slots[at & (Slots - 1)].Count > 0;

    /// <summary>Calls a node, of this part or another, in the slice that holds a time, or the next if that has begun.</summary>
    public void Call(int node, double time)
    {
        if (partOf[node] == part) Add(node, SliceOf(time));
        else elsewhere.Add((node, SliceOf(time)));
    }

    /// <summary>Calls a node of this part for what falls due next at one of its facilities, unless it is called for that already.</summary>
    public void CallFor(int facility, int node, double time)
    {
        var at = SliceOf(time);
        if (calledFor[facility] == at) return;
        calledFor[facility] = at;
        Add(node, at);
    }

    /// <summary>Hands the calls for nodes of other parts to their calendars.</summary>
    public void Deliver(ReadOnlySpan<TrafficPart> parts)
    {
        foreach (var (node, at) in elsewhere) parts[partOf[node]].Calendar.Add(node, at);
        elsewhere.Clear();
    }

    /// <summary>Forgets the calls of the current slice.</summary>
    public void Clear() => slots[Now & (Slots - 1)].Count = 0;

    /// <summary>The first slice from one on, before a limit, into which a node was called; the limit if there is none.</summary>
    public long Next(long from, long limit)
    {
        while (from < limit && !IsCalled(from)) from++;
        return from;
    }

    private long SliceOf(double time) => time >= (Now + Slots - 1) * slice ? Now + Slots - 1 : Math.Clamp((long)(time / slice), Now + 1, Now + Slots - 1);

    private void Add(int node, long at)
    {
        ref var slot = ref slots[at & (Slots - 1)];
        if (slot.Count == slot.Nodes.Length) Array.Resize(ref slot.Nodes, Math.Max(16, slot.Count * 2));
        slot.Nodes[slot.Count++] = node;
    }

    private static Slot[] NewSlots()
    {
        var slots = new Slot[Slots];
        Array.Fill(slots, new Slot { Nodes = [] });
        return slots;
    }

    private struct Slot
    {
        public int[] Nodes;
        public int Count;
    }
}
