using DigitalTwin.Storage.Auditing;
using DigitalTwin.Storage.Backup;
using DigitalTwin.Storage.Documents;
using DigitalTwin.Storage.History;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Schema;
using DigitalTwin.Storage.Sql;
using DigitalTwin.Storage.Worlds;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Storage;

/// <summary>A store over a database of either kind.</summary>
internal sealed class CityStore : ICityStore
{
    private readonly Database database;
    private readonly GroupCommit writer;
    private readonly WorldTable worlds;
    private readonly TwinHistory history;

    private CityStore(Database database, TimeProvider time, ILogger logger)
    {
        this.database = database;
        writer = new(database, logger);
        worlds = new(database, writer);
        Journal = new StoreJournal(writer, time);
        history = new(database, writer);
        Documents = new DocumentShelf(database, writer);
        Audit = new AuditTrail(database, writer);
    }

    public IWorldTable Worlds => worlds;

    public IJournal Journal { get; }

    public ITwinHistory History => history;

    public IDocumentShelf Documents { get; }

    public IAuditTrail Audit { get; }

    /// <summary>The database beneath; for tests.</summary>
    internal Database Database => database;

    public static async Task<CityStore> OpenAsync(Database database, TimeProvider time, ILogger logger, CancellationToken cancellation)
    {
        try
        {
            await Migration.RunAsync(database, time.GetUtcNow(), cancellation).ConfigureAwait(false);
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        var store = new CityStore(database, time, logger);
        await store.worlds.GiveUpOldDraftsAsync(time.GetUtcNow(), cancellation).ConfigureAwait(false);
        await WorldSweep.RunAsync(store.writer, cancellation).ConfigureAwait(false);
        return store;
    }

    public Task BackupAsync(string file, CancellationToken cancellation) => StoreBackup.WriteAsync(database, file, cancellation);

    public Task RestoreAsync(string file, CancellationToken cancellation) => StoreBackup.ReadAsync(database, writer, file, cancellation);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync().ConfigureAwait(false);
        history.Dispose();
        await database.DisposeAsync().ConfigureAwait(false);
    }
}
