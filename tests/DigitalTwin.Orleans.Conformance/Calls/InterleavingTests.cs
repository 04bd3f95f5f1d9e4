namespace DigitalTwin.Orleans.Conformance.Calls;

public sealed class InterleavingTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task A_method_that_always_interleaves_runs_while_a_call_awaits()
    {
        var grain = silo.Grains.GetGrain<IPlainInterleavingGrain>("always");
        var waiting = grain.Wait("always a");
        await Signal.Of("always a begun").Wait();
        var passing = grain.WaitAlways("always b");
        await Signal.Of("always b begun").Wait();
        await End(("always b", passing), ("always a", waiting));
    }

    [Fact]
    public async Task A_call_runs_while_one_that_always_interleaves_awaits()
    {
        var grain = silo.Grains.GetGrain<IPlainInterleavingGrain>("under");
        var passing = grain.WaitAlways("under a");
        await Signal.Of("under a begun").Wait();
        var ordinary = grain.Wait("under b");
        await Signal.Of("under b begun").Wait();
        await End(("under b", ordinary), ("under a", passing));
    }

    [Fact]
    public async Task Reading_calls_run_together()
    {
        var grain = silo.Grains.GetGrain<IPlainInterleavingGrain>("reading");
        var first = grain.WaitReading("reading a");
        var second = grain.WaitReading("reading b");
        await Signal.Of("reading a begun").Wait();
        await Signal.Of("reading b begun").Wait();
        await End(("reading a", first), ("reading b", second));
    }

    [Fact]
    public async Task A_reading_call_waits_for_one_that_does_not_only_read()
    {
        var grain = silo.Grains.GetGrain<IPlainInterleavingGrain>("writing");
        var writing = grain.Wait("writing a");
        await Signal.Of("writing a begun").Wait();
        var reading = grain.WaitReading("writing b");
        await Elsewhere();
        Assert.False(Signal.Of("writing b begun").IsRaised);
        Signal.Of("writing b").Raise();
        await End(("writing a", writing));
        await reading;
    }

    [Fact]
    public async Task Calls_of_a_reentrant_grain_run_together()
    {
        var grain = silo.Grains.GetGrain<IReentrantGrain>("reentrant");
        var calls = Enumerable.Range(0, 10).Select(i => grain.Wait($"reentrant {i}")).ToArray();
        for (var i = 0; i < calls.Length; i++) await Signal.Of($"reentrant {i} begun").Wait();
        for (var i = 0; i < calls.Length; i++) Signal.Of($"reentrant {i}").Raise();
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task A_reentrant_grain_can_be_called_back()
    {
        var a = silo.Grains.GetGrain<IReentrantGrain>("a");
        Assert.Equal("called a", await a.CallBack(a));
    }

    [Fact]
    public async Task A_class_can_decide_which_calls_pass()
    {
        var grain = silo.Grains.GetGrain<IChoosyGrain>("choosy");
        var waiting = grain.Wait("choosy a");
        await Signal.Of("choosy a begun").Wait();
        var rude = grain.Wait("choosy b");
        var polite = grain.Wait("please, choosy c");
        await Signal.Of("please, choosy c begun").Wait();
        Assert.False(Signal.Of("choosy b begun").IsRaised);
        Signal.Of("choosy b").Raise();
        await End(("please, choosy c", polite), ("choosy a", waiting));
        await rude;
    }

    /// <summary>Lets whatever could wrongly begin do so: calls of other grains go through the same threads meanwhile.</summary>
    private async Task Elsewhere()
    {
        for (var i = 0; i < 100; i++) await silo.Grains.GetGrain<IPlainInterleavingGrain>("elsewhere").Answer();
    }

    private static async Task End(params (string Name, Task Call)[] calls)
    {
        foreach (var (name, call) in calls)
        {
            Assert.False(call.IsCompleted);
            Signal.Of(name).Raise();
            await call;
        }
    }
}
