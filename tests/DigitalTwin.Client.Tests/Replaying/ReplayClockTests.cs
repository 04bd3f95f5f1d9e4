using DigitalTwin.Client.Replaying;

namespace DigitalTwin.Client.Tests.Replaying;

public class ReplayClockTests
{
    private static readonly DateTimeOffset Start = new(2016, 10, 4, 8, 0, 0, TimeSpan.Zero);
    private readonly ReplayClock clock = new(Start);

    [Fact]
    public void Timers_come_due_in_their_order_and_at_their_time()
    {
        var rung = new List<(string, DateTimeOffset)>();
        using var late = clock.CreateTimer(_ => rung.Add(("late", clock.GetUtcNow())), null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);
        using var early = clock.CreateTimer(_ => rung.Add(("early", clock.GetUtcNow())), null, TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan);
        clock.AdvanceTo(Start.AddMinutes(4));
        Assert.Equal([("early", Start.AddMinutes(2))], rung);
        clock.AdvanceTo(Start.AddMinutes(9));
        Assert.Equal(("late", Start.AddMinutes(5)), rung[^1]);
        Assert.Equal(Start.AddMinutes(9), clock.GetUtcNow());
    }

    [Fact]
    public void A_leap_over_a_thousand_periods_rings_at_its_beginning_and_its_end()
    {
        var rung = new List<DateTimeOffset>();
        using var timer = clock.CreateTimer(_ => rung.Add(clock.GetUtcNow()), null, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));
        clock.AdvanceTo(Start.AddHours(10));
        Assert.Equal([Start.AddSeconds(30), Start.AddHours(10)], rung);
        clock.AdvanceTo(Start.AddHours(10).AddSeconds(30));
        Assert.Equal(3, rung.Count);
    }

    [Fact]
    public void It_never_goes_back_and_what_is_disposed_of_is_silent()
    {
        var rung = 0;
        var timer = clock.CreateTimer(_ => rung++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();
        clock.AdvanceTo(Start.AddHours(1));
        clock.AdvanceTo(Start);
        Assert.Equal((0, Start.AddHours(1)), (rung, clock.GetUtcNow()));
        Assert.Equal(TimeSpan.FromHours(1), clock.GetElapsedTime(Start.UtcTicks));
    }

    [Fact]
    public async Task Delays_end_when_it_gets_there()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(3), clock);
        clock.AdvanceTo(Start.AddMinutes(2));
        Assert.False(delay.IsCompleted);
        clock.AdvanceTo(Start.AddMinutes(3));
        await delay;
    }
}
