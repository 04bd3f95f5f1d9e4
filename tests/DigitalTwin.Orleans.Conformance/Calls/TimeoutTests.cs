namespace DigitalTwin.Orleans.Conformance.Calls;

public interface ISlowGrain : IGrainWithStringKey
{
    [ResponseTimeout("00:00:01")]
    Task Wait(string signal);

    [ResponseTimeout("00:00:01")]
    Task Call(ISlowGrain other);

    Task<string> CallInACircle(ISlowGrain other);

    [ResponseTimeout("00:00:01")]
    Task CallBack(ISlowGrain caller);

    Task<int> Answer();
}

public sealed class SlowGrain : Grain, ISlowGrain
{
    public Task Wait(string signal) => Signal.Of(signal).Wait();

    public Task Call(ISlowGrain other) => other.Wait("never, for a call");

    public async Task<string> CallInACircle(ISlowGrain other)
    {
        try
        {
            await other.CallBack(this.AsReference<ISlowGrain>());
            return "answered";
        }
        catch (TimeoutException timeout)
        {
            return timeout.Message;
        }
    }

    public Task CallBack(ISlowGrain caller) => caller.Answer();

    public Task<int> Answer() => Task.FromResult(1);
}

public sealed class TimeoutTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task A_caller_does_not_wait_for_longer_than_the_method_says_and_the_grain_goes_on()
    {
        var grain = silo.Grains.GetGrain<ISlowGrain>("slow");
        await Assert.ThrowsAsync<TimeoutException>(() => grain.Wait("slow: go"));
        var next = grain.Answer();
        Assert.False(next.IsCompleted);
        Signal.Of("slow: go").Raise();
        Assert.Equal(1, await next);
    }

    [Fact]
    public async Task Two_grains_that_wait_for_each_other_are_told_so_when_the_time_is_up()
    {
        var a = silo.Grains.GetGrain<ISlowGrain>("circle a");
        var b = silo.Grains.GetGrain<ISlowGrain>("circle b");
        Assert.NotEqual("answered", await a.CallInACircle(b));
        Assert.Equal(1, await a.Answer());
    }
}
