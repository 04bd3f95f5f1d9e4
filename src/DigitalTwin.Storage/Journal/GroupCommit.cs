using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using DigitalTwin.Storage.Naming;
using DigitalTwin.Storage.Sql;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Storage.Journal;

/// <summary>
/// Group commit: whatever was handed over while the last group was being written and synced is the next group, in one transaction with one sync. So a single writer is
/// acknowledged as fast as the disk can, and a thousand at the same time cost hardly more than one.
/// </summary>
internal sealed partial class GroupCommit : IAsyncDisposable
{
    /// <summary>Most rows of a group: what is behind it should not wait longer than some tens of milliseconds.</summary>
    private const int MostRows = 4_096;

    /// <summary>Most that may wait; who comes then waits to be let in.</summary>
    private const int MostWaiting = 65_536;

    private readonly Channel<Work> waiting = Channel.CreateBounded<Work>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly Database database;
    private readonly NameBook names = new();
    private readonly ILogger logger;
    private readonly Task loop;

    public GroupCommit(Database database, ILogger logger)
    {
        (this.database, this.logger) = (database, logger);
        // A thread of its own: a pool that is busy with a storm of calls, or with physics, keeps no acknowledgement waiting.
        loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Hands over a piece of work and waits until it is durable. Cancelled while it waits it is withdrawn; once in a group its outcome is the group's.</summary>
    public async Task<T> WriteAsync<T>(Work<T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        work.WithdrawOn(cancellation);
        try
        {
            if (!waiting.Writer.TryWrite(work)) await waiting.Writer.WriteAsync(work, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(ICityStore), "The store is closed.");
        }
        return await work.Done.ConfigureAwait(false);
    }

    /// <summary>Hands over what a function does within a group's transaction.</summary>
    public Task<T> WriteAsync<T>(Func<Group, Task<T>> write, CancellationToken cancellation) => WriteAsync(new ActionWork<T>(write), cancellation);

    /// <summary>Takes nothing more, and returns when everything handed over is written.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await loop.ConfigureAwait(false);
    }

    private void Run()
    {
        var group = new List<Work>();
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var rows = 0;
            while (rows < MostRows && waiting.Reader.TryRead(out var work))
            {
                if (!work.Take()) continue;
                group.Add(work);
                rows += work.Size;
            }
            if (group.Count > 0) WriteGroupAsync(group).GetAwaiter().GetResult();
            group.Clear();
            database.Breathe();
        }
    }

    /// <summary>
    /// Writes a group; when one of it is to blame for a failure, each on its own, so that only that one fails; when the connection broke before anything was committed, once more over another.
    /// </summary>
    private async Task WriteGroupAsync(List<Work> group, bool again = false)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await CommitAsync(group).ConfigureAwait(false);
            foreach (var work in group) work.Complete();
            var took = Stopwatch.GetElapsedTime(started);
            Written(logger, group.Count, took);
        }
        catch (Exception e)
        {
            names.Forget();
            foreach (var work in group) work.Refusal = null;
            var (meaning, blame) = e is DbException failure ? database.Dialect.Explain(failure) : (e, e is IOException ? Blame.Database : Blame.One);
            if (blame == Blame.Connection && !again)
            {
                await WriteGroupAsync(group, again: true).ConfigureAwait(false);
                return;
            }
            if (group.Count == 1 || blame != Blame.One)
            {
                Failed(logger, e, group.Count, meaning.Message);
                foreach (var work in group) work.Fail(meaning);
                return;
            }
            foreach (var work in group) await WriteGroupAsync([work]).ConfigureAwait(false);
        }
    }

    private async Task CommitAsync(List<Work> works)
    {
        var session = await database.WriteAsync(CancellationToken.None).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var group = await Group.OpenAsync(session, names).ConfigureAwait(false);
            for (var i = 0; i < works.Count;)
            {
                var entries = works.Skip(i).TakeWhile(w => w is EntryWork).Cast<EntryWork>().ToList();
                if (entries.Count > 0) await EntryRows.WriteAsync(group, database, entries).ConfigureAwait(false);
                else await WriteAsync(works[i], group).ConfigureAwait(false);
                i += Math.Max(entries.Count, 1);
            }
            await group.CommitAsync().ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(Work work, Group group)
    {
        try
        {
            await work.WriteAsync(group).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WorldException or Documents.DocumentConflictException or ArgumentException or InvalidOperationException)
        {
            work.Refusal = e;
        }
    }

    [LoggerMessage(Level = LogLevel.Trace, Message = "{Count} written in {Took}")]
    private static partial void Written(ILogger logger, int count, TimeSpan took);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} could not be written: {Reason}")]
    private static partial void Failed(ILogger logger, Exception failure, int count, string reason);
}
