using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DigitalTwin.Storage.Sqlite;

/// <summary>SQLite's online backup. It reads within one transaction, so it sees one instant and never has to begin again, however much is written meanwhile.</summary>
internal static class PageCopy
{
    /// <summary>Pages between two looks at whether somebody has given up.</summary>
    private const int PagesAtATime = 2_048;

    public static void Run(SqliteConnection from, string file, CancellationToken cancellation)
    {
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        to.Open();
        Execute(from, "BEGIN; SELECT one FROM head");
        using (var backup = raw.sqlite3_backup_init(to.Handle!, "main", from.Handle!, "main"))
        {
            int code;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                code = raw.sqlite3_backup_step(backup, PagesAtATime);
            }
            while (code is raw.SQLITE_OK);
            if (code != raw.SQLITE_DONE) throw new SqliteException(raw.sqlite3_errstr(code).utf8_to_string(), code);
        }
        Execute(from, "ROLLBACK");
        // Alone in its file: nothing beside it, and readable where nothing can be written.
        Execute(to, "PRAGMA journal_mode = DELETE");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
