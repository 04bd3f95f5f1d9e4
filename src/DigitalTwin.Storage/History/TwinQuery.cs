using System.Collections.Immutable;
using System.Data.Common;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Storage.History;

/// <summary>Reads all that is known of one twin.</summary>
internal static class TwinQuery
{
    private const int MostOutcomes = 256;
    private const string Asset = "(select id from asset where name = @asset)";

    /// <summary>One round trip, however much there is to know.</summary>
    public static async Task<TwinRecord> RunAsync(SqlSession session, string world, string asset, DateTimeOffset? at, CancellationToken cancellation)
    {
        var dialect = session.Dialect;
        (string, object?)[] parameters = [("@name", world), ("@at", Micros.OrMost(at)), ("@asset", asset)];
        var exists = new Query<bool>("select 1 from world where name = @name", _ => true, ("@name", world));
        var known = new Query<(long, string, Candidate Candidate)>(ReadingQueries.Newest(dialect, $"s.asset = {Asset}", byName: true), ReadingQueries.Read, parameters);
        var frames = new Query<Candidate?>(ReadingQueries.NewestInFrames(dialect), ReadingQueries.ReadFrame, parameters);
        var alerts = new Query<Alert>(AlertVersions.Query(dialect, $"x.asset = {Asset}", byName: true), AlertVersions.Read, parameters);
        var outcomes = new Query<CommandOutcome>(Outcomes(dialect), ReadOutcome, parameters);
        var rules = new Query<Rules>(Rules(dialect), r => TwinJson.Rules(r.GetString(0)), parameters);
        await session.RunAsync([exists, known, frames, alerts, outcomes, rules], cancellation).ConfigureAwait(false);
        if (exists.Rows.Count == 0) await WorldRows.TheAsync(session, world, cancellation).ConfigureAwait(false);

        var (observed, simulated) = Candidate.Choose([.. known.Rows.Select(r => r.Candidate), .. frames.Rows.OfType<Candidate>()]);
        return new(observed, simulated, Active(alerts.Rows), Newest(outcomes.Rows), rules.Rows.FirstOrDefault());
    }

    /// <summary>The numbers of a world and an asset; no number for an asset of which nothing was ever written.</summary>
    public static async Task<(long World, long? Asset)> IdsAsync(SqlSession session, string world, string asset, CancellationToken cancellation)
    {
        var ids = await session.FirstAsync("select w.id, a.id from world w left join asset a on a.name = @asset where w.name = @world",
            r => (World: r.GetInt64(0), Asset: r.IsDBNull(1) ? (long?)null : r.GetInt64(1)), cancellation, ("@asset", asset), ("@world", world)).ConfigureAwait(false);
        return ids.World != 0 ? ids : ((await WorldRows.TheAsync(session, world, cancellation).ConfigureAwait(false)).Id, null);
    }

    private static ImmutableArray<Alert> Active(List<Alert> versions)
    {
        var active = ImmutableArray.CreateBuilder<Alert>();
        Alert? before = null;
        foreach (var alert in versions)
        {
            if (!AlertVersions.Same(before, alert) && alert.IsActive) active.Add(alert);
            before = alert;
        }
        return active.ToImmutable();
    }

    /// <summary>The newest outcome of each command, the oldest first.</summary>
    private static ImmutableArray<CommandOutcome> Newest(List<CommandOutcome> outcomes) =>
        [.. outcomes.DistinctBy(o => o.Command.Key, StringComparer.Ordinal).Take(MostOutcomes).Reverse()];

    private static string Outcomes(Dialect dialect) => Chain.With(dialect, byName: true) + $"""
        select x.requested, x.status, x.sentence, x.at from chain c cross join command x
        where x.world = c.id and x.asset = {Asset} and x.at <= c.knowing and x.seq <= c.up_to order by x.seq desc limit {4 * MostOutcomes}
        """;

    private static CommandOutcome ReadOutcome(DbDataReader r) => new(TwinJson.Command(r.GetString(0)), (CommandStatus)r.GetInt64(1), r.GetString(2), Micros.ToInstant(r.GetInt64(3)));

    private static string Rules(Dialect dialect) => Chain.With(dialect, byName: true) + $"""
        select x.body from chain c cross join rules x
        where x.world = c.id and x.asset = {Asset} and x.at <= c.knowing and x.seq <= c.up_to order by x.seq desc limit 1
        """;

    /// <summary>The rules of all twins, by asset, the newest of each first.</summary>
    public static string AllRules(Dialect dialect) => Chain.With(dialect) + """
        select a.name, x.body from chain c cross join rules x cross join asset a
        where x.world = c.id and x.at <= c.knowing and x.seq <= c.up_to and a.id = x.asset order by x.asset, x.seq desc
        """;
}
