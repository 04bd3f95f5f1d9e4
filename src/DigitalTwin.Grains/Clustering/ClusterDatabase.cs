using DigitalTwin.Numerics.Diagnostics;
using Npgsql;

namespace DigitalTwin.Grains.Clustering;

/// <summary>
/// The PostgreSQL database in which the silos of a cluster find each other and keep their state. Orleans' ADO.NET providers bring no
/// tables of their own; this makes them, step by step, and may be run as often as one likes and by several silos at once.
/// It is not the store of telemetry, which has a schema of its own and may share the database.
/// </summary>
/// <param name="source">Connections to the database, as a role that may create tables in the first schema of its search path.</param>
public sealed class ClusterDatabase(NpgsqlDataSource source)
{
    /// <summary>One initialiser at a time; the number means nothing and only has to be ours ("twin silo" in ASCII).</summary>
    private const long Lock = 0x7477_696E_7369_6C6F;

    /// <summary>Applies the steps that the database lacks and renews the queries, all or nothing.</summary>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">The database cannot be reached or changed, or a newer program made it, or foreign tables lack queries.</exception>
    public Task<ClusterDatabaseReport> InitialiseAsync(CancellationToken cancellation) => Reached(InitialiseCoreAsync, cancellation);

    /// <summary>Makes sure, before a silo or client starts, that the database is ready; Orleans itself would only complain of a missing relation.</summary>
    /// <exception cref="InputException">The database cannot be reached or is not ready: the sentence says what to do.</exception>
    public Task RequireReadyAsync(CancellationToken cancellation) => Reached(async (connection, token) =>
    {
        var missing = await MissingAsync(connection, token).ConfigureAwait(false);
        if (missing.Count > 0)
            throw Refused($"The database is not ready for a cluster: it lacks {string.Join(", ", missing)}. Run 'twin silo init' on it first.");
        return true;
    }, cancellation);

    /// <summary>Whether a cluster has a silo that clients may connect to. It may have died without a word since.</summary>
    /// <exception cref="InputException">The database cannot be reached.</exception>
    public Task<bool> HasSiloAsync(string cluster, CancellationToken cancellation) => Reached((connection, token) => connection.HasGatewayAsync(cluster, token), cancellation);

    private static async Task<ClusterDatabaseReport> InitialiseCoreAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using var ended = transaction.ConfigureAwait(false);
        await connection.ExecuteAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation).ConfigureAwait(false);

        var ours = await connection.HasTableAsync("orleans_schema_step", cancellation).ConfigureAwait(false);
        if (!ours && await connection.HasTableAsync("orleansquery", cancellation).ConfigureAwait(false))
        {
            var missing = await MissingAsync(connection, cancellation).ConfigureAwait(false);
            return missing.Count == 0 ? new([], 0, Foreign: true) : throw Refused(
                $"The database already has a table OrleansQuery from other scripts, but it lacks {string.Join(", ", missing)}. " +
                "Complete those scripts, or name an empty database (or a schema of your own: 'Search Path=…' in the connection string).");
        }
        if (!ours) await connection.ExecuteAsync(Foundation, cancellation).ConfigureAwait(false);

        var applied = await connection.TextsAsync("SELECT name FROM orleans_schema_step", cancellation).ConfigureAwait(false);
        var unknown = applied.Except(ClusterScripts.Steps.Select(step => step.Name)).ToList();
        if (unknown.Count > 0)
            throw Refused($"The database was made by a newer version of this program: it has the step '{unknown[0]}', which this version does not know. Use that version.");

        var steps = ClusterScripts.Steps.Where(step => !applied.Contains(step.Name)).ToList();
        foreach (var (name, text) in steps)
        {
            await connection.ExecuteAsync(text, cancellation).ConfigureAwait(false);
            await connection.ExecuteAsync("INSERT INTO orleans_schema_step (name) VALUES ($1)", cancellation, name).ConfigureAwait(false);
        }
        var renewed = 0;
        foreach (var (key, text) in ClusterScripts.Queries)
            renewed += await connection.ExecuteAsync(Renewal, cancellation, key, text).ConfigureAwait(false);

        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return new([.. steps.Select(step => step.Name)], renewed, Foreign: false);
    }

    /// <summary>The one table whose name and columns the providers prescribe, and the record of the steps.</summary>
    private const string Foundation = """
        CREATE TABLE OrleansQuery (QueryKey text NOT NULL PRIMARY KEY, QueryText text NOT NULL);
        CREATE TABLE orleans_schema_step (name text NOT NULL PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
        """;

    private const string Renewal = """
        INSERT INTO OrleansQuery AS query (QueryKey, QueryText) VALUES ($1, $2)
        ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText WHERE query.QueryText <> excluded.QueryText
        """;

    private static async Task<IReadOnlyList<string>> MissingAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (!await connection.HasTableAsync("orleansquery", cancellation).ConfigureAwait(false)) return ["the table OrleansQuery"];
        var present = await connection.TextsAsync("SELECT QueryKey FROM OrleansQuery", cancellation).ConfigureAwait(false);
        return [.. ClusterScripts.Queries.Keys.Where(key => !present.Contains(key)).Order(StringComparer.Ordinal).Select(key => $"the query '{key}'")];
    }

    /// <summary>Opens a connection and turns what the server refuses into a sentence; a password never shows in one.</summary>
    private async Task<T> Reached<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await using var closed = connection.ConfigureAwait(false);
            return await work(connection, cancellation).ConfigureAwait(false);
        }
        catch (PostgresException refused)
        {
            throw Refused($"PostgreSQL refuses: {refused.MessageText} (SQLSTATE {refused.SqlState}).");
        }
        catch (NpgsqlException unreachable)
        {
            throw Refused($"The database cannot be reached: {unreachable.Message}.");
        }
    }

    private static InputException Refused(string sentence) => new("cluster database", sentence);
}
