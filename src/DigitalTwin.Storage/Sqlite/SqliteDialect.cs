using System.Data.Common;
using System.Text.Json;
using DigitalTwin.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DigitalTwin.Storage.Sqlite;

/// <summary>SQL as SQLite has it.</summary>
internal sealed class SqliteDialect(string file) : Dialect
{
    public override string Least => "min";

    public override string ForUpdate => "";

    public override string Nothing => "x'0000c0ff'";

    public override string Translate(string script) => script
        .Replace("{id}", "integer not null primary key", StringComparison.Ordinal)
        .Replace("{text}", "text", StringComparison.Ordinal)
        .Replace("{blob}", "blob", StringComparison.Ordinal)
        .Replace("{empty}", "x''", StringComparison.Ordinal)
        .Replace("{clustered}", "without rowid", StringComparison.Ordinal);

    public override string Each(string parameter) => $"(select value from json_each({parameter}))";

    public override object List(IReadOnlyCollection<long> values) => "[" + string.Join(',', values) + "]";

    public override object List(IReadOnlyCollection<string> values) => JsonSerializer.Serialize(values);

    public override string JoinNewest(string table, string on, string where, string order, string key) =>
        $"cross join {table} h on {on} and ({Of("h", key)}) = (select {Of("n", key)} from {table} n where {where} order by {order} limit 1)";

    public override async Task InsertAsync(SqlSession session, string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        var sql = $"insert into {table} ({string.Join(',', columns)}) values ({string.Join(',', columns.Select(c => "@" + c))})";
        var parameters = new (string, object?)[columns.Count];
        await foreach (var row in rows.WithCancellation(cancellation).ConfigureAwait(false))
        {
            for (var i = 0; i < parameters.Length; i++) parameters[i] = ("@" + columns[i], row[i]);
            await session.RunAsync(sql, cancellation, parameters).ConfigureAwait(false);
        }
    }

    public override (Exception Meaning, Blame Blame) Explain(DbException failure)
    {
        var code = failure is SqliteException s ? s.SqliteErrorCode : raw.SQLITE_ERROR;
        return code switch
        {
            raw.SQLITE_FULL => (new StoreException($"'{file}' could not grow: the disk is full. What was to be written is not there.", failure), Blame.Database),
            raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY =>
                (new StoreException($"'{file}' could not be written ({failure.Message}). What was to be written is not there.", failure), Blame.Database),
            raw.SQLITE_BUSY => (new StoreException($"'{file}' is being written by another program that does not let go of it.", failure), Blame.Database),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => (new StoreException($"'{file}' is damaged or not a store ({failure.Message}); restore it from a backup.", failure), Blame.Database),
            _ => (new StoreException($"'{file}' refused what was to be written ({failure.Message}).", failure), Blame.One),
        };
    }

    private static string Of(string table, string columns) => string.Join(", ", columns.Split(',').Select(c => $"{table}.{c.Trim()}"));
}
