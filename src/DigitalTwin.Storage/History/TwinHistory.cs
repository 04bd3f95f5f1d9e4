using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Frames;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Storage.History;

/// <summary>The history in a database; every call reads as of one instant of the database.</summary>
internal sealed class TwinHistory(Database database, GroupCommit writer) : ITwinHistory, IDisposable
{
    private readonly AssetSets sets = new();

    /// <summary>Twins that wake up by the thousand read some at a time: more only get in each other's way.</summary>
    private readonly SemaphoreSlim quick = new(2 * Environment.ProcessorCount + 4);

    public void Dispose() => quick.Dispose();

    public async Task<TwinRecord> TwinAsync(string world, string asset, DateTimeOffset? at, CancellationToken cancellation)
    {
        await quick.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
                return await TwinQuery.RunAsync(session, world, asset, at, cancellation).ConfigureAwait(false);
        }
        finally
        {
            quick.Release();
        }
    }

    public async Task<ImmutableArray<Sample>> SamplesAsync(string world, string asset, HistoryQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return await SamplesQuery.RunAsync(session, world, asset, query, cancellation).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<TwinReadings> NewestAsync(string world, DateTimeOffset? at, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var row = await WorldRows.TheAsync(session, world, cancellation).ConfigureAwait(false);
            await foreach (var twin in CityQuery.RunAsync(session, row.Id, Micros.OrMost(at), null, cancellation).ConfigureAwait(false))
            {
                var (observed, simulated) = Candidate.Choose(twin.Candidates);
                if (observed.Length + simulated.Length > 0) yield return new(twin.Asset, [.. observed, .. simulated]);
            }
        }
    }

    public async IAsyncEnumerable<(string Asset, Rules Rules)> RulesAsync(string world, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var row = await WorldRows.TheAsync(session, world, cancellation).ConfigureAwait(false);
            string? before = null;
            await foreach (var (asset, rules) in session.StreamAsync(TwinQuery.AllRules(session.Dialect), r => (r.GetString(0), TwinJson.Rules(r.GetString(1))),
                cancellation, ("@world", row.Id), ("@at", long.MaxValue)).ConfigureAwait(false))
            {
                // The newest of each asset comes first.
                if (asset != before) yield return (asset, rules);
                before = asset;
            }
        }
    }

    public async IAsyncEnumerable<Difference> DifferencesAsync(WorldMoment left, WorldMoment right, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var first = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (first.ConfigureAwait(false))
        {
            var second = await database.ReadAsync(cancellation).ConfigureAwait(false);
            await using (second.ConfigureAwait(false))
                await foreach (var difference in DifferenceQuery.RunAsync(first, second, left, right, cancellation).ConfigureAwait(false))
                    yield return difference;
        }
    }

    public async IAsyncEnumerable<Alert> AlertsAsync(
        string world, bool activeOnly, DateTimeOffset? from, DateTimeOffset? until, string? asset, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var row = await WorldRows.TheAsync(session, world, cancellation).ConfigureAwait(false);
            var condition = "x.raised_at >= @from and x.raised_at < @until" + (asset is null ? "" : " and x.asset = (select id from asset where name = @asset)");
            (string, object?)[] parameters = [("@world", row.Id), ("@at", long.MaxValue), ("@from", Micros.OrLeast(from)), ("@until", Micros.OrMost(until))];
            if (asset is not null) parameters = [.. parameters, ("@asset", asset)];
            Alert? before = null;
            await foreach (var alert in session.StreamAsync(AlertVersions.Query(session.Dialect, condition), AlertVersions.Read, cancellation, parameters).ConfigureAwait(false))
            {
                var wanted = !AlertVersions.Same(before, alert) && (alert.IsActive || !activeOnly);
                before = alert;
                if (wanted) yield return alert;
            }
        }
    }

    public async IAsyncEnumerable<(string Asset, Reading Reading)> EntriesAsync(
        string world, DateTimeOffset? from, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var row = await WorldRows.TheAsync(session, world, cancellation).ConfigureAwait(false);
            await foreach (var (_, asset, candidate) in session.StreamAsync("""
                select s.asset, p.name, s.strand, 0, h.observed_at, h.delay, h.flags, h.value, h.word, o.name, a.name
                from series s cross join asset a cross join property p cross join history h cross join source o
                where s.world = @world and a.id = s.asset and p.id = s.property and h.series = s.id and h.observed_at >= @from and h.observed_at < @until and o.id = h.source
                order by a.name, p.name, h.observed_at, h.seq
                """, ReadingQueries.Read, cancellation, ("@world", row.Id), ("@from", Micros.OrLeast(from)), ("@until", Micros.OrMost(until))).ConfigureAwait(false))
                yield return (asset, candidate.Reading);
        }
    }

    public async IAsyncEnumerable<SimulatedFrame> FramesAsync(string world, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var session = await database.ReadAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var row = await WorldRows.TheAsync(session, world, cancellation).ConfigureAwait(false);
            await foreach (var frame in FrameQuery.OwnAsync(session, world, row.Id, sets, cancellation).ConfigureAwait(false))
                yield return frame;
        }
    }

    public Task<long> ForgetAsync(string world, DateTimeOffset olderThan, CancellationToken cancellation) => new Retention(database, writer).ForgetAsync(world, olderThan, cancellation);
}
