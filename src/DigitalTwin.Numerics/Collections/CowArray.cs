namespace DigitalTwin.Numerics.Collections;

/// <summary>
/// An array whose copies share what neither has changed: pages of 4 KiB, copied when first written after a
/// <see cref="Snapshot"/>. A snapshot costs one reference per page, a write at most one page; so the state of a million meters is captured
/// in what has changed. It is not thread-safe; snapshots of one array may be read by many threads.
/// </summary>
/// <typeparam name="T">Values without references.</typeparam>
public sealed class CowArray<T>
    where T : unmanaged
{
    // Pages of 4 KiB, whatever the values are.
    private static readonly int Shift = System.Numerics.BitOperations.Log2((uint)(4096 / System.Runtime.CompilerServices.Unsafe.SizeOf<T>()));
    private readonly T[][] pages;
    private readonly bool[] owned;

    /// <summary>Creates an array of <paramref name="length"/> values, all <paramref name="value"/>; equal pages are one page in memory.</summary>
    public CowArray(int length, T value = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        pages = new T[(length + PageSize - 1) >> Shift][];
        owned = new bool[pages.Length];
        if (pages.Length == 0) return;
        var page = new T[PageSize];
        Array.Fill(page, value);
        Array.Fill(pages, page);
    }

    private CowArray(CowArray<T> origin)
    {
        Length = origin.Length;
        pages = (T[][])origin.pages.Clone();
        owned = new bool[pages.Length];
        Array.Clear(origin.owned);
    }

    private static int PageSize => 1 << Shift;

    /// <summary>Number of values.</summary>
    public int Length { get; }

    /// <summary>How many pages this array holds alone, in bytes of memory; the rest is shared with a snapshot or an origin.</summary>
    public long OwnedBytes
    {
        get
        {
            long pagesOwned = 0;
            foreach (var mine in owned) if (mine) pagesOwned++;
            return pagesOwned * PageSize * System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        }
    }

    /// <summary>A value; setting one that is already there copies nothing.</summary>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length);
            return pages[index >> Shift][index & (PageSize - 1)];
        }
        set
        {
            if (EqualityComparer<T>.Default.Equals(this[index], value)) return;
            Own(index >> Shift)[index & (PageSize - 1)] = value;
        }
    }

    /// <summary>An independent copy that shares all pages until either side writes. O(pages).</summary>
    public CowArray<T> Snapshot() => new(this);

    /// <summary>Takes a whole array in, page by page; a page that is equal stays shared.</summary>
    public void Write(ReadOnlySpan<T> values)
    {
        if (values.Length != Length) throw new ArgumentException($"{values.Length} values for an array of {Length}.", nameof(values));
        for (var p = 0; p < pages.Length; p++)
        {
            var part = values.Slice(p << Shift, Math.Min(PageSize, Length - (p << Shift)));
            var here = System.Runtime.InteropServices.MemoryMarshal.AsBytes(pages[p].AsSpan(0, part.Length));
            if (!here.SequenceEqual(System.Runtime.InteropServices.MemoryMarshal.AsBytes(part))) part.CopyTo(Own(p));
        }
    }

    /// <summary>Copies all values out.</summary>
    public void CopyTo(Span<T> values)
    {
        for (var p = 0; p < pages.Length; p++)
            pages[p].AsSpan(0, Math.Min(PageSize, Length - (p << Shift))).CopyTo(values[(p << Shift)..]);
    }

    private T[] Own(int page)
    {
        if (!owned[page])
        {
            pages[page] = (T[])pages[page].Clone();
            owned[page] = true;
        }
        return pages[page];
    }
}
