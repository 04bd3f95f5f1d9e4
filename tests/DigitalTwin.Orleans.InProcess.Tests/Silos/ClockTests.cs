using System.Collections.Concurrent;

namespace DigitalTwin.Orleans.InProcess.Tests.Silos;

public interface IAgeingGrain : IGrainWithStringKey
{
    Task Touch();

    Task Tick(TimeSpan due, TimeSpan period, bool keepAlive);
}

public sealed class AgeingGrain : Grain, IAgeingGrain
{
    public static readonly ConcurrentDictionary<string, int> Ticks = new();

    public static readonly ConcurrentDictionary<string, TaskCompletionSource<DeactivationReason>> Ends = new();

    public static Task<DeactivationReason> End(string key) => Ends.GetOrAdd(key, static _ => new()).Task;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Ends.GetOrAdd(this.GetPrimaryKeyString(), static _ => new()).TrySetResult(reason);
        return Task.CompletedTask;
    }

    public Task Touch() => Task.CompletedTask;

    public Task Tick(TimeSpan due, TimeSpan period, bool keepAlive)
    {
        this.RegisterGrainTimer(
            () =>
            {
                Ticks.AddOrUpdate(this.GetPrimaryKeyString(), 1, static (_, n) => n + 1);
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(due, period) { KeepAlive = keepAlive });
        return Task.CompletedTask;
    }
}

public sealed class ClockTests
{
    [Fact]
    public async Task A_grain_is_collected_when_it_was_idle_for_the_age_by_the_silos_clock()
    {
        await using var silo = await SiloOfATest.StartAsync();
        var (idle, used) = (silo.Grains.GetGrain<IAgeingGrain>("clock: idle"), silo.Grains.GetGrain<IAgeingGrain>("clock: used"));
        await idle.Touch();
        await used.Touch();
        silo.Clock.Advance(TimeSpan.FromMinutes(14));
        await used.Touch();
        Assert.False(AgeingGrain.End("clock: idle").IsCompleted);
        silo.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(DeactivationReasonCode.ActivationIdle, (await AgeingGrain.End("clock: idle")).ReasonCode);
        Assert.False(AgeingGrain.End("clock: used").IsCompleted);
    }

    [Fact]
    public async Task A_timer_ticks_by_the_silos_clock()
    {
        await using var silo = await SiloOfATest.StartAsync();
        var grain = silo.Grains.GetGrain<IAgeingGrain>("clock: ticking");
        await grain.Tick(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10), keepAlive: false);
        silo.Clock.Advance(TimeSpan.FromSeconds(59));
        await grain.Touch();
        Assert.False(AgeingGrain.Ticks.ContainsKey("clock: ticking"));
        silo.Clock.Advance(TimeSpan.FromSeconds(1));
        await grain.Touch();
        Assert.Equal(1, AgeingGrain.Ticks["clock: ticking"]);
        for (var i = 2; i < 6; i++)
        {
            silo.Clock.Advance(TimeSpan.FromSeconds(10));
            await grain.Touch();
            Assert.Equal(i, AgeingGrain.Ticks["clock: ticking"]);
        }
    }
}
