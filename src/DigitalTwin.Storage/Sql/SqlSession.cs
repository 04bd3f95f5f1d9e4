using System.Data.Common;
using System.Runtime.CompilerServices;

namespace DigitalTwin.Storage.Sql;

/// <summary>A connection within one transaction. Not safe to use from several threads; one reader may be open at a time.</summary>
internal sealed class SqlSession(DbConnection connection, Dialect dialect, Dictionary<string, DbCommand>? prepared, Func<SqlSession, bool, ValueTask> end) : IAsyncDisposable
{
    private bool ended;

    public DbConnection Connection => connection;

    public Dialect Dialect => dialect;

    /// <summary>A transaction object of the driver, where it wants one.</summary>
    public DbTransaction? Transaction { get; init; }

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public async Task<int> RunAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        var command = Take(sql, parameters);
        try
        {
            return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            Give(sql, command);
        }
    }

    /// <summary>All rows of a query.</summary>
    public async Task<List<T>> RowsAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        var rows = new List<T>();
        var command = Take(sql, parameters);
        try
        {
            var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    rows.Add(read(reader));
        }
        finally
        {
            Give(sql, command);
        }
        return rows;
    }

    /// <summary>The first row of a query, or the default.</summary>
    public async Task<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        var command = Take(sql, parameters);
        try
        {
            var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                return await reader.ReadAsync(cancellation).ConfigureAwait(false) ? read(reader) : default;
        }
        finally
        {
            Give(sql, command);
        }
    }

    /// <summary>Runs several queries, in one round trip where the database is elsewhere.</summary>
    public async Task RunAsync(IReadOnlyList<Query> queries, CancellationToken cancellation)
    {
        if (!connection.CanCreateBatch)
        {
            foreach (var query in queries)
            {
                var command = Take(query.Sql, query.Parameters);
                try
                {
                    var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
                    await using (reader.ConfigureAwait(false)) await query.ReadAsync(reader, cancellation).ConfigureAwait(false);
                }
                finally
                {
                    Give(query.Sql, command);
                }
            }
            return;
        }
        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            batch.Transaction = Transaction;
            foreach (var query in queries) batch.BatchCommands.Add(Fill(batch.CreateBatchCommand(), query));
            var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                foreach (var query in queries)
                {
                    await query.ReadAsync(reader, cancellation).ConfigureAwait(false);
                    await reader.NextResultAsync(cancellation).ConfigureAwait(false);
                }
        }
    }

    /// <summary>The rows of a query as they come.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(string sql, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        var command = Take(sql, parameters);
        try
        {
            var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    yield return read(reader);
        }
        finally
        {
            Give(sql, command);
        }
    }

    public Task InsertAsync(string table, IReadOnlyList<string> columns, IReadOnlyCollection<object?[]> rows, CancellationToken cancellation) =>
        rows.Count == 0 ? Task.CompletedTask : dialect.InsertAsync(this, table, columns, rows.ToAsyncEnumerable(), cancellation);

    /// <summary>Makes what was written permanent, and ends the session.</summary>
    public async ValueTask CommitAsync()
    {
        ended = true;
        await end(this, true).ConfigureAwait(false);
    }

    /// <summary>Ends the session; what was not committed is not there.</summary>
    public async ValueTask DisposeAsync()
    {
        if (ended) return;
        ended = true;
        await end(this, false).ConfigureAwait(false);
    }

    /// <summary>The columns of a table.</summary>
    public async Task<IReadOnlyList<string>> ColumnsAsync(string table, CancellationToken cancellation)
    {
        var command = Take($"select * from {table} where 1 = 0", []);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        }
    }

    private static DbBatchCommand Fill(DbBatchCommand command, Query query)
    {
        command.CommandText = query.Sql;
        foreach (var (name, value) in query.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private DbCommand Take(string sql, (string Name, object? Value)[] parameters)
    {
        if (prepared is not null && prepared.Remove(sql, out var known))
        {
            for (var i = 0; i < parameters.Length; i++) known.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
            return known;
        }
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = Transaction;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private void Give(string sql, DbCommand command)
    {
        if (prepared is null || !prepared.TryAdd(sql, command)) command.Dispose();
    }
}
