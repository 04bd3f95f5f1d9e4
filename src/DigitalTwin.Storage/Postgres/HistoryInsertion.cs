using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.Postgres;

/// <summary>Writes rows of the history in one statement, as arrays; what the key knows already is left out, and the numbers of what was written come back.</summary>
internal static class HistoryInsertion
{
    private const string Insert = """
        insert into history (series, observed_at, source, seq, delay, flags, value, word)
        select * from unnest(@series, @at, @source, @seq, @delay, @flags, @value, @word) on conflict do nothing returning seq
        """;

    private const string Known = """
        select t.i from unnest(@i, @series, @at, @source) as t (i, series, at, source)
        where exists (select 1 from history h where h.series = t.series and h.observed_at = t.at and h.source = t.source)
        """;

    public static async Task RunAsync(SqlSession session, IReadOnlyList<HistoryRow> rows, bool[] isNew, CancellationToken cancellation)
    {
        var known = await KnownAsync(session, rows, cancellation).ConfigureAwait(false);
        var left = known.Count == 0 ? rows : [.. rows.Where((_, i) => !known.Contains(i))];
        var first = rows[0].Seq;
        var written = await session.RowsAsync(Insert, r => r.GetInt64(0), cancellation,
            ("@series", Column(left, r => r.Series)), ("@at", Column(left, r => r.ObservedAt)), ("@source", Column(left, r => r.Source)), ("@seq", Column(left, r => r.Seq)),
            ("@delay", Column(left, r => r.Delay)), ("@flags", Column(left, r => r.Flags)), ("@value", Column(left, r => r.Value)), ("@word", Column(left, r => r.Word))).ConfigureAwait(false);
        foreach (var seq in written) isNew[(int)(seq - first)] = true;
    }

    /// <summary>Rows whose identity another strand of the property holds already, in the database or before them in the group. Hardly any property has a second strand.</summary>
    private static async Task<HashSet<int>> KnownAsync(SqlSession session, IReadOnlyList<HistoryRow> rows, CancellationToken cancellation)
    {
        var known = new HashSet<int>();
        if (!rows.Any(r => r.Siblings is not null)) return known;
        var met = new HashSet<(long, long, long)>();
        var asked = new List<(long Row, long Series)>();
        for (var i = 0; i < rows.Count; i++)
        {
            // The oldest series of a property stands for all its strands.
            var oldest = rows[i].Siblings?.Append(rows[i].Series).Min() ?? rows[i].Series;
            if (!met.Add((oldest, rows[i].ObservedAt, rows[i].Source))) known.Add(i);
            foreach (var sibling in rows[i].Siblings ?? []) asked.Add((i, sibling));
        }
        known.UnionWith(await session.RowsAsync(Known, r => (int)r.GetInt64(0), cancellation, ("@i", Column(asked, a => a.Row)), ("@series", Column(asked, a => a.Series)),
            ("@at", Column(asked, a => rows[(int)a.Row].ObservedAt)), ("@source", Column(asked, a => rows[(int)a.Row].Source))).ConfigureAwait(false));
        return known;
    }

    private static TValue[] Column<T, TValue>(IReadOnlyList<T> rows, Func<T, TValue> value)
    {
        var column = new TValue[rows.Count];
        for (var i = 0; i < column.Length; i++) column[i] = value(rows[i]);
        return column;
    }
}
