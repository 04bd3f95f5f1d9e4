using System.Data.Common;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.Worlds;

/// <summary>The table of worlds, as sessions read it.</summary>
internal static class WorldRows
{
    private const string Columns =
        "select w.id, w.name, w.kind, w.map, p.name, w.forked_at, w.forked_up_to, w.created_at, w.observations, w.frames, w.first_at, w.last_at from world w left join world p on p.id = w.parent";

    public static Task<List<WorldRow>> AllAsync(SqlSession session, CancellationToken cancellation) =>
        session.RowsAsync($"{Columns} where w.name is not null and w.name not like '.%' order by w.name", Read, cancellation);

    public static Task<WorldRow?> FindAsync(SqlSession session, string name, CancellationToken cancellation) =>
        session.FirstAsync($"{Columns} where w.name = @name", Read, cancellation, ("@name", name));

    /// <exception cref="WorldException">There is no such world; the message names the nearest.</exception>
    public static async Task<WorldRow> TheAsync(SqlSession session, string name, CancellationToken cancellation) =>
        await FindAsync(session, name, cancellation).ConfigureAwait(false) ?? throw await MissingAsync(session, name, cancellation).ConfigureAwait(false);

    private static async Task<WorldException> MissingAsync(SqlSession session, string name, CancellationToken cancellation)
    {
        var names = await session.RowsAsync("select name from world where name is not null and name not like '.%' order by name limit 1000", r => r.GetString(0), cancellation).ConfigureAwait(false);
        return new($"There is no world '{name}'.{NearestName.Hint(name, names)}");
    }

    private static WorldRow Read(DbDataReader r) => new(r.GetInt64(0),
        new(r.GetString(1), (WorldKind)r.GetInt64(2), r.GetString(3), Text(r, 4), Instant(r, 5), Whole(r, 6), Micros.ToInstant(r.GetInt64(7))),
        r.GetInt64(8), r.GetInt64(9), Whole(r, 10), Whole(r, 11));

    private static string? Text(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private static long? Whole(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetInt64(column);

    private static DateTimeOffset? Instant(DbDataReader r, int column) => r.IsDBNull(column) ? null : Micros.ToInstant(r.GetInt64(column));
}

/// <summary>A world with its number and what was counted of it.</summary>
internal sealed record WorldRow(long Id, World World, long Observations, long Frames, long? FirstAt, long? LastAt);
