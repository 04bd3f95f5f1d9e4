using Orleans.InProcess.Activations;
using Orleans.InProcess.Calls;
using Orleans.Runtime;

namespace Orleans.InProcess.Streams;

/// <summary>The grain's side of an enumeration.</summary>
internal abstract class Enumeration : IAsyncDisposable
{
    /// <summary>Lets the pull that waits return: the grain ends.</summary>
    public abstract void Abort();

    public abstract ValueTask DisposeAsync();
}

/// <summary>The grain's side of an enumeration of some type. It belongs to the activation that gave the first element, and ends with it.</summary>
internal sealed class Enumeration<T>(Func<object, CancellationToken, IAsyncEnumerable<T>> open, int most) : Enumeration
{
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Activation? home;
    private IAsyncEnumerator<T>? source;
    private Task<bool>? pending;
    private ITimer? expiry;
    private bool pulled;

    public bool IsOver { get; private set; }

    public void Send<TResult>(Call<TResult> call, GrainReference target)
    {
        if (home is null) target.Send(call, default);
        else
        {
            call.Sent = home.Silo.Clock.GetTimestamp();
            call.Caller = Activation.Current;
            call.Context = RequestContext.Values;
            if (!home.Receive(call)) call.Fail(Aborted());
        }
    }

    /// <summary>Whether a request may go to another activation: only before the first has given an element.</summary>
    public bool MayMove(Request request)
    {
        if (home is null) return true;
        request.Fail(Aborted());
        return false;
    }

    public void Join(Activation activation)
    {
        pulled = true;
        if (home is not null) return;
        home = activation;
        activation.Join(this);
        var every = activation.Silo.ResponseTimeout;
        using (ExecutionContext.SuppressFlow())
            expiry = activation.Silo.Clock.CreateTimer(static self => ((Enumeration<T>)self!).StopIfForgotten(), this, every, every);
    }

    public async ValueTask<(IReadOnlyList<T> Elements, bool Over)> NextAsync(object grain)
    {
        try
        {
            source ??= open(grain, stop.Token).GetAsyncEnumerator(stop.Token);
            var elements = new List<T>();
            while (pending is null && elements.Count < most)
            {
                var next = source.MoveNextAsync();
                if (!next.IsCompletedSuccessfully) pending = next.AsTask();
                else if (next.Result) elements.Add(source.Current);
                else return await OverAsync(elements);
            }
            if (elements.Count > 0) return (elements, false);

            await Task.WhenAny(pending!, aborted.Task);
            if (!pending!.IsCompleted) throw Aborted();
            var more = await pending;
            pending = null;
            return more ? ([source.Current], false) : await OverAsync(elements);
        }
        catch
        {
            if (!aborted.Task.IsCompleted) await DisposeAsync();
            throw;
        }
        finally
        {
            pulled = true;
        }
    }

    public override void Abort() => aborted.TrySetResult();

    public override async ValueTask DisposeAsync()
    {
        if (IsOver) return;
        IsOver = true;
        home?.Leave(this);
        if (expiry is not null) await expiry.DisposeAsync();
        await stop.CancelAsync();
        if (pending is not null) await ((Task)pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (source is not null) await source.DisposeAsync();
    }

    private static EnumerationAbortedException Aborted() => new("The enumeration cannot go on: the grain's activation ended, or the enumeration was left alone for too long.");

    private async ValueTask<(IReadOnlyList<T> Elements, bool Over)> OverAsync(List<T> elements)
    {
        await DisposeAsync();
        return (elements, true);
    }

    /// <summary>Readers that neither go on nor dispose are given up after a response time-out without a pull.</summary>
    private void StopIfForgotten()
    {
        if (pending is null && !pulled && home is { HasEnded: false } activation)
            Task.Factory.StartNew(() => DisposeAsync().AsTask(), CancellationToken.None, TaskCreationOptions.DenyChildAttach, activation);
        pulled = false;
    }
}
