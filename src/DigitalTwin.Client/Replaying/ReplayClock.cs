namespace DigitalTwin.Client.Replaying;

/// <summary>
/// A clock that stands until it is put forward: the time of the recording that is replayed, by which twins judge how old things are. Its timers come due as it passes them, in their order, on the
/// thread that puts it forward. It never goes back.
/// </summary>
/// <param name="start">Where it stands at first.</param>
public sealed class ReplayClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock sync = new();
    private readonly List<Due> timers = [];
    private DateTimeOffset now = start.ToUniversalTime();

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (sync) return now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Puts it forward; nothing happens when it is there already.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        while (true)
        {
            Due? next;
            lock (sync)
            {
                next = timers.Where(t => t.At <= instant).MinBy(t => t.At);
                if (next is null)
                {
                    if (instant > now) now = instant.ToUniversalTime();
                    return;
                }
                if (next.At > now) now = next.At;
                next.At = next.Period > TimeSpan.Zero ? next.At + next.Period : DateTimeOffset.MaxValue;
                // A timer that a long leap passes a thousand times has one thing to say.
                if (next.Period > TimeSpan.Zero && next.At < instant) next.At = instant;
            }
            next.Ring();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Due(this, callback, state);
        timer.Change(dueTime, period);
        lock (sync) timers.Add(timer);
        return timer;
    }

    private sealed class Due(ReplayClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset At { get; set; } = DateTimeOffset.MaxValue;

        public TimeSpan Period { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.sync)
            {
                At = dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : clock.now + dueTime;
                Period = period > TimeSpan.Zero ? period : TimeSpan.Zero;
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock.sync) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
