using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.History;

/// <summary>The newest frame of each series that a world sees, in memory: a float for each asset and property.</summary>
internal sealed class SimulatedColumns
{
    private readonly List<(string Property, int Depth, long At, long ArrivedAt, Members Members, float[] Values)> columns = [];

    /// <summary>All assets that have a place in one of the frames, by number.</summary>
    public IReadOnlyList<(long Number, string Name)> Assets { get; private set; } = [];

    public static async Task<SimulatedColumns> ReadAsync(SqlSession session, long world, long at, CancellationToken cancellation)
    {
        var all = new SimulatedColumns();
        var newest = await session.RowsAsync(Chain.With(session.Dialect) + $"""
            select s.id, s.asset_set, p.name, c.depth, h.at, h.arrived_at
            from chain c cross join frame_series s {session.Dialect.JoinNewest("frame", "h.series = s.id and h.chunk = 0", "n.series = s.id and n.chunk = 0 and n.at <= c.until_at and n.seq <= c.up_to", "n.at desc", "at")}
            cross join property p where s.world = c.id and p.id = s.property
            """, r => (Series: r.GetInt64(0), Set: r.GetInt64(1), Property: r.GetString(2), Depth: (int)r.GetInt64(3), At: r.GetInt64(4), ArrivedAt: r.GetInt64(5)), cancellation, ("@world", world), ("@at", at)).ConfigureAwait(false);
        var sets = new Dictionary<long, Members>();
        foreach (var frame in newest)
        {
            if (!sets.TryGetValue(frame.Set, out var members)) sets.Add(frame.Set, members = await Members.ReadAsync(session, frame.Set, cancellation).ConfigureAwait(false));
            all.columns.Add((frame.Property, frame.Depth, frame.At, frame.ArrivedAt, members, await FrameQuery.ValuesAsync(session, frame.Series, frame.At, members.Count, cancellation).ConfigureAwait(false)));
        }
        all.Assets = [.. sets.Values.SelectMany(m => m.Assets).Distinct().OrderBy(a => a.Number)];
        return all;
    }

    /// <summary>What the frames say of an asset.</summary>
    public void AddTo(List<Candidate> candidates, long asset)
    {
        foreach (var (property, depth, at, arrivedAt, members, values) in columns)
            if (members.PositionOf(asset) is >= 0 and var position && ReadingQueries.Simulated(property, depth, at, arrivedAt, values[position]) is { } candidate)
                candidates.Add(candidate);
    }

    /// <summary>The assets of a set by number, so that one is found by bisection.</summary>
    private sealed class Members(long[] numbers, string[] names, int[] positions)
    {
        public int Count => numbers.Length;

        public IEnumerable<(long Number, string Name)> Assets => numbers.Zip(names);

        public static async Task<Members> ReadAsync(SqlSession session, long set, CancellationToken cancellation)
        {
            var rows = await session.RowsAsync("select m.asset, a.name, m.position from asset_set_member m join asset a on a.id = m.asset where m.asset_set = @set order by m.asset",
                r => (Asset: r.GetInt64(0), Name: r.GetString(1), Position: (int)r.GetInt64(2)), cancellation, ("@set", set)).ConfigureAwait(false);
            return new([.. rows.Select(r => r.Asset)], [.. rows.Select(r => r.Name)], [.. rows.Select(r => r.Position)]);
        }

        public int PositionOf(long asset) => Array.BinarySearch(numbers, asset) is >= 0 and var i ? positions[i] : -1;
    }
}
