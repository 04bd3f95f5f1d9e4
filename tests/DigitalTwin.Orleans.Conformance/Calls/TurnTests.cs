namespace DigitalTwin.Orleans.Conformance.Calls;

public interface ITurnsGrain : IGrainWithStringKey
{
    Task Write(string entry);

    Task WriteTwice(string entry);

    Task WaitFor(string signal);

    Task<int> Overlaps(int turns);

    Task<bool> ComesBack();

    Task<bool> StartsTasksInItsTurns();
}

public sealed class TurnsGrain : Grain, ITurnsGrain
{
    private int inside;

    public Task Write(string entry)
    {
        Journal.Write(this.GetPrimaryKeyString(), entry);
        return Task.CompletedTask;
    }

    public async Task WriteTwice(string entry)
    {
        Journal.Write(this.GetPrimaryKeyString(), $"{entry} begins");
        await Task.Yield();
        Journal.Write(this.GetPrimaryKeyString(), $"{entry} ends");
    }

    public Task WaitFor(string signal) => Signal.Of(signal).Wait();

    public async Task<int> Overlaps(int turns)
    {
        var overlaps = 0;
        await Task.WhenAll(Enumerable.Range(0, turns).Select(async _ =>
        {
            await Task.Yield();
            if (Interlocked.Increment(ref inside) > 1) Interlocked.Increment(ref overlaps);
            Thread.SpinWait(100);
            Interlocked.Decrement(ref inside);
        }));
        return overlaps;
    }

    public async Task<bool> ComesBack()
    {
        var before = TaskScheduler.Current;
        await Task.Run(static () => { });
        return ReferenceEquals(before, TaskScheduler.Current) && before != TaskScheduler.Default;
    }

    public async Task<bool> StartsTasksInItsTurns()
    {
        var own = TaskScheduler.Current;
        return await Task.Factory.StartNew(() => ReferenceEquals(own, TaskScheduler.Current));
    }
}

public sealed class TurnTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Calls_of_one_caller_run_in_the_order_in_which_they_were_made()
    {
        var grain = silo.Grains.GetGrain<ITurnsGrain>("ordered");
        await grain.Write("0");
        await Task.WhenAll(Enumerable.Range(1, 200).Select(i => grain.Write($"{i}")));
        Assert.Equal(Enumerable.Range(0, 201).Select(i => $"{i}"), Journal.Read("ordered"));
    }

    [Fact]
    public async Task A_call_ends_before_the_next_begins()
    {
        var grain = silo.Grains.GetGrain<ITurnsGrain>("whole");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => grain.WriteTwice($"{i}")));
        var entries = Journal.Read("whole");
        for (var i = 0; i < entries.Length; i += 2)
            Assert.Equal(entries[i].Replace("begins", "ends", StringComparison.Ordinal), entries[i + 1]);
    }

    [Fact]
    public async Task A_call_waits_while_another_awaits()
    {
        var grain = silo.Grains.GetGrain<ITurnsGrain>("waiting");
        await grain.Write("awake"); // calls that wake a grain are placed first, and that keeps no order between them
        var first = grain.WaitFor("turn: go");
        var second = grain.Write("second");
        var other = silo.Grains.GetGrain<ITurnsGrain>("not waiting");
        await other.Write("other");
        Assert.False(second.IsCompleted);
        Assert.Equal(["awake"], Journal.Read("waiting"));
        Signal.Of("turn: go").Raise();
        await Task.WhenAll(first, second);
        Assert.Equal(["awake", "second"], Journal.Read("waiting"));
    }

    [Fact]
    public async Task Turns_of_a_grain_never_overlap() =>
        Assert.Equal(0, await silo.Grains.GetGrain<ITurnsGrain>("overlapping").Overlaps(1_000));

    [Fact]
    public async Task After_an_await_a_grain_is_in_its_own_turn_again() =>
        Assert.True(await silo.Grains.GetGrain<ITurnsGrain>("coming back").ComesBack());

    [Fact]
    public async Task Tasks_that_a_grain_starts_are_turns_of_its_own() =>
        Assert.True(await silo.Grains.GetGrain<ITurnsGrain>("starting").StartsTasksInItsTurns());

    [Fact]
    public async Task Grains_do_not_wait_for_each_other()
    {
        var waiting = Enumerable.Range(0, 100).Select(i => silo.Grains.GetGrain<ITurnsGrain>($"independent {i}").WaitFor("independent: go")).ToArray();
        await silo.Grains.GetGrain<ITurnsGrain>("independent").Write("done");
        Signal.Of("independent: go").Raise();
        await Task.WhenAll(waiting);
    }
}
