using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.Worlds;

/// <summary>
/// Takes away what deleted worlds held. A world that is deleted has lost its name, so nobody sees it any more; its rows go a few thousand in each transaction, between those of others, and
/// a process that was killed meanwhile leaves the rest to the next one that opens the store.
/// </summary>
internal static class WorldSweep
{
    private const long RowsAtATime = 5_000;

    public static async Task RunAsync(GroupCommit writer, CancellationToken cancellation)
    {
        while (await writer.WriteAsync(StepAsync, cancellation).ConfigureAwait(false))
        {
            // The next piece.
        }
    }

    /// <returns>False when there is nothing left to take away.</returns>
    private static async Task<bool> StepAsync(Group group)
    {
        var session = group.Session;
        var world = await session.FirstAsync("select id from world where name is null limit 1", r => r.GetInt64(0), CancellationToken.None).ConfigureAwait(false);
        if (world == 0) return false;
        var rows = await SeriesAsync(session, world, "series", "history", "observed_at").ConfigureAwait(false);
        if (rows == 0) rows = await SeriesAsync(session, world, "frame_series", "frame", "chunk").ConfigureAwait(false);
        if (rows > 0) return true;
        foreach (var table in (string[])["alert", "command", "rules"])
            await session.RunAsync($"delete from {table} where world = @world", CancellationToken.None, ("@world", world)).ConfigureAwait(false);
        await session.RunAsync("delete from world where id = @world", CancellationToken.None, ("@world", world)).ConfigureAwait(false);
        return true;
    }

    /// <summary>Takes away series from the first on, and of a long one only the beginning, until there are rows enough for one transaction.</summary>
    private static async Task<long> SeriesAsync(SqlSession session, long world, string table, string rows, string order)
    {
        var gone = 0L;
        while (gone < RowsAtATime)
        {
            var series = await session.FirstAsync($"select id from {table} where world = @world limit 1", r => r.GetInt64(0), CancellationToken.None, ("@world", world)).ConfigureAwait(false);
            if (series == 0) break;
            var found = await session.RunAsync($"""
                delete from {rows} where series = @series
                    and {order} <= coalesce((select {order} from {rows} where series = @series order by {order} limit 1 offset {RowsAtATime}), {long.MaxValue})
                """, CancellationToken.None, ("@series", series)).ConfigureAwait(false);
            if (found == 0) await session.RunAsync($"delete from {table} where id = @series", CancellationToken.None, ("@series", series)).ConfigureAwait(false);
            gone += Math.Max(1, found);
        }
        return gone;
    }
}
