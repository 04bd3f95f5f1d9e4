using System.Runtime.CompilerServices;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Frames;
using DigitalTwin.Storage.History;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Storage.Archive;

/// <summary>Whole worlds in a database.</summary>
internal sealed class WorldArchive(Database database) : IWorldArchive
{
    private readonly AssetSets sets = new();

    public async IAsyncEnumerable<(string Asset, Reading Reading)> EntriesAsync(string world, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var row = await WorldRows.TheAsync(session, world, cancellation).ConfigureAwait(false);
            // Where a fork and an ancestor have a reading of the same source and instant, the nearer one counts.
            await foreach (var (_, asset, candidate) in session.StreamAsync(Chain.With(session.Dialect) + """
                select s.asset, p.name, s.strand, c.depth, h.observed_at, h.delay, h.flags, h.value, h.word, o.name, a.name
                from chain c cross join series s cross join asset a cross join property p cross join history h cross join source o
                where s.world = c.id and a.id = s.asset and p.id = s.property and h.series = s.id and h.observed_at <= c.until_at and h.seq <= c.up_to and o.id = h.source
                    and not exists (
                        select 1 from chain k cross join series t cross join history y where k.depth < c.depth and t.world = k.id and t.asset = s.asset and t.property = s.property
                            and t.strand = s.strand and y.series = t.id and y.observed_at = h.observed_at and y.source = h.source and y.seq <= k.up_to)
                order by a.name, p.name, h.observed_at, c.depth desc, h.seq
                """, ReadingQueries.Read, cancellation, ("@world", row.Id), ("@at", long.MaxValue)).ConfigureAwait(false))
                yield return (asset, candidate.Reading);
        }
    }

    public async IAsyncEnumerable<SimulatedFrame> FramesAsync(string world, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var row = await WorldRows.TheAsync(session, world, cancellation).ConfigureAwait(false);
            var frames = await session.RowsAsync(Chain.With(session.Dialect) + """
                select f.at, s.id, s.asset_set, p.name, f.arrived_at from chain c cross join frame_series s cross join frame f cross join property p
                where s.world = c.id and f.series = s.id and f.chunk = 0 and p.id = s.property and f.at <= c.until_at and f.seq <= c.up_to
                    and not exists (
                        select 1 from chain k cross join frame_series t cross join frame y where k.depth < c.depth and t.world = k.id and t.property = s.property and t.asset_set = s.asset_set
                            and y.series = t.id and y.chunk = 0 and y.at = f.at and y.seq <= k.up_to)
                order by f.at, p.name, s.id
                """, r => (At: r.GetInt64(0), Series: r.GetInt64(1), Set: r.GetInt64(2), Property: r.GetString(3), ArrivedAt: r.GetInt64(4)),
                cancellation, ("@world", row.Id), ("@at", long.MaxValue)).ConfigureAwait(false);
            foreach (var frame in frames)
            {
                var set = await sets.ReadAsync(session, frame.Set, cancellation).ConfigureAwait(false);
                var values = await FrameQuery.ValuesAsync(session, frame.Series, frame.At, set.Assets.Length, cancellation).ConfigureAwait(false);
                yield return new(world, set, frame.Property, Micros.ToInstant(frame.At), values) { ArrivedAt = Micros.ToInstant(frame.ArrivedAt) };
            }
        }
    }

    public async IAsyncEnumerable<(string Asset, CommandOutcome Outcome)> OutcomesAsync(string world, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var row = await WorldRows.TheAsync(session, world, cancellation).ConfigureAwait(false);
            await foreach (var found in session.StreamAsync(Chain.With(session.Dialect) + """
                select a.name, x.requested, x.status, x.sentence, x.at from chain c cross join command x cross join asset a
                where x.world = c.id and x.at <= c.knowing and x.seq <= c.up_to and a.id = x.asset order by x.seq
                """, r => (r.GetString(0), new CommandOutcome(TwinJson.Command(r.GetString(1)), (CommandStatus)r.GetInt64(2), r.GetString(3), Micros.ToInstant(r.GetInt64(4)))),
                cancellation, ("@world", row.Id), ("@at", long.MaxValue)).ConfigureAwait(false))
                yield return found;
        }
    }
}
