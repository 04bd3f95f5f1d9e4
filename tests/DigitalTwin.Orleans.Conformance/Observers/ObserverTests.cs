using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Utilities;

namespace DigitalTwin.Orleans.Conformance.Observers;

public interface IListener : IGrainObserver
{
    Task Hear(string word);

    void Overhear(string word);

    Task<string> Reply(string word);
}

public interface ISpeakingGrain : IGrainWithStringKey
{
    Task Subscribe(IListener listener);

    Task Unsubscribe(IListener listener);

    Task Say(string word);

    Task Mutter(string word);

    Task<string> Ask(IListener listener, string word);

    Task<int> Count();
}

public sealed class SpeakingGrain : Grain, ISpeakingGrain
{
    private readonly ObserverManager<IListener> listeners = new(TimeSpan.FromMinutes(5), NullLogger.Instance);

    public Task Subscribe(IListener listener)
    {
        listeners.Subscribe(listener, listener);
        return Task.CompletedTask;
    }

    public Task Unsubscribe(IListener listener)
    {
        listeners.Unsubscribe(listener);
        return Task.CompletedTask;
    }

    public Task Say(string word) => listeners.Notify(listener => listener.Hear(word));

    public Task Mutter(string word)
    {
        listeners.Notify(listener => listener.Overhear(word));
        return Task.CompletedTask;
    }

    public Task<string> Ask(IListener listener, string word) => listener.Reply(word);

    public Task<int> Count() => Task.FromResult(listeners.Count);
}

public sealed class Listener(string name) : IListener
{
    public async Task Hear(string word)
    {
        await Task.Yield();
        Journal.Write(name, word);
        if (word == "fail") throw new InvalidOperationException("I do not want to hear this");
    }

    public void Overhear(string word)
    {
        Journal.Write(name, $"overheard {word}");
        Signal.Of($"{name} overheard {word}").Raise();
    }

    public Task<string> Reply(string word) => Task.FromResult($"{name} heard {word}");
}

public sealed class ObserverTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Whoever_subscribed_is_called_in_order_until_it_leaves()
    {
        var listener = new Listener("subscriber");
        var reference = silo.Grains.CreateObjectReference<IListener>(listener);
        var grain = silo.Grains.GetGrain<ISpeakingGrain>("speaking");
        await grain.Subscribe(reference);
        await grain.Subscribe(reference);
        Assert.Equal(1, await grain.Count());
        for (var i = 0; i < 10; i++) await grain.Say($"{i}");
        await grain.Unsubscribe(reference);
        await grain.Say("unheard");
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), Journal.Read("subscriber"));
        silo.Grains.DeleteObjectReference<IListener>(reference);
        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task A_method_without_a_result_is_called_and_not_waited_for()
    {
        var listener = new Listener("overhearing");
        var grain = silo.Grains.GetGrain<ISpeakingGrain>("muttering");
        await grain.Subscribe(silo.Grains.CreateObjectReference<IListener>(listener));
        await grain.Mutter("something");
        await Signal.Of("overhearing overheard something").Wait();
        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task An_observer_can_answer()
    {
        var listener = new Listener("answering");
        var reference = silo.Grains.CreateObjectReference<IListener>(listener);
        Assert.Equal("answering heard a question", await silo.Grains.GetGrain<ISpeakingGrain>("asking").Ask(reference, "a question"));
        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task An_observer_that_fails_is_dropped_and_the_others_are_called()
    {
        var (bad, good) = (new Listener("bad"), new Listener("good"));
        var grain = silo.Grains.GetGrain<ISpeakingGrain>("dropping");
        await grain.Subscribe(silo.Grains.CreateObjectReference<IListener>(bad));
        await grain.Say("fail");
        Assert.Equal(0, await grain.Count());
        await grain.Subscribe(silo.Grains.CreateObjectReference<IListener>(good));
        await grain.Say("after");
        Assert.Equal(["after"], Journal.Read("good"));
        Assert.Equal(["fail"], Journal.Read("bad"));
        GC.KeepAlive(bad);
        GC.KeepAlive(good);
    }
}
