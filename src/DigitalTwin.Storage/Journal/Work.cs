namespace DigitalTwin.Storage.Journal;

/// <summary>Something to be written in the order in which it was handed over. It is waiting, then in a group (when it can no longer be withdrawn), then done or failed.</summary>
internal abstract class Work
{
    private const int Waiting = 0, InGroup = 1, Withdrawn = 2;
    private int state;

    /// <summary>What was wrong with it alone; the rest of its group is written nevertheless.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>How much of a group it fills, in rows.</summary>
    public virtual int Size => 1;

    /// <summary>Writes it within the group's transaction. A refusal (a <see cref="WorldException"/> and the like) is thrown before anything is written.</summary>
    public abstract Task WriteAsync(Group group);

    /// <summary>Tells the caller that it is durable, or why it was refused.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that it could not be written.</summary>
    public abstract void Fail(Exception failure);

    /// <summary>Takes it into a group.</summary>
    /// <returns>False when its caller has given up before.</returns>
    public bool Take() => Interlocked.CompareExchange(ref state, InGroup, Waiting) == Waiting;

    /// <summary>Takes it back.</summary>
    /// <returns>False when it is in a group already: then the group's outcome is its own.</returns>
    protected bool Withdraw() => Interlocked.CompareExchange(ref state, Withdrawn, Waiting) == Waiting;
}

/// <summary>Work with an answer.</summary>
internal abstract class Work<T> : Work
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration registration;

    /// <summary>The answer, once it is durable.</summary>
    public Task<T> Done => done.Task;

    /// <summary>What the caller is told.</summary>
    protected T? Answer { get; set; }

    /// <summary>Withdraws it when the caller gives up while it still waits.</summary>
    public void WithdrawOn(CancellationToken cancellation)
    {
        if (!cancellation.CanBeCanceled) return;
        registration = cancellation.UnsafeRegister(static (work, token) =>
        {
            var self = (Work<T>)work!;
            if (self.Withdraw()) self.done.TrySetCanceled(token);
        }, this);
    }

    public override void Complete()
    {
        registration.Dispose();
        if (Refusal is null) done.TrySetResult(Answer!);
        else done.TrySetException(Refusal);
    }

    public override void Fail(Exception failure)
    {
        registration.Dispose();
        done.TrySetException(failure);
    }
}

/// <summary>Work that a function does.</summary>
internal sealed class ActionWork<T>(Func<Group, Task<T>> write) : Work<T>
{
    public override async Task WriteAsync(Group group) => Answer = await write(group).ConfigureAwait(false);
}
