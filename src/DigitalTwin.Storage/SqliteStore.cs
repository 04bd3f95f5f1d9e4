using DigitalTwin.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Storage;

/// <summary>The embedded store: one SQLite file.</summary>
public static class SqliteStore
{
    /// <summary>
    /// Opens a store, which is made when it is not there, and brings it to the newest version of the schema. Another process may have it open too; each sees what the other has committed.
    /// </summary>
    /// <param name="file">The file; <c>-wal</c> and <c>-shm</c> lie beside it while it is open.</param>
    /// <param name="time">The clock that frames and migrations are stamped with.</param>
    /// <param name="loggers">Where it says what goes wrong.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">The file cannot be opened, is something else, or was written by a newer program.</exception>
    public static async Task<ICityStore> OpenAsync(string file, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(loggers);
        var logger = loggers.CreateLogger("DigitalTwin.Storage");
        try
        {
            return await CityStore.OpenAsync(SqliteDatabase.Open(Path.GetFullPath(file), logger), time, logger, cancellation).ConfigureAwait(false);
        }
        catch (SqliteException e)
        {
            throw new StoreException(e.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB
                ? $"'{file}' is not a store of twins: it is no SQLite file."
                : $"'{file}' cannot be opened as a store ({e.Message}).", e);
        }
    }
}
