namespace DigitalTwin.Orleans.Conformance.Timers;

public interface ITimedGrain : IGrainWithStringKey
{
    Task Start(string timer, TimeSpan due, TimeSpan period, bool interleave);

    Task StartSlow(string timer);

    Task StartFailing(string timer);

    Task Change(TimeSpan due, TimeSpan period);

    Task Stop();

    Task WaitFor(string signal);

    Task StartOnceAndStopItself(string timer);

    Task Leave();
}

public sealed class TimedGrain : Grain, ITimedGrain
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    private IGrainTimer? timer;
    private int inside;

    public Task Start(string timer, TimeSpan due, TimeSpan period, bool interleave)
    {
        this.timer = this.RegisterGrainTimer(
            static (name, _) =>
            {
                Journal.Write(name, "tick");
                return Task.CompletedTask;
            },
            timer,
            new GrainTimerCreationOptions(due, period) { Interleave = interleave });
        return Task.CompletedTask;
    }

    public Task StartSlow(string timer)
    {
        this.timer = this.RegisterGrainTimer(async _ =>
        {
            Journal.Write(timer, Interlocked.Increment(ref inside) == 1 ? "alone" : "not alone");
            await Task.Delay(Soon, CancellationToken.None);
            Interlocked.Decrement(ref inside);
        }, new GrainTimerCreationOptions(Soon, TimeSpan.FromMilliseconds(1)) { Interleave = true });
        return Task.CompletedTask;
    }

    public Task StartFailing(string timer)
    {
        this.timer = this.RegisterGrainTimer(() =>
        {
            Journal.Write(timer, "tick");
            throw new InvalidOperationException("every time");
        }, Soon, Soon);
        return Task.CompletedTask;
    }

    public Task Change(TimeSpan due, TimeSpan period)
    {
        timer!.Change(due, period);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        timer!.Dispose();
        return Task.CompletedTask;
    }

    public async Task WaitFor(string signal)
    {
        Signal.Of($"{signal} begun").Raise();
        await Signal.Of(signal).Wait();
    }

    public Task StartOnceAndStopItself(string timer)
    {
        this.timer = this.RegisterGrainTimer(cancel =>
        {
            this.timer!.Dispose();
            Journal.Write(timer, cancel.IsCancellationRequested ? "cancelled" : "not cancelled");
            return Task.CompletedTask;
        }, Soon, Soon);
        return Task.CompletedTask;
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public sealed class TimerTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20), Never = Timeout.InfiniteTimeSpan;

    [Fact]
    public async Task A_timer_ticks_again_and_again_until_it_is_disposed_of()
    {
        var grain = silo.Grains.GetGrain<ITimedGrain>("timer: ticking");
        await grain.Start("timer: ticking", Soon, Soon, interleave: false);
        await Journal.WaitFor("timer: ticking", ticks => ticks.Length >= 3);
        await grain.Stop();
        await grain.WaitFor(Raised("a turn after the stop"));
        var ticks = Journal.Read("timer: ticking").Length;
        await Others();
        Assert.Equal(ticks, Journal.Read("timer: ticking").Length);
    }

    [Fact]
    public async Task A_timer_without_a_period_ticks_once()
    {
        await silo.Grains.GetGrain<ITimedGrain>("timer: once").Start("timer: once", Soon, Never, interleave: false);
        await Journal.WaitFor("timer: once", ticks => ticks.Length >= 1);
        await Others();
        Assert.Single(Journal.Read("timer: once"));
    }

    [Fact]
    public async Task A_tick_waits_for_its_turn()
    {
        var grain = silo.Grains.GetGrain<ITimedGrain>("timer: waiting");
        await grain.Start("timer: waiting", Soon, Never, interleave: false);
        var call = grain.WaitFor("waiting: go");
        await Signal.Of("waiting: go begun").Wait();
        var before = Journal.Read("timer: waiting").Length;
        await Others();
        Assert.Equal(before, Journal.Read("timer: waiting").Length);
        Signal.Of("waiting: go").Raise();
        await call;
        Assert.Single(await Journal.WaitFor("timer: waiting", ticks => ticks.Length >= 1));
    }

    [Fact]
    public async Task A_tick_that_interleaves_does_not_wait()
    {
        var grain = silo.Grains.GetGrain<ITimedGrain>("timer: interleaving");
        await grain.Start("timer: interleaving", Soon, Soon, interleave: true);
        var call = grain.WaitFor("interleaving: go");
        await Signal.Of("interleaving: go begun").Wait();
        var before = Journal.Read("timer: interleaving").Length;
        await Journal.WaitFor("timer: interleaving", ticks => ticks.Length >= before + 2);
        Assert.False(call.IsCompleted);
        Signal.Of("interleaving: go").Raise();
        await call;
        await grain.Stop();
    }

    [Fact]
    public async Task Ticks_of_one_timer_never_overlap()
    {
        var grain = silo.Grains.GetGrain<ITimedGrain>("timer: slow");
        await grain.StartSlow("timer: slow");
        var ticks = await Journal.WaitFor("timer: slow", ticks => ticks.Length >= 5);
        await grain.Stop();
        Assert.All(ticks, tick => Assert.Equal("alone", tick));
    }

    [Fact]
    public async Task A_timer_goes_on_after_an_error()
    {
        var grain = silo.Grains.GetGrain<ITimedGrain>("timer: failing");
        await grain.StartFailing("timer: failing");
        await Journal.WaitFor("timer: failing", ticks => ticks.Length >= 3);
        await grain.Stop();
    }

    [Fact]
    public async Task A_changed_timer_keeps_its_new_times()
    {
        var grain = silo.Grains.GetGrain<ITimedGrain>("timer: changed");
        await grain.Start("timer: changed", TimeSpan.FromHours(1), Never, interleave: false);
        await grain.Change(Soon, Soon);
        await Journal.WaitFor("timer: changed", ticks => ticks.Length >= 2);
        await grain.Change(Never, Never);
        await grain.WaitFor(Raised("a turn after the change"));
        var ticks = Journal.Read("timer: changed").Length;
        await Others();
        Assert.Equal(ticks, Journal.Read("timer: changed").Length);
    }

    [Fact]
    public async Task A_timer_can_end_itself_and_its_token_says_so()
    {
        await silo.Grains.GetGrain<ITimedGrain>("timer: itself").StartOnceAndStopItself("timer: itself");
        await Journal.WaitFor("timer: itself", ticks => ticks.Length >= 1);
        await Others();
        Assert.Equal(["cancelled"], Journal.Read("timer: itself"));
    }

    [Fact]
    public async Task A_timer_ends_with_its_grain()
    {
        var grain = silo.Grains.GetGrain<ITimedGrain>("timer: leaving");
        await grain.Start("timer: leaving", Soon, Soon, interleave: false);
        await Journal.WaitFor("timer: leaving", ticks => ticks.Length >= 1);
        await grain.Leave();
        await grain.WaitFor(Raised("leaving: next"));
        var ticks = Journal.Read("timer: leaving").Length;
        await Others();
        Assert.Equal(ticks, Journal.Read("timer: leaving").Length);
    }

    [Fact]
    public async Task A_due_time_that_is_negative_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => silo.Grains.GetGrain<ITimedGrain>("timer: negative").Start("timer: negative", TimeSpan.FromSeconds(-5), Soon, false));

    /// <summary>Long enough for wrong ticks to be seen: another grain's timer ticks five times meanwhile.</summary>
    private async Task Others()
    {
        var name = $"other {Guid.NewGuid()}";
        var other = silo.Grains.GetGrain<ITimedGrain>(name);
        await other.Start(name, Soon, Soon, interleave: false);
        await Journal.WaitFor(name, ticks => ticks.Length >= 5);
        await other.Stop();
    }

    private static string Raised(string signal)
    {
        Signal.Of(signal).Raise();
        return signal;
    }
}
