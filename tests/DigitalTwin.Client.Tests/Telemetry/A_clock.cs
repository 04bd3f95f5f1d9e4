namespace DigitalTwin.Client.Tests.Telemetry;

/// <summary>A clock on which every wait is over at once, and that remembers how long it was asked to wait.</summary>
internal sealed class A_clock : TimeProvider
{
    private DateTimeOffset now = DateTimeOffset.UnixEpoch;

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (Waits) Waits.Add(dueTime);
        now += dueTime;
        return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
