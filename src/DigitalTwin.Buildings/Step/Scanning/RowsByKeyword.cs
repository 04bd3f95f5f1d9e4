using System.Collections;

namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>The rows of each entity, in the order of the file, side by side: 4 bytes a record.</summary>
internal sealed class RowsByKeyword
{
    private readonly RecordColumns records;
    private readonly int[] starts;
    private readonly int[] rows;

    public RowsByKeyword(RecordColumns records, int keywords)
    {
        this.records = records;
        starts = new int[keywords + 1];
        var numbers = records.Keywords.AsSpan(0, records.Count);
        foreach (var number in numbers) starts[number + 1]++;
        for (var i = 1; i <= keywords; i++) starts[i] += starts[i - 1];
        var next = starts.AsSpan(0, keywords).ToArray();
        rows = new int[records.Count];
        for (var row = 0; row < numbers.Length; row++) rows[next[numbers[row]]++] = row;
    }

    public int CountOf(int keyword) => starts[keyword + 1] - starts[keyword];

    public IReadOnlyList<long> Ids(int keyword) => new IdList(records.Ids, rows, starts[keyword], CountOf(keyword));

    public IEnumerable<int> Rows(int keyword) => new ArraySegment<int>(rows, starts[keyword], CountOf(keyword));
}

/// <summary>Ids of some rows, seen without being copied; of the rows themselves where no list of rows is given.</summary>
internal sealed class IdList(long[] ids, int[]? rows, int start, int count) : IReadOnlyList<long>
{
    public int Count => count;

    public long this[int place]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)count, nameof(place));
            return ids[rows is null ? start + place : rows[start + place]];
        }
    }

    public IEnumerator<long> GetEnumerator()
    {
        for (var place = 0; place < count; place++) yield return this[place];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
