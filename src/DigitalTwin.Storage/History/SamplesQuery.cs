using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Data.Common;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Frames;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.History;

/// <summary>
/// A window of a property's history: what was known and what was simulated, of the world and of what it sees of its ancestors, the oldest first. Bad values are left out. Where a fork and
/// an ancestor have a value of the same source and instant, the nearer one counts.
/// </summary>
internal static class SamplesQuery
{
    public static async Task<ImmutableArray<Sample>> RunAsync(SqlSession session, string world, string asset, HistoryQuery query, CancellationToken cancellation)
    {
        if (query.Bucket is { } bucket && bucket < TimeSpan.FromMicroseconds(1)) throw new ArgumentException($"A bucket of {bucket} is too short; the shortest is a microsecond.", nameof(query));
        if (query.Most < 1) return [];
        var (worldId, assetId) = await TwinQuery.IdsAsync(session, world, asset, cancellation).ConfigureAwait(false);
        if (assetId is not { } id) return [];
        var values = session.StreamAsync(Sql(session.Dialect, query.Bucket is null), Read, cancellation, ("@world", worldId), ("@at", long.MaxValue), ("@asset", id),
            ("@property", query.Property), ("@from", Micros.Of(query.From)), ("@until", Micros.Of(query.Until)), ("@most", query.Bucket is null ? (long)query.Most : long.MaxValue));
        return query.Bucket is { } length
            ? await Buckets.GatherAsync(values, length, query.Most).ConfigureAwait(false)
            : [.. await values.Select(v => new Sample(Micros.ToInstant(v.At), 1, v.Value, v.Value, v.Value, v.Word)).ToListAsync(cancellation).ConfigureAwait(false)];
    }

    private static string Sql(Dialect dialect, bool words) => Chain.With(dialect) + $"""
        select at, value, word, frame from (
            select h.observed_at as at, s.strand as strand, h.source as source, c.depth as depth, h.seq as seq, h.value as value, h.word as word, null as frame
            from chain c cross join series s cross join history h
            where s.world = c.id and s.asset = @asset and s.property = (select id from property where name = @property) and s.strand < 2
                and h.series = s.id and h.observed_at >= @from and h.observed_at < @until and h.observed_at <= c.until_at and h.seq <= c.up_to {(words ? "" : "and h.word is null")}
                and not exists (
                    select 1 from chain k cross join series t cross join history y where k.depth < c.depth and t.world = k.id and t.asset = s.asset and t.property = s.property
                        and t.strand = s.strand and y.series = t.id and y.observed_at = h.observed_at and y.source = h.source and y.seq <= k.up_to)
            union all
            select h.at, 1, 0, c.depth, h.seq, null, null, {ReadingQueries.ValueInChunk("h")}
            from chain c cross join frame_series s cross join asset_set_member m cross join frame h
            where s.world = c.id and s.property = (select id from property where name = @property) and m.asset_set = s.asset_set and m.asset = @asset
                and h.series = s.id and h.chunk = m.position / {FrameChunks.Assets} and h.at >= @from and h.at < @until and h.at <= c.until_at and h.seq <= c.up_to
                and {ReadingQueries.ValueInChunk("h")} <> {dialect.Nothing}
                and not exists (
                    select 1 from chain k cross join frame_series t cross join frame y where k.depth < c.depth and t.world = k.id and t.property = s.property and t.asset_set = s.asset_set
                        and y.series = t.id and y.chunk = h.chunk and y.at = h.at and y.seq <= k.up_to)
        ) x order by at, strand, source, seq limit @most
        """;

    private static (long At, double Value, string? Word) Read(DbDataReader r) =>
        (r.GetInt64(0), r.IsDBNull(3) ? r.IsDBNull(1) ? double.NaN : r.GetDouble(1) : BinaryPrimitives.ReadSingleLittleEndian((byte[])r.GetValue(3)), r.IsDBNull(2) ? null : r.GetString(2));
}
