namespace DigitalTwin.Grains.Tests;

/// <summary>A clock that stands until it is moved; its timers never fire.</summary>
internal sealed class HeldClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public HeldClock() : this(Morning)
    {
    }

    public DateTimeOffset Now => GetUtcNow();

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Pass(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

    private sealed class Never : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
