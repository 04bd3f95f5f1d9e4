namespace DigitalTwin.Storage.Sql;

/// <summary>A database that holds a store: sessions to read it as of one instant, and one at a time to write it.</summary>
internal abstract class Database : IAsyncDisposable
{
    public abstract Dialect Dialect { get; }

    /// <summary>What it is and where, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>A session that sees the database as it is now, whatever others write meanwhile.</summary>
    public abstract ValueTask<SqlSession> ReadAsync(CancellationToken cancellation);

    /// <summary>A session that may write. Nobody else, here or in another process, writes what it reads until it ends.</summary>
    public abstract ValueTask<SqlSession> WriteAsync(CancellationToken cancellation);

    /// <summary>Writes rows of the history.</summary>
    public abstract Task WriteHistoryAsync(SqlSession session, IReadOnlyList<Journal.HistoryRow> rows, bool[] isNew, CancellationToken cancellation);

    /// <summary>Copies the whole database, as of one instant, into a new SQLite file page by page.</summary>
    /// <returns>False when it is of another kind, and has to be copied row by row.</returns>
    public virtual Task<bool> CopyPagesAsync(string file, CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>Called between two groups.</summary>
    public virtual void Breathe()
    {
    }

    public abstract ValueTask DisposeAsync();
}
