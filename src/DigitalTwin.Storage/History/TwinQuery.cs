using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Storage.History;

/// <summary>Reads all that is known of one twin.</summary>
internal static class TwinQuery
{
    private const int MostOutcomes = 256;

    public static async Task<TwinRecord> RunAsync(SqlSession session, string world, string asset, DateTimeOffset? at, CancellationToken cancellation)
    {
        var (worldId, assetId) = await IdsAsync(session, world, asset, cancellation).ConfigureAwait(false);
        if (assetId is not { } id) return new([], [], [], [], null);
        (string, object?)[] parameters = [("@world", worldId), ("@at", Micros.OrMost(at)), ("@asset", id)];
        var candidates = (await session.RowsAsync(ReadingQueries.Newest(session.Dialect, "s.asset = @asset"), ReadingQueries.Read, cancellation, parameters).ConfigureAwait(false)).ConvertAll(r => r.Candidate);
        foreach (var value in await session.RowsAsync(ReadingQueries.NewestInFrames(session.Dialect), ReadingQueries.ReadFrame, cancellation, parameters).ConfigureAwait(false))
            if (value is { } simulated) candidates.Add(simulated);
        var (observed, computed) = Candidate.Choose(candidates);
        return new(observed, computed,
            await AlertsAsync(session, parameters, cancellation).ConfigureAwait(false),
            await OutcomesAsync(session, parameters, cancellation).ConfigureAwait(false),
            await RulesAsync(session, parameters, cancellation).ConfigureAwait(false));
    }

    /// <summary>The numbers of a world and an asset; no number for an asset of which nothing was ever written.</summary>
    public static async Task<(long World, long? Asset)> IdsAsync(SqlSession session, string world, string asset, CancellationToken cancellation)
    {
        var ids = await session.FirstAsync("select w.id, a.id from world w left join asset a on a.name = @asset where w.name = @world",
            r => (World: r.GetInt64(0), Asset: r.IsDBNull(1) ? (long?)null : r.GetInt64(1)), cancellation, ("@asset", asset), ("@world", world)).ConfigureAwait(false);
        return ids.World != 0 ? ids : ((await WorldRows.TheAsync(session, world, cancellation).ConfigureAwait(false)).Id, null);
    }

    private static async Task<ImmutableArray<Alert>> AlertsAsync(SqlSession session, (string, object?)[] parameters, CancellationToken cancellation)
    {
        var active = ImmutableArray.CreateBuilder<Alert>();
        Alert? before = null;
        foreach (var alert in await session.RowsAsync(AlertVersions.Query(session.Dialect, "x.asset = @asset"), AlertVersions.Read, cancellation, parameters).ConfigureAwait(false))
        {
            if (!AlertVersions.Same(before, alert) && alert.IsActive) active.Add(alert);
            before = alert;
        }
        return active.ToImmutable();
    }

    private static async Task<ImmutableArray<CommandOutcome>> OutcomesAsync(SqlSession session, (string, object?)[] parameters, CancellationToken cancellation)
    {
        var newest = new List<CommandOutcome>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var outcome in session.StreamAsync(Chain.With(session.Dialect) + """
            select x.requested, x.status, x.sentence, x.at from chain c cross join command x
            where x.world = c.id and x.asset = @asset and x.at <= c.knowing and x.seq <= c.up_to order by x.seq desc
            """, r => new CommandOutcome(TwinJson.Command(r.GetString(0)), (CommandStatus)r.GetInt64(1), r.GetString(2), Micros.ToInstant(r.GetInt64(3))), cancellation, parameters).ConfigureAwait(false))
        {
            if (keys.Add(outcome.Command.Key)) newest.Add(outcome);
            if (newest.Count == MostOutcomes) break;
        }
        newest.Reverse();
        return [.. newest];
    }

    /// <summary>The rules of all twins, by asset, the newest of each first.</summary>
    public static string AllRules(Dialect dialect) => Chain.With(dialect) + """
        select a.name, x.body from chain c cross join rules x cross join asset a
        where x.world = c.id and x.at <= c.knowing and x.seq <= c.up_to and a.id = x.asset order by x.asset, x.seq desc
        """;

    private static Task<Rules?> RulesAsync(SqlSession session, (string, object?)[] parameters, CancellationToken cancellation) =>
        session.FirstAsync(Chain.With(session.Dialect) + """
            select x.body from chain c cross join rules x
            where x.world = c.id and x.asset = @asset and x.at <= c.knowing and x.seq <= c.up_to order by x.seq desc limit 1
            """, r => TwinJson.Rules(r.GetString(0)), cancellation, parameters);
}
