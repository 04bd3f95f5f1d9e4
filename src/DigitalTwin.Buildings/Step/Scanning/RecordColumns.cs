namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>What the first pass keeps of every record, in the order of the file: 24 bytes each.</summary>
internal sealed class RecordColumns(long totalBytes)
{
    private const int Least = 256;

    public long[] Ids = new long[Least];
    public long[] Offsets = new long[Least];
    public int[] Lengths = new int[Least];
    public int[] Keywords = new int[Least];

    public int Count { get; private set; }

    /// <summary>Adds a record: where it is from its <c>#</c> to behind its <c>;</c>.</summary>
    public void Add(long id, long offset, int length, int keyword)
    {
        if (Count == Ids.Length) Grow(offset);
        Ids[Count] = id;
        Offsets[Count] = offset;
        Lengths[Count] = length;
        Keywords[Count++] = keyword;
    }

    /// <summary>Leaves out the rows marked, keeping the order of the others.</summary>
    public void Remove(ReadOnlySpan<bool> marked)
    {
        var kept = 0;
        for (var row = 0; row < Count; row++)
        {
            if (marked[row]) continue;
            (Ids[kept], Offsets[kept], Lengths[kept], Keywords[kept]) = (Ids[row], Offsets[row], Lengths[row], Keywords[row]);
            kept++;
        }
        Count = kept;
    }

    /// <summary>To the size that the records so far promise for the whole file, so that a long file is copied seldom and nothing is doubled in vain.</summary>
    private void Grow(long scanned)
    {
        var promised = (double)Count * totalBytes / Math.Max(scanned, 1) * 1.05;
        var size = (int)Math.Clamp(promised, Count * 1.25 + 16, Math.Min(Count * 64.0, Array.MaxLength));
        Array.Resize(ref Ids, size);
        Array.Resize(ref Offsets, size);
        Array.Resize(ref Lengths, size);
        Array.Resize(ref Keywords, size);
    }
}
