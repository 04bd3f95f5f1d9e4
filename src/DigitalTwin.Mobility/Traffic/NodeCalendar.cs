namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// Which nodes have something to do in which slice, so that idle ones cost nothing: a wheel of slices, for each worker that writes and each part of the network that reads. A node may be
/// called more than once or for nothing; it is looked at once a slice, and looking changes nothing when there is nothing to do. What is further off than the wheel is called at its rim and calls itself again.
/// </summary>
internal sealed class NodeCalendar
{
    /// <summary>Slices on the wheel, a power of two.</summary>
    public const int Slots = 1024;

    private readonly double slice;
    private readonly int parts;
    private readonly int[] partOf;
    private readonly Slot[] slots;
    private readonly long[] calledFor;

    public NodeCalendar(double slice, int workers, int[] partOf, int parts, int facilities, int links)
    {
        (this.slice, this.partOf, this.parts, IsSlow) = (slice, partOf, parts, new bool[links]);
        slots = new Slot[workers * parts * Slots];
        Array.Fill(slots, new Slot { Nodes = [] });
        calledFor = new long[facilities];
        Array.Fill(calledFor, -1);
    }

    /// <summary>The slice that is being advanced; calls go to later ones.</summary>
    public long Now { get; set; }

    /// <summary>Links on which a vehicle may be for longer than the wheel goes round: who looks at such a link calls its node again.</summary>
    public bool[] IsSlow { get; }

    /// <summary>Whether a time is beyond the rim of the wheel.</summary>
    public bool IsBeyond(double time) => time >= (Now + Slots - 4) * slice;

    /// <summary>Calls a node in the slice that holds a time, or the next if that has begun.</summary>
    public void Call(int worker, int node, double time) => Add(worker, node, SliceOf(time));

    /// <summary>Calls a node for what falls due next at one of its facilities, unless it is called for that already.</summary>
    public void CallFor(int worker, int facility, int node, double time)
    {
        var at = SliceOf(time);
        if (calledFor[facility] == at) return;
        calledFor[facility] = at;
        Add(worker, node, at);
    }

    private long SliceOf(double time) => time >= (Now + Slots - 1) * slice ? Now + Slots - 1 : Math.Clamp((long)(time / slice), Now + 1, Now + Slots - 1);

    private void Add(int worker, int node, long at)
    {
        ref var slot = ref slots[(worker * parts + partOf[node]) * Slots + (int)(at & (Slots - 1))];
        if (slot.Count == slot.Nodes.Length) Array.Resize(ref slot.Nodes, Math.Max(16, slot.Count * 2));
        slot.Nodes[slot.Count++] = node;
    }

    /// <summary>Nodes of a part that a worker called into the current slice.</summary>
    public ReadOnlySpan<int> Called(int worker, int part)
    {
        ref var slot = ref slots[(worker * parts + part) * Slots + (int)(Now & (Slots - 1))];
        return slot.Nodes.AsSpan(0, slot.Count);
    }

    /// <summary>Forgets the calls of the current slice.</summary>
    public void Clear()
    {
        for (var list = (int)(Now & (Slots - 1)); list < slots.Length; list += Slots) slots[list].Count = 0;
    }

    /// <summary>The first slice after the current, before a limit, into which a node was called; the limit if there is none.</summary>
    public long Next(long limit)
    {
        for (var at = Now + 1; at < limit && at < Now + Slots; at++)
        {
            for (var list = (int)(at & (Slots - 1)); list < slots.Length; list += Slots)
            {
                if (slots[list].Count > 0) return at;
            }
        }
        return limit;
    }

    private struct Slot
    {
        public int[] Nodes;
        public int Count;
    }
}
