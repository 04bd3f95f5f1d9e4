using System.Data.Common;
using DigitalTwin.Storage.Sql;
using DigitalTwin.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DigitalTwin.Storage.Backup;

/// <summary>The SQLite file of a backup: written in one transaction with nothing beside it when it is done, and read without changing a byte, from a medium that may be read-only.</summary>
internal static class BackupFile
{
    static BackupFile() => SQLitePCL.Batteries_V2.Init();

    /// <summary>A session that writes a new file; committing it makes it durable.</summary>
    public static SqlSession Create(string file) => Session(file, SqliteOpenMode.ReadWriteCreate, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; BEGIN");

    /// <summary>A session that reads a backup.</summary>
    /// <exception cref="StoreException">It is no backup.</exception>
    public static SqlSession Open(string file)
    {
        try
        {
            return Session(file, SqliteOpenMode.ReadOnly, "BEGIN; SELECT version FROM schema_version");
        }
        catch (SqliteException e)
        {
            throw new StoreException($"'{file}' is not a backup of a store ({e.Message}).", e);
        }
    }

    private static SqlSession Session(string file, SqliteOpenMode mode, string begin)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Run(begin);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        return new(connection, new SqliteDialect(file), new Dictionary<string, DbCommand>(StringComparer.Ordinal), (_, commit) =>
        {
            using (connection) Run(commit ? "COMMIT" : "ROLLBACK");
            return default;
        });

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
