using DigitalTwin.Storage.Postgres;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DigitalTwin.Storage;

/// <summary>The store of a cluster: a PostgreSQL database (13 or newer), which several silos write at the same time.</summary>
public static class PostgresStore
{
    /// <summary>Opens a store in a database that there is, and brings it to the newest version of the schema.</summary>
    /// <param name="connectionString">Where the database is, as Npgsql reads it.</param>
    /// <param name="time">The clock that frames and migrations are stamped with.</param>
    /// <param name="loggers">Where it says what goes wrong.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">The database cannot be reached, or was written by a newer program.</exception>
    /// <exception cref="ArgumentException">The connection string is malformed.</exception>
    public static async Task<ICityStore> OpenAsync(string connectionString, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(loggers);
        var database = new PostgresDatabase(connectionString);
        try
        {
            return await CityStore.OpenAsync(database, time, loggers.CreateLogger("DigitalTwin.Storage"), cancellation).ConfigureAwait(false);
        }
        catch (NpgsqlException e)
        {
            throw new StoreException($"{database.Name} cannot be opened as a store ({e.Message}).", e);
        }
    }
}
