namespace Orleans.InProcess.Activations;

/// <summary>
/// Turns. Whatever runs on a grain is a <see cref="Task"/> on its scheduler, one after the other, so an await in a grain comes back to the
/// grain. One of these tasks, the pump, begins the calls of the mailbox.
/// </summary>
internal sealed partial class Activation
{
    /// <summary>Turns and calls in a row before other grains get the thread.</summary>
    private const int Patience = 64;

    private static readonly Action<object?> Pump = static activation => ((Activation)activation!).BeginCalls();

    private enum PumpState : byte { None, Wanted, Queued }

    private Task? nextTurn;
    private Queue<Task>? laterTurns;
    private bool onThread;
    private PumpState pump;

    public override int MaximumConcurrencyLevel => 1;

    void IThreadPoolWorkItem.Execute()
    {
        current = this;
        for (var turns = 0; ; turns++)
        {
            Task turn;
            lock (this)
            {
                // Made here and not where the call arrived: a task takes over the flow of execution that it is made in.
                if (pump == PumpState.Wanted)
                {
                    pump = PumpState.Queued;
                    new Task(Pump, this, TaskCreationOptions.DenyChildAttach).Start(this);
                }
                if (nextTurn is null)
                {
                    onThread = false;
                    break;
                }
                if (turns == Patience)
                {
                    ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                    break;
                }
                turn = nextTurn;
                nextTurn = laterTurns is { Count: > 0 } ? laterTurns.Dequeue() : null;
            }
            TryExecuteTask(turn);
        }
        current = null;
    }

    protected override void QueueTask(Task task)
    {
        lock (this)
        {
            if (nextTurn is null) nextTurn = task;
            else (laterTurns ??= new()).Enqueue(task);
            if (onThread) return;
            onThread = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(current, this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void WantPump()
    {
        if (pump != PumpState.None) return;
        pump = PumpState.Wanted;
        if (onThread) return;
        onThread = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }
}
