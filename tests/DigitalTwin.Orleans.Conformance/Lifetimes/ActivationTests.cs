using System.Collections.Concurrent;

namespace DigitalTwin.Orleans.Conformance.Lifetimes;

public interface ILivingGrain : IGrainWithStringKey
{
    Task<int> Number();

    Task Leave();

    Task LeaveAndWait(string signal);

    Task Write(string entry);
}

/// <summary>Counts the activations of its key, and writes down its life.</summary>
public sealed class LivingGrain : Grain, ILivingGrain
{
    private static readonly ConcurrentDictionary<string, int> Activations = new();

    private int number;

    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        number = Activations.AddOrUpdate(Key, 1, static (_, n) => n + 1);
        if (Key.StartsWith("stillborn", StringComparison.Ordinal) && number == 1) throw new InvalidDataException("not today");
        Journal.Write(Key, $"begins {number}");
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Journal.Write(Key, $"ends {number}: {reason.ReasonCode}");
        Signal.Of($"{Key} ended {number}").Raise();
    }

    public Task<int> Number() => Task.FromResult(number);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task LeaveAndWait(string signal)
    {
        DeactivateOnIdle();
        Signal.Of($"{signal} begun").Raise();
        await Signal.Of(signal).Wait();
        Journal.Write(Key, "last call ends");
    }

    public Task Write(string entry)
    {
        Journal.Write(Key, $"{entry} in {number}");
        return Task.CompletedTask;
    }
}

public sealed class ActivationTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Many_first_calls_at_once_activate_a_grain_once()
    {
        var grain = silo.Grains.GetGrain<ILivingGrain>("at once");
        var numbers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(grain.Number)));
        Assert.All(numbers, number => Assert.Equal(1, number));
        Assert.Equal(["begins 1"], Journal.Read("at once"));
    }

    [Fact]
    public async Task A_grain_that_cannot_begin_tells_the_callers_who_wait_and_may_succeed_later()
    {
        var grain = silo.Grains.GetGrain<ILivingGrain>("stillborn");
        var error = await Assert.ThrowsAsync<InvalidDataException>(grain.Number);
        Assert.Equal("not today", error.Message);
        Assert.Equal(2, await grain.Number());
        Assert.Equal(["begins 2"], Journal.Read("stillborn"));
    }

    [Fact]
    public async Task The_call_after_the_last_makes_another_activation()
    {
        var grain = silo.Grains.GetGrain<ILivingGrain>("leaving");
        Assert.Equal(1, await grain.Number());
        await grain.Leave();
        Assert.Equal(2, await grain.Number());
        Assert.Equal(["begins 1", "ends 1: ApplicationRequested", "begins 2"], Journal.Read("leaving"));
    }

    [Fact]
    public async Task Calls_that_come_while_a_grain_ends_go_to_the_next_activation_after_it()
    {
        var grain = silo.Grains.GetGrain<ILivingGrain>("ending");
        var last = grain.LeaveAndWait("ending: go");
        await Signal.Of("ending: go begun").Wait();
        var next = Enumerable.Range(0, 3).Select(i => grain.Write($"call {i}")).ToArray();
        Signal.Of("ending: go").Raise();
        await last;
        await Task.WhenAll(next);
        var entries = Journal.Read("ending");
        Assert.Equal(["begins 1", "last call ends", "ends 1: ApplicationRequested", "begins 2"], entries[..4]);
        Assert.Equal(["call 0 in 2", "call 1 in 2", "call 2 in 2"], entries[4..].Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_grain_that_leaves_again_and_again_loses_no_call()
    {
        var grain = silo.Grains.GetGrain<ILivingGrain>("restless");
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++) await grain.Write("call");
        });
        for (var i = 0; i < 100; i++)
        {
            await grain.Write("call");
            if (i % 5 == 0) await grain.Leave();
        }
        await writing;
        var entries = Journal.Read("restless");
        Assert.Equal(200, entries.Count(e => e.StartsWith("call", StringComparison.Ordinal)));
        var open = 0;
        foreach (var entry in entries)
        {
            if (entry.StartsWith("begins", StringComparison.Ordinal)) open++;
            if (entry.StartsWith("ends", StringComparison.Ordinal)) open--;
            Assert.InRange(open, 0, 1);
        }
    }
}
