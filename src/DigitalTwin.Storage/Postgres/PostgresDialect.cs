using System.Data.Common;
using DigitalTwin.Storage.Sql;
using Npgsql;
using NpgsqlTypes;

namespace DigitalTwin.Storage.Postgres;

/// <summary>SQL as PostgreSQL has it.</summary>
internal sealed class PostgresDialect(string name) : Dialect
{
    public override string Least => "least";

    public override string ForUpdate => " for update";

    public override string Nothing => @"'\x0000c0ff'::bytea";

    /// <summary>Two silos may start at the same time: the second waits until the first has made the tables.</summary>
    public override string? Alone => "select pg_advisory_xact_lock(7239046)";

    public override string Translate(string script) => script
        .Replace("{id}", "bigint not null primary key", StringComparison.Ordinal)
        .Replace("{text}", "text collate \"C\"", StringComparison.Ordinal)
        .Replace("{blob}", "bytea", StringComparison.Ordinal)
        .Replace("{empty}", @"'\x'", StringComparison.Ordinal)
        .Replace("{clustered}", "", StringComparison.Ordinal);

    public override string Each(string parameter) => $"(select unnest({parameter}))";

    public override object List(IReadOnlyCollection<long> values) => values.ToArray();

    public override object List(IReadOnlyCollection<string> values) => values.ToArray();

    public override string JoinNewest(string table, string on, string where, string order, string key) =>
        $"cross join lateral (select n.* from {table} n where {where} order by {order} limit 1) h";

    public override async Task InsertAsync(SqlSession session, string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        var copy = await ((NpgsqlConnection)session.Connection).BeginBinaryImportAsync($"copy {table} ({string.Join(',', columns)}) from stdin (format binary)", cancellation).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            await foreach (var row in rows.WithCancellation(cancellation).ConfigureAwait(false))
            {
                await copy.StartRowAsync(cancellation).ConfigureAwait(false);
                foreach (var value in row)
                    await (value switch
                    {
                        long whole => copy.WriteAsync(whole, NpgsqlDbType.Bigint, cancellation),
                        double number => copy.WriteAsync(number, NpgsqlDbType.Double, cancellation),
                        string text => copy.WriteAsync(text, NpgsqlDbType.Text, cancellation),
                        byte[] bytes => copy.WriteAsync(bytes, NpgsqlDbType.Bytea, cancellation),
                        _ => copy.WriteNullAsync(cancellation),
                    }).ConfigureAwait(false);
            }
            await copy.CompleteAsync(cancellation).ConfigureAwait(false);
        }
    }

    public override (Exception Meaning, Blame Blame) Explain(DbException failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => (new StoreException($"{name} has no room left on its disk. What was to be written is not there.", failure), Blame.Database),
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } =>
            (new StoreException($"{name} ended the connection ({failure.Message}). What was to be written is not there.", failure), Blame.Connection),
        // Classes 08 connection, 53 resources, 57 operator, 58 system: the database's trouble, not that of what was to be written.
        PostgresException p when p.SqlState[..2] is "08" or "53" or "57" or "58" => (new StoreException($"{name} could not write ({p.MessageText}). What was to be written is not there.", failure), Blame.Database),
        PostgresException p => (new StoreException($"{name} refused what was to be written ({p.MessageText}).", failure), Blame.One),
        _ => (new StoreException($"{name} cannot be reached ({failure.Message}). What was to be written is not there.", failure), Blame.Connection),
    };
}
