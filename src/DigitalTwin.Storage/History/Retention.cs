using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Naming;
using DigitalTwin.Storage.Sql;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Storage.History;

/// <summary>
/// Forgets old entries, some series in each transaction, so that nobody is kept waiting. What stays: of each series the newest before the limit, so that it is still known what was so then; and
/// everything that a fork sees.
/// </summary>
internal sealed class Retention(Database database, GroupCommit writer)
{
    /// <summary>About as many rows are looked at in one transaction, and at most so many series.</summary>
    private const long RowsAtATime = 20_000, SeriesAtATime = 500;

    public async Task<long> ForgetAsync(string world, DateTimeOffset olderThan, CancellationToken cancellation)
    {
        var limit = Micros.Of(olderThan);
        var forgotten = await SweepAsync(world, "series", (session, id, from, to) => session.RunAsync($"""
            delete from history where series in (select id from series where world = @world and id > @from and id <= @to) and observed_at < @limit
                and (observed_at < (select max(n.observed_at) from history n where n.series = history.series and n.observed_at < @limit)
                    or (select strand from series s where s.id = history.series) > {Strand.Simulated})
                and not exists (select 1 from world w where w.parent = @world and history.observed_at <= w.forked_at and history.seq <= w.forked_up_to)
            """, CancellationToken.None, ("@world", id), ("@from", from), ("@to", to), ("@limit", limit)), cancellation).ConfigureAwait(false);
        await SweepAsync(world, "frame_series", (session, id, from, to) => session.RunAsync("""
            delete from frame where series in (select id from frame_series where world = @world and id > @from and id <= @to) and at < @limit
                and at < (select max(n.at) from frame n where n.series = frame.series and n.chunk = frame.chunk and n.at < @limit)
                and not exists (select 1 from world w where w.parent = @world and frame.at <= w.forked_at and frame.seq <= w.forked_up_to)
            """, CancellationToken.None, ("@world", id), ("@from", from), ("@to", to), ("@limit", limit)), cancellation).ConfigureAwait(false);
        await writer.WriteAsync(group => CountAsync(group, world), cancellation).ConfigureAwait(false);
        return forgotten;
    }

    private async Task<long> SweepAsync(string world, string table, Func<SqlSession, long, long, long, Task<int>> forget, CancellationToken cancellation)
    {
        WorldRow row;
        List<long> series;
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            row = await WorldRows.TheAsync(session, world, cancellation).ConfigureAwait(false);
            series = await session.RowsAsync($"select id from {table} where world = @world order by id", r => r.GetInt64(0), cancellation, ("@world", row.Id)).ConfigureAwait(false);
        }
        var forgotten = 0L;
        var atATime = table == "series" ? (int)Math.Clamp(RowsAtATime * series.Count / Math.Max(1, row.Observations), 1, SeriesAtATime) : 1;
        for (var i = 0; i < series.Count; i += atATime)
        {
            var (from, to) = (i == 0 ? 0 : series[i - 1], series[Math.Min(i + atATime, series.Count) - 1]);
            forgotten += await writer.WriteAsync(async group => (long)await forget(group.Session, row.Id, from, to).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }
        return forgotten;
    }

    /// <summary>Counts anew what the world holds.</summary>
    private static async Task<bool> CountAsync(Group group, string world)
    {
        var session = group.Session;
        var row = await WorldRows.TheAsync(session, world, CancellationToken.None).ConfigureAwait(false);
        await session.RunAsync("""
            update world set
                observations = (select count(*) from series s join history h on h.series = s.id where s.world = @world),
                frames = (select count(*) from frame_series s join frame f on f.series = s.id and f.chunk = 0 where s.world = @world),
                first_at = (select min(at) from (
                    select min(h.observed_at) as at from series s join history h on h.series = s.id where s.world = @world
                    union all select min(f.at) from frame_series s join frame f on f.series = s.id and f.chunk = 0 where s.world = @world) x)
            where id = @world
            """, CancellationToken.None, ("@world", row.Id)).ConfigureAwait(false);
        return true;
    }
}
