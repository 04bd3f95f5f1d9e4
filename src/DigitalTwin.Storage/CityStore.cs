using DigitalTwin.Storage.Archive;
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
internal sealed partial class CityStore : ICityStore
{
    private readonly Database database;
    private readonly GroupCommit writer;
    private readonly WorldTable worlds;
    private readonly TwinHistory history;
    private readonly CancellationTokenSource closing = new();
    private bool closed;

    private CityStore(Database database, TimeProvider time, ILogger logger)
    {
        this.database = database;
        writer = new(database, logger);
        worlds = new(database, writer);
        Journal = new StoreJournal(writer, time);
        history = new(database, writer);
        Archive = new WorldArchive(database);
        Documents = new DocumentShelf(database, writer);
        Audit = new AuditTrail(database, writer);
    }

    public IWorldTable Worlds => worlds;

    public IJournal Journal { get; }

    public ITwinHistory History => history;

    public IWorldArchive Archive { get; }

    public IDocumentShelf Documents { get; }

    public IAuditTrail Audit { get; }

    /// <summary>Ends when nothing of deleted worlds is left.</summary>
    internal Task Sweeping { get; private set; } = Task.CompletedTask;

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
        try
        {
            await store.worlds.GiveUpOldDraftsAsync(time.GetUtcNow(), cancellation).ConfigureAwait(false);
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        store.Sweeping = store.SweepAsync(logger);
        return store;
    }

    public Task BackupAsync(string file, CancellationToken cancellation) => StoreBackup.WriteAsync(database, file, cancellation);

    public Task RestoreAsync(string file, CancellationToken cancellation) => StoreBackup.ReadAsync(database, writer, file, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (closed) return;
        closed = true;
        await closing.CancelAsync().ConfigureAwait(false);
        await Sweeping.ConfigureAwait(false);
        closing.Dispose();
        await writer.DisposeAsync().ConfigureAwait(false);
        history.Dispose();
        await database.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Nobody waits for what a process that was killed had still to take away.</summary>
    private async Task SweepAsync(ILogger logger)
    {
        try
        {
            await WorldSweep.RunAsync(writer, closing.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The next who opens the store goes on.
        }
        catch (IOException e)
        {
            NotSwept(logger, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What deleted worlds held could not be taken away, and will be by the next who opens the store: {Reason}")]
    private static partial void NotSwept(ILogger logger, string reason);
}
