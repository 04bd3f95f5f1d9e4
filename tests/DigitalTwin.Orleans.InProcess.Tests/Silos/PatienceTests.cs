using System.Collections.Concurrent;
using Orleans.Concurrency;

namespace DigitalTwin.Orleans.InProcess.Tests.Silos;

public interface IChainGrain : IGrainWithStringKey
{
    /// <summary>Calls the first of the grains named, which calls the next, and so on; the last answers.</summary>
    Task<int> Pass(string[] names);

    [ResponseTimeout("01:00:00")]
    Task NeverPatiently();

    Task Never();

    Task<int> Length();

    /// <summary>Answers when the turns before it have been taken.</summary>
    [AlwaysInterleave]
    Task TurnsTaken();
}

public sealed class ChainGrain : Grain, IChainGrain
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> Entries = new();

    private int length;

    public static Task Entered(string name) => Entries.GetOrAdd(name, static _ => new()).Task;

    public async Task<int> Pass(string[] names)
    {
        Entries.GetOrAdd(this.GetPrimaryKeyString(), static _ => new()).TrySetResult();
        return length = names.Length == 0 ? 1 : 1 + await GrainFactory.GetGrain<IChainGrain>(names[0]).Pass(names[1..]);
    }

    public Task NeverPatiently() => new TaskCompletionSource().Task;

    public Task Never() => new TaskCompletionSource().Task;

    public Task TurnsTaken() => Task.CompletedTask;

    public Task<int> Length() => Task.FromResult(length);
}

public sealed class PatienceTests
{
    [Fact]
    public async Task A_wait_ends_when_the_time_is_up_and_not_before()
    {
        await using var silo = await SiloOfATest.StartAsync(b => b.Configure<global::Orleans.Configuration.SiloMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(10)));
        var call = silo.Grains.GetGrain<IChainGrain>("a").Never();
        silo.Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(call.IsCompleted);
        silo.Clock.Advance(TimeSpan.FromSeconds(1.2));
        var error = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains("IChainGrain.Never of chain/a did not answer within 00:00:10", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_can_have_a_patience_of_its_own()
    {
        await using var silo = await SiloOfATest.StartAsync();
        var patient = silo.Grains.GetGrain<IChainGrain>("patient").NeverPatiently();
        var impatient = silo.Grains.GetGrain<IChainGrain>("impatient").Never();
        silo.Clock.Advance(TimeSpan.FromSeconds(31));
        await Assert.ThrowsAsync<TimeoutException>(() => impatient);
        Assert.False(patient.IsCompleted);
        silo.Clock.Advance(TimeSpan.FromHours(1));
        var error = await Assert.ThrowsAsync<TimeoutException>(() => patient);
        Assert.Contains("within 01:00:00", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadlock_is_told_with_the_names_of_those_who_wait()
    {
        await using var silo = await SiloOfATest.StartAsync();
        var call = silo.Grains.GetGrain<IChainGrain>("a").Pass(["b", "c", "a"]);
        var error = await TimesOut(silo, call, last: "c");
        Assert.Contains("deadlock", error.Message, StringComparison.Ordinal);
        foreach (var name in new[] { "chain/a waits for chain/b", "chain/b waits for chain/c", "chain/c waits for chain/a" })
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(IChainGrain.Pass), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grain_that_calls_itself_is_told_so()
    {
        await using var silo = await SiloOfATest.StartAsync();
        var error = await TimesOut(silo, silo.Grains.GetGrain<IChainGrain>("self").Pass(["self"]), last: "self");
        Assert.Contains("chain/self waits for chain/self", error.Message, StringComparison.Ordinal);
        Assert.Contains("deadlock", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_behind_a_busy_grain_names_what_it_is_busy_with()
    {
        await using var silo = await SiloOfATest.StartAsync();
        var grain = silo.Grains.GetGrain<IChainGrain>("busy");
        var never = grain.Never();
        var waiting = grain.Length();
        await grain.TurnsTaken();
        silo.Clock.Advance(TimeSpan.FromSeconds(31));
        var error = await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Assert.Contains("busy with DigitalTwin.Orleans.InProcess.Tests.Silos.IChainGrain.Never", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("deadlock", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TimeoutException>(() => never);
    }

    /// <summary>Lets time run once the last grain of the chain has made its call.</summary>
    private static async Task<TimeoutException> TimesOut(SiloOfATest silo, Task call, string last)
    {
        await ChainGrain.Entered(last);
        await silo.Grains.GetGrain<IChainGrain>(last).TurnsTaken();
        silo.Clock.Advance(TimeSpan.FromSeconds(31));
        return await Assert.ThrowsAsync<TimeoutException>(() => call);
    }
}
