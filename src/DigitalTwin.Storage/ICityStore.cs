using DigitalTwin.Storage.Archive;
using DigitalTwin.Storage.Documents;
using DigitalTwin.Storage.History;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Storage;

/// <summary>
/// Where a city's worlds are kept: what its twins observed, their alerts, commands and rules, the worlds and their forks, runs, and who did what. Embedded it is
/// one SQLite file, on a cluster a PostgreSQL database; the schema and the tests are the same. What a call has answered is durable. All instants are
/// kept in whole microseconds (UTC). Safe to use from many threads.
/// </summary>
public interface ICityStore : IAsyncDisposable
{
    /// <summary>Worlds and forks.</summary>
    IWorldTable Worlds { get; }

    /// <summary>Everything that is written of twins, in groups.</summary>
    IJournal Journal { get; }

    /// <summary>Everything that is read of twins, with what forks see of their parents.</summary>
    ITwinHistory History { get; }

    /// <summary>Whole worlds, to be taken away.</summary>
    IWorldArchive Archive { get; }

    /// <summary>Small documents with an etag (grain state, runs) and large contents by hash (maps, checkpoints).</summary>
    IDocumentShelf Documents { get; }

    /// <summary>Who did what, chained by hash.</summary>
    IAuditTrail Audit { get; }

    /// <summary>Writes a copy of everything, as of one instant, to a SQLite file, while others go on reading and writing; <see cref="RestoreAsync"/> of either kind of store reads it.</summary>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    Task BackupAsync(string file, CancellationToken cancellation);

    /// <summary>Fills an empty store from a backup, whole or not at all.</summary>
    /// <exception cref="InvalidOperationException">The store is not empty.</exception>
    Task RestoreAsync(string file, CancellationToken cancellation);
}
