using System.Collections.Concurrent;
using System.Data.Common;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Sql;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Storage.Sqlite;

/// <summary>
/// One SQLite file in WAL mode: one connection that writes, and as many as there are readers at the same time. Each commit is synced (<c>synchronous = FULL</c>), so it survives a
/// kill and a loss of power. Another process may have the file open too: whoever writes waits for the other's transaction to end.
/// </summary>
internal sealed class SqliteDatabase : Database
{
    private const int IdleReaders = 8;
    private const string Insertion = "insert or ignore into history (series, observed_at, source, seq, delay, flags, value, word) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    private const string Existence = "select 1 from history where series = ?1 and observed_at = ?2 and source = ?3";

    private readonly string file;
    private readonly Link writer;
    private readonly ConcurrentBag<Link> readers = [];
    private readonly SemaphoreSlim writing = new(1);
    private readonly Checkpointer checkpointer;
    private Statement? insertion;
    private Statement? existence;
    private bool closed;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    private SqliteDatabase(string file, Link writer, ILogger logger)
    {
        this.file = file;
        this.writer = writer;
        Dialect = new SqliteDialect(file);
        checkpointer = new(Open(file, 1), writer.Connection, logger);
    }

    public override Dialect Dialect { get; }

    public override string Name => $"'{file}'";

    /// <summary>The connection that writes; for tests of what happens when it cannot.</summary>
    internal SqliteConnection Writer => writer.Connection;

    /// <exception cref="SqliteException">The file cannot be opened, or is something else.</exception>
    public static SqliteDatabase Open(string file, ILogger logger) => new(file, new(Open(file, 64)), logger);

    public override ValueTask<SqlSession> ReadAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(closed, this);
        if (!readers.TryTake(out var link)) link = new(Open(file, 8));
        link.Run("BEGIN");
        return ValueTask.FromResult(new SqlSession(link.Connection, Dialect, link.Prepared, (_, _) =>
        {
            link.Run("ROLLBACK");
            if (readers.Count < IdleReaders && !closed) readers.Add(link);
            else link.Dispose();
            return default;
        }));
    }

    public override async ValueTask<SqlSession> WriteAsync(CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            writer.Run("BEGIN IMMEDIATE");
        }
        catch
        {
            writing.Release();
            throw;
        }
        return new(writer.Connection, Dialect, writer.Prepared, (_, commit) =>
        {
            try
            {
                writer.Run(commit ? "COMMIT" : "ROLLBACK");
            }
            catch (SqliteException) when (!commit && SQLitePCL.raw.sqlite3_get_autocommit(writer.Connection.Handle!) != 0)
            {
                // The failure that made us give up had ended the transaction by itself.
            }
            catch (SqliteException)
            {
                if (SQLitePCL.raw.sqlite3_get_autocommit(writer.Connection.Handle!) == 0) writer.Run("ROLLBACK");
                throw;
            }
            finally
            {
                writing.Release();
            }
            return default;
        });
    }

    public override Task WriteHistoryAsync(SqlSession session, IReadOnlyList<HistoryRow> rows, bool[] isNew, CancellationToken cancellation)
    {
        insertion ??= new(writer.Connection.Handle!, Insertion);
        existence ??= new(writer.Connection.Handle!, Existence);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            isNew[i] = !InSiblings(row) && insertion.Whole(1, row.Series).Whole(2, row.ObservedAt).Whole(3, row.Source).Whole(4, row.Seq)
                .Whole(5, row.Delay).Whole(6, row.Flags).Number(7, row.Value).Text(8, row.Word).Add();
        }
        checkpointer.Wrote(rows.Count);
        return Task.CompletedTask;
    }

    public override Task<bool> CopyPagesAsync(string target, CancellationToken cancellation) => Task.Run(() =>
    {
        using var from = Open(file, 1);
        PageCopy.Run(from, target, cancellation);
        return true;
    }, cancellation);

    public override void Breathe() => checkpointer.Breathe();

    public override async ValueTask DisposeAsync()
    {
        if (closed) return;
        closed = true;
        await checkpointer.DisposeAsync().ConfigureAwait(false);
        insertion?.Dispose();
        existence?.Dispose();
        while (readers.TryTake(out var link)) link.Dispose();
        writer.Dispose();
        writing.Dispose();
    }

    private static SqliteConnection Open(string file, int cacheMegabytes)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"""
                PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;
                PRAGMA cache_size = -{cacheMegabytes * 1024}; PRAGMA temp_store = MEMORY;
                """;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private bool InSiblings(in HistoryRow row)
    {
        foreach (var series in row.Siblings ?? [])
            if (existence!.Whole(1, series).Whole(2, row.ObservedAt).Whole(3, row.Source).Any()) return true;
        return false;
    }

    /// <summary>A connection with what it has prepared.</summary>
    private sealed class Link(SqliteConnection connection) : IDisposable
    {
        public SqliteConnection Connection => connection;

        public Dictionary<string, DbCommand> Prepared { get; } = new(StringComparer.Ordinal);

        public void Run(string sql)
        {
            if (!Prepared.TryGetValue(sql, out var command))
            {
                command = connection.CreateCommand();
                command.CommandText = sql;
                Prepared.Add(sql, command);
            }
            command.ExecuteNonQuery();
        }

        public void Dispose()
        {
            foreach (var command in Prepared.Values) command.Dispose();
            connection.Dispose();
        }
    }
}
