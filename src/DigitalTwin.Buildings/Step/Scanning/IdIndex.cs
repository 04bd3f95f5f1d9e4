namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>
/// From an id to its row. Exporters number densely or sparsely (6,500 records with ids up to 63 million were seen): a table over the ids where it costs at most
/// 16 bytes a record, else open addressing at a load below a half. Immutable.
/// </summary>
internal sealed class IdIndex
{
    private readonly long[] ids;
    private readonly int[] slots;
    private readonly bool dense;

    /// <summary>Indexes the first <paramref name="count"/> ids; <paramref name="repeated"/> lists the rows whose id an earlier row has, in order. They are not found.</summary>
    public IdIndex(long[] ids, int count, out List<(int Row, int First)> repeated, CancellationToken cancellation)
    {
        this.ids = ids;
        repeated = [];
        long largest = -1;
        foreach (var id in ids.AsSpan(0, count)) largest = Math.Max(largest, id);
        dense = largest < 4L * count + 64;
        slots = new int[dense ? largest + 1 : (long)Math.Min(1L << 30, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2 * (long)count, 16)))];
        for (var row = 0; row < count; row++)
        {
            if ((row & 0xFFFFF) == 0) cancellation.ThrowIfCancellationRequested();
            ref var slot = ref dense ? ref slots[ids[row]] : ref Slot(ids[row]);
            if (slot != 0) repeated.Add((row, slot - 1));
            else slot = row + 1;
        }
    }

    /// <summary>The row of an id; negative when no record has it.</summary>
    public int Row(long id)
    {
        if (id < 0) return -1;
        if (dense) return id < slots.Length ? slots[id] - 1 : -1;
        return Slot(id) - 1;
    }

    private ref int Slot(long id)
    {
        var at = (int)((ulong)id * 0x9E3779B97F4A7C15 >> 34) & (slots.Length - 1);
        while (slots[at] != 0 && ids[slots[at] - 1] != id) at = (at + 1) & (slots.Length - 1);
        return ref slots[at];
    }
}
