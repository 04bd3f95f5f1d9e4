using System.Data.Common;

namespace DigitalTwin.Storage.Sql;

/// <summary>A query of several that are run together.</summary>
internal abstract class Query(string sql, (string Name, object? Value)[] parameters)
{
    public string Sql => sql;

    public (string Name, object? Value)[] Parameters => parameters;

    public abstract Task ReadAsync(DbDataReader reader, CancellationToken cancellation);
}

/// <summary>A query and its rows, once it has been run.</summary>
internal sealed class Query<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] parameters) : Query(sql, parameters)
{
    public List<T> Rows { get; } = [];

    public override async Task ReadAsync(DbDataReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) Rows.Add(read(reader));
    }
}
