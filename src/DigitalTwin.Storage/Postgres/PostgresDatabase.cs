using System.Data;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;
using Npgsql;

namespace DigitalTwin.Storage.Postgres;

/// <summary>A PostgreSQL database that several silos share. Whoever writes holds the row of the table <c>head</c>, so groups of different silos follow each other, each with its own sync.</summary>
internal sealed class PostgresDatabase : Database
{
    private readonly NpgsqlDataSource source;
    private readonly SemaphoreSlim writing = new(1);
    private NpgsqlConnection? writer;

    public PostgresDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "DigitalTwin", MaxAutoPrepare = 200, AutoPrepareMinUsages = 2 };
        // The tables grow from empty to huge while statements stay prepared: a plan made for an empty table would read all of a huge one.
        settings.Options = $"{settings.Options} -c enable_seqscan=off -c synchronous_commit=on -c jit=off".Trim();
        source = NpgsqlDataSource.Create(settings);
        Name = $"The database '{settings.Database}' on {settings.Host}";
        Dialect = new PostgresDialect(Name);
    }

    public override Dialect Dialect { get; }

    public override string Name { get; }

    /// <summary>The connection that writes; for tests of what happens when it breaks.</summary>
    internal NpgsqlConnection? Writer => writer;

    public override async ValueTask<SqlSession> ReadAsync(CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);
            return new(connection, Dialect, null, async (_, _) =>
            {
                // Nothing was written: it does not matter how it ends.
                await using (connection.ConfigureAwait(false)) await transaction.DisposeAsync().ConfigureAwait(false);
            }) { Transaction = transaction };
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override async ValueTask<SqlSession> WriteAsync(CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (writer is { State: not ConnectionState.Open }) await DropWriterAsync().ConfigureAwait(false);
            writer ??= await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            var transaction = await writer.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation).ConfigureAwait(false);
            var id = await IdAsync(writer, cancellation).ConfigureAwait(false);
            return new(writer, Dialect, null, (_, commit) => EndAsync(transaction, id, commit)) { Transaction = transaction };
        }
        catch
        {
            await DropWriterAsync().ConfigureAwait(false);
            writing.Release();
            throw;
        }
    }

    public override Task WriteHistoryAsync(SqlSession session, IReadOnlyList<HistoryRow> rows, bool[] isNew, CancellationToken cancellation) =>
        HistoryInsertion.RunAsync(session, rows, isNew, cancellation);

    public override async ValueTask DisposeAsync()
    {
        await DropWriterAsync().ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
        writing.Dispose();
    }

    private static async Task<string> IdAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var command = new NpgsqlCommand("select pg_current_xact_id()::text", connection);
        await using (command.ConfigureAwait(false))
            return (string)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    private async ValueTask EndAsync(NpgsqlTransaction transaction, string id, bool commit)
    {
        try
        {
            if (commit) await transaction.CommitAsync().ConfigureAwait(false);
            else await transaction.RollbackAsync().ConfigureAwait(false);
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or IOException)
        {
            await DropWriterAsync().ConfigureAwait(false);
            if (commit && !await WasCommittedAsync(id).ConfigureAwait(false)) throw;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>
    /// The connection broke while the answer to COMMIT was awaited: asks the server over a new one what became of the transaction. It waits for the row of <c>head</c> first, which the
    /// transaction holds as long as it is undecided.
    /// </summary>
    /// <exception cref="StoreException">The server cannot be reached: nobody knows.</exception>
    private async Task<bool> WasCommittedAsync(string id)
    {
        try
        {
            var connection = await source.OpenConnectionAsync().ConfigureAwait(false);
            await using var end = connection.ConfigureAwait(false);
            var command = new NpgsqlCommand("select one from head for update; select pg_xact_status(@id::xid8)", connection);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.AddWithValue("id", id);
                var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                    return await reader.NextResultAsync().ConfigureAwait(false) && await reader.ReadAsync().ConfigureAwait(false)
                        && !await reader.IsDBNullAsync(0).ConfigureAwait(false) && reader.GetString(0) == "committed";
            }
        }
        catch (NpgsqlException e)
        {
            throw new StoreException($"{Name} cannot be reached any more ({e.Message}), and it is not known whether it kept what was being written. Sending it again is safe.", e);
        }
    }

    private async Task DropWriterAsync()
    {
        if (writer is { } broken) await broken.DisposeAsync().ConfigureAwait(false);
        writer = null;
    }
}
