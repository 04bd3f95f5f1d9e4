using System.Collections.Concurrent;
using Orleans.Concurrency;

namespace DigitalTwin.Orleans.InProcess.Tests.Silos;

public interface IStormGrain : IGrainWithIntegerKey
{
    Task<int> Count(int kind);

    [AlwaysInterleave]
    Task<int> Glance();

    Task Leave();
}

public sealed class StormGrain : Grain, IStormGrain
{
    private static readonly ConcurrentDictionary<long, int> Bodies = new();
    private static int overlaps;

    private int inside, calls;

    public static int Overlaps => overlaps;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (Bodies.AddOrUpdate(this.GetPrimaryKeyLong(), 1, static (_, n) => n + 1) != 1) Interlocked.Increment(ref overlaps);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Bodies.AddOrUpdate(this.GetPrimaryKeyLong(), 0, static (_, n) => n - 1);
    }

    public async Task<int> Count(int kind)
    {
        if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref overlaps);
        switch (kind)
        {
            case 1: await Task.Yield(); break;
            case 2: await Task.Run(static () => { }); break;
            case 3: await GrainFactory.GetGrain<IStormGrain>(this.GetPrimaryKeyLong()).Glance(); break;
        }
        Interlocked.Decrement(ref inside);
        return ++calls;
    }

    public Task<int> Glance() => Task.FromResult(calls);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public sealed class StormTests
{
    [Fact]
    public async Task In_a_storm_of_calls_and_ends_every_call_is_answered_and_no_grain_is_in_two_places()
    {
        await using var silo = await SiloOfATest.StartAsync();
        var answered = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                var grain = silo.Grains.GetGrain<IStormGrain>((caller + i) % 5);
                if (i % 97 == caller) await grain.Leave();
                Assert.InRange(await grain.Count(i % 4), 1, int.MaxValue);
                if (i % 3 == 0) await grain.Glance();
                Interlocked.Increment(ref answered);
            }
        })));
        Assert.Equal(16_000, answered);
        Assert.Equal(0, StormGrain.Overlaps);
    }
}
