using System.Runtime.CompilerServices;
using DigitalTwin.Storage.Frames;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.History;

/// <summary>Whole frames.</summary>
internal static class FrameQuery
{
    /// <summary>All values of a frame.</summary>
    public static async Task<float[]> ValuesAsync(SqlSession session, long series, long at, int assets, CancellationToken cancellation)
    {
        var values = new float[assets];
        Array.Fill(values, float.NaN);
        var chunks = Enumerable.Range(0, FrameChunks.Count(assets)).Select(c => (long)c).ToArray();
        await foreach (var (chunk, bytes) in session.StreamAsync($"select chunk, vals from frame where series = @series and chunk in {session.Dialect.Each("@chunks")} and at = @at",
            r => ((int)r.GetInt64(0), (byte[])r.GetValue(1)), cancellation, ("@series", series), ("@chunks", session.Dialect.List(chunks)), ("@at", at)).ConfigureAwait(false))
            FrameChunks.Unpack(bytes, values.AsSpan(chunk * FrameChunks.Assets));
        return values;
    }

    /// <summary>The frames of a world's own, by instant.</summary>
    public static async IAsyncEnumerable<SimulatedFrame> OwnAsync(SqlSession session, string world, long worldId, AssetSets sets, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var frames = await session.RowsAsync("""
            select f.at, s.id, s.asset_set, p.name from frame_series s cross join frame f cross join property p
            where s.world = @world and f.series = s.id and f.chunk = 0 and p.id = s.property order by f.at, p.name, s.id
            """, r => (At: r.GetInt64(0), Series: r.GetInt64(1), Set: r.GetInt64(2), Property: r.GetString(3)), cancellation, ("@world", worldId)).ConfigureAwait(false);
        foreach (var frame in frames)
        {
            var set = await sets.ReadAsync(session, frame.Set, cancellation).ConfigureAwait(false);
            yield return new(world, set, frame.Property, Micros.ToInstant(frame.At),
                await ValuesAsync(session, frame.Series, frame.At, set.Assets.Length, cancellation).ConfigureAwait(false));
        }
    }
}
