using DigitalTwin.Storage.Journal;

namespace DigitalTwin.Storage.Naming;

/// <summary>Finds the numbers of many names at once, and gives numbers to names that have none.</summary>
internal static class Numbering
{
    /// <summary>Makes sure that the book has the number of every name in a table (asset, property, source).</summary>
    public static async Task NumberAsync(Group group, string table, Dictionary<string, long> book, IEnumerable<string> names)
    {
        var unknown = names.Where(n => !book.ContainsKey(n)).ToHashSet(StringComparer.Ordinal);
        if (unknown.Count == 0) return;
        var session = group.Session;
        var found = await session.RowsAsync($"select name, id from {table} where name in {session.Dialect.Each("@names")}", r => (Name: r.GetString(0), Id: r.GetInt64(1)),
            CancellationToken.None, ("@names", session.Dialect.List(unknown))).ConfigureAwait(false);
        foreach (var (name, id) in found)
        {
            book.Add(name, id);
            unknown.Remove(name);
        }
        var rows = new List<object?[]>(unknown.Count);
        foreach (var name in unknown)
        {
            var id = group.NextId();
            book.Add(name, id);
            rows.Add([id, name]);
        }
        await session.InsertAsync(table, ["id", "name"], rows, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Makes sure that the book has the worlds named; those that there are not it does not have afterwards.</summary>
    public static async Task WorldsAsync(Group group, IEnumerable<string> names)
    {
        var unknown = names.Where(n => !group.Names.Worlds.ContainsKey(n)).ToHashSet(StringComparer.Ordinal);
        if (unknown.Count == 0) return;
        var session = group.Session;
        var found = await session.RowsAsync($"select name, id from world where name in {session.Dialect.Each("@names")}", r => (Name: r.GetString(0), Id: r.GetInt64(1)),
            CancellationToken.None, ("@names", session.Dialect.List(unknown))).ConfigureAwait(false);
        foreach (var (name, id) in found) group.Names.Worlds.Add(name, id);
    }

    /// <summary>Makes sure that the book has the twins.</summary>
    public static async Task TwinsAsync(Group group, IEnumerable<(long World, string Asset)> twins)
    {
        var book = group.Names;
        var session = group.Session;
        var unknown = twins.Where(t => !book.Twins.ContainsKey(t)).ToHashSet();
        if (unknown.Count == 0) return;
        var assets = new Dictionary<string, long>(StringComparer.Ordinal);
        await NumberAsync(group, "asset", assets, unknown.Select(t => t.Asset)).ConfigureAwait(false);
        foreach (var world in unknown.GroupBy(t => t.World))
        {
            var byNumber = world.ToDictionary(t => assets[t.Asset], t => new TwinNames(assets[t.Asset]));
            var series = await session.RowsAsync(
                $"select asset, property, strand, id from series where world = @world and asset in {session.Dialect.Each("@assets")}",
                r => (Asset: r.GetInt64(0), Property: r.GetInt64(1), Strand: r.GetInt64(2), Id: r.GetInt64(3)),
                CancellationToken.None, ("@world", world.Key), ("@assets", session.Dialect.List(byNumber.Keys))).ConfigureAwait(false);
            foreach (var (asset, property, strand, id) in series) byNumber[asset].Series(property)[(int)strand] = id;
            foreach (var twin in world) book.Twins.Add(twin, byNumber[assets[twin.Asset]]);
        }
    }
}
