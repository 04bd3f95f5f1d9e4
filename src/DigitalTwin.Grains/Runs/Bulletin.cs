using System.Runtime.CompilerServices;

namespace DigitalTwin.Grains.Runs;

/// <summary>The newest news of some work, for any number of followers. Whoever reads slowly misses what has been overtaken, never the last word.</summary>
internal sealed class Bulletin<T>(T first) where T : class
{
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T newest = first;
    private bool closed;

    /// <summary>The newest.</summary>
    public T Newest
    {
        get
        {
            lock (gate) return newest;
        }
    }

    /// <summary>Puts up news that follow from the newest; after the last word nothing changes.</summary>
    /// <param name="next">What they are.</param>
    /// <param name="last">Whether this is the last word.</param>
    public void Post(Func<T, T> next, bool last = false)
    {
        TaskCompletionSource heard;
        lock (gate)
        {
            if (closed) return;
            newest = next(newest);
            closed = last;
            heard = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        heard.SetResult();
    }

    /// <summary>The newest at once, then whatever is newer, until the last word.</summary>
    public async IAsyncEnumerable<T> FollowAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        T? told = null;
        while (true)
        {
            T now;
            bool last;
            Task more;
            lock (gate) (now, last, more) = (newest, closed, changed.Task);
            if (!ReferenceEquals(now, told)) yield return told = now;
            if (last) yield break;
            await more.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }
}
