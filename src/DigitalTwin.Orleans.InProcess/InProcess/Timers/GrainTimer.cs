using Orleans.InProcess.Activations;
using Orleans.InProcess.Calls;
using Orleans.InProcess.Silos;
using Orleans.Runtime;

namespace Orleans.InProcess.Timers;

/// <summary>A timer of a grain: it asks for a turn when it is due, and is wound up again when its callback has ended.</summary>
internal sealed class GrainTimer : Request, IGrainTimer
{
    private static readonly GrainMethod Waiting = new("timer", interleaves: false, timesOut: false), Interleaving = new("timer", interleaves: true, timesOut: false);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(0xfffffffe);

    private readonly Activation activation;
    private readonly Func<CancellationToken, Task> callback;
    private readonly bool keepsAlive;
    private readonly CancellationTokenSource ended = new();
    private readonly Lock times = new();
    private readonly ITimer timer;
    private TimeSpan due, period;
    private bool firing, changed;

    private GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
        : base(options.Interleave ? Interleaving : Waiting)
    {
        (this.activation, this.callback, keepsAlive, period) = (activation, callback, options.KeepAlive, options.Period);
        using (ExecutionContext.SuppressFlow())
            timer = activation.Silo.Clock.CreateTimer(static self => ((GrainTimer)self!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public override bool KeepsAlive => keepsAlive;

    public override bool IsAnswered => ended.IsCancellationRequested;

    public static GrainTimer Start(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        Check(options.DueTime, options.Period);
        if (!ReferenceEquals(Activation.Current, activation))
            throw new InvalidOperationException($"A timer of {activation} is registered in one of its own turns, not from outside and not inside Task.Run.");
        var timer = new GrainTimer(activation, callback, options);
        activation.Join(timer);
        timer.timer.Change(options.DueTime, Timeout.InfiniteTimeSpan);
        return timer;
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, period);
        lock (times)
        {
            (due, this.period, changed) = (dueTime, period, true);
            if (!firing) timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        ended.Cancel();
        timer.Dispose();
        activation.Leave(this);
    }

    public override void Run(Activation activation)
    {
        lock (times) changed = false;
        Task running;
        try
        {
            running = callback(ended.Token);
        }
        catch (Exception error)
        {
            running = Task.FromException(error);
        }
        if (running is { IsCompletedSuccessfully: true }) Wind();
        else _ = AwaitAsync(running);
    }

    public override bool Fail(Exception error) => true;

    /// <summary>A tick is for this activation alone.</summary>
    public override bool MayBeForwarded(Activation ended) => false;

    private async Task AwaitAsync(Task running)
    {
        try
        {
            await running.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            SiloLog.TimerFailed(activation.Silo.Log, error, activation);
        }
        Wind();
    }

    private void Fire()
    {
        lock (times)
        {
            // A change may have wound it up while it was firing.
            if (firing) return;
            firing = true;
        }
        Sent = activation.Silo.Clock.GetTimestamp();
        IsOverdue = false;
        activation.Receive(this);
    }

    private void Wind()
    {
        TimeSpan next;
        lock (times)
        {
            next = changed ? due : period;
            firing = false;
        }
        activation.Finished(this);
        if (!ended.IsCancellationRequested) timer.Change(next, Timeout.InfiniteTimeSpan);
    }

    private static void Check(TimeSpan due, TimeSpan period)
    {
        foreach (var (time, name) in new[] { (due, "dueTime"), (period, "period") })
            if (time > Longest || (time < TimeSpan.Zero && time != Timeout.InfiniteTimeSpan))
                throw new ArgumentOutOfRangeException(name, time, "A time of a timer is not negative and not above 49 days; Timeout.InfiniteTimeSpan means never.");
    }
}
