using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Storage.Sqlite;

/// <summary>
/// Carries pages from the write-ahead log to the file beside the writer, so that no acknowledgement waits for it. SQLite's own checkpoint runs inside a commit and
/// stalls it for as long as the whole log takes. Here a thread of its own carries the bulk over while groups go on being committed; when it has nearly caught up, the writer
/// carries the short rest between two groups, and the log starts again from its beginning.
/// </summary>
internal sealed partial class Checkpointer : IAsyncDisposable
{
    /// <summary>Rows between two rounds.</summary>
    private const int RowsBetween = 8_000;

    /// <summary>Pages of the log from which on the writer takes part, and most that it carries itself.</summary>
    private const int LongLog = 4_096, ShortRest = 2_048;

    private readonly SqliteConnection own;
    private readonly SqliteConnection writer;
    private readonly ILogger logger;
    private readonly SemaphoreSlim wanted = new(0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task round;
    private int rows;
    private int finish;

    public Checkpointer(SqliteConnection own, SqliteConnection writer, ILogger logger)
    {
        (this.own, this.writer, this.logger) = (own, writer, logger);
        round = Task.Run(RunAsync);
    }

    /// <summary>Told of rows that were written.</summary>
    public void Wrote(int count)
    {
        rows += count;
        if (rows < RowsBetween) return;
        rows = 0;
        if (wanted.CurrentCount == 0) wanted.Release();
    }

    /// <summary>The writer's part, between two groups.</summary>
    public void Breathe()
    {
        if (Interlocked.Exchange(ref finish, 0) == 0) return;
        var started = Stopwatch.GetTimestamp();
        var (log, carried) = Carry(writer);
        var took = Stopwatch.GetElapsedTime(started);
        Finished(logger, log, carried, took);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await round.ConfigureAwait(false);
        own.Dispose();
        wanted.Dispose();
        closing.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                await wanted.WaitAsync(closing.Token).ConfigureAwait(false);
                var (log, carried) = Carry(own);
                if (log < LongLog) continue;
                for (var again = 0; again < 3 && log - carried > ShortRest / 2; again++) (log, carried) = Carry(own);
                Interlocked.Exchange(ref finish, 1);
            }
        }
        catch (OperationCanceledException)
        {
            // The store is being closed.
        }
    }

    /// <summary>Carries what no reader still needs; never waits for anybody.</summary>
    private (long Log, long Carried) Carry(SqliteConnection connection)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            using var reader = command.ExecuteReader();
            return reader.Read() ? (reader.GetInt64(1), reader.GetInt64(2)) : default;
        }
        catch (SqliteException e)
        {
            // A full disk shows in the next commit, with its own message; the log only grows meanwhile.
            Failed(logger, e.Message);
            return default;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Checkpoint finished by the writer: {Carried} of {Log} pages carried in {Took}")]
    private static partial void Finished(ILogger logger, long log, long carried, TimeSpan took);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The write-ahead log could not be carried into the file: {Reason}")]
    private static partial void Failed(ILogger logger, string reason);
}
