using Orleans.Concurrency;

namespace DigitalTwin.Orleans.Conformance.Calls;

[GenerateSerializer]
public sealed class RefusalException : Exception
{
    public RefusalException() { }

    public RefusalException(string message) : base(message) { }

    public RefusalException(string message, Exception inner) : base(message, inner) { }

    [Id(0)]
    public int Code { get; set; }
}

public interface IFailingGrain : IGrainWithStringKey
{
    Task Refuse(int code);

    Task<int> RefuseBeforeItsFirstAwait();

    ValueTask<int> RefuseLater();

    Task RefuseWithTheSame();

    Task RefuseAsCause();

    Task<string> PassOn(IFailingGrain other);

    Task Cancelled();

    [OneWay]
    Task RefuseOneWay();

    Task<int> Calls();
}

public sealed class FailingGrain : Grain, IFailingGrain
{
    private readonly RefusalException kept = new("always the same");
    private int calls;

    public async Task Refuse(int code)
    {
        await Task.Yield();
        throw new RefusalException($"refused with {code}") { Code = code };
    }

    public Task<int> RefuseBeforeItsFirstAwait() => throw new ArgumentOutOfRangeException("depth", "too deep");

    public async ValueTask<int> RefuseLater()
    {
        await Task.Yield();
        throw new InvalidOperationException("later");
    }

    public Task RefuseWithTheSame() => throw kept;

    public Task RefuseAsCause() => throw new InvalidOperationException("outer", new RefusalException("inner") { Code = 7 });

    public async Task<string> PassOn(IFailingGrain other)
    {
        try
        {
            await other.Refuse(3);
            return "nothing";
        }
        catch (RefusalException refusal)
        {
            return $"{refusal.Message}, {refusal.Code}";
        }
    }

    public Task Cancelled() => throw new OperationCanceledException("by itself");

    public Task RefuseOneWay()
    {
        calls++;
        Signal.Of($"one way {this.GetPrimaryKeyString()}").Raise();
        throw new RefusalException("nobody hears it");
    }

    public Task<int> Calls() => Task.FromResult(calls);
}

public sealed class ErrorTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task An_error_keeps_its_type_its_message_and_its_members()
    {
        var error = await Assert.ThrowsAsync<RefusalException>(() => silo.Grains.GetGrain<IFailingGrain>("typed").Refuse(42));
        Assert.Equal("refused with 42", error.Message);
        Assert.Equal(42, error.Code);
        Assert.Contains(nameof(FailingGrain), error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_before_the_first_await_comes_through_the_task()
    {
        var call = silo.Grains.GetGrain<IFailingGrain>("early").RefuseBeforeItsFirstAwait();
        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => call);
        Assert.Contains("too deep", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_comes_through_a_value_task() =>
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await silo.Grains.GetGrain<IFailingGrain>("value").RefuseLater());

    [Fact]
    public async Task An_error_that_a_grain_keeps_is_the_same_to_every_caller()
    {
        var grain = silo.Grains.GetGrain<IFailingGrain>("same");
        var first = await Assert.ThrowsAsync<RefusalException>(grain.RefuseWithTheSame);
        var second = await Assert.ThrowsAsync<RefusalException>(grain.RefuseWithTheSame);
        Assert.Equal(first.Message, second.Message);
    }

    [Fact]
    public async Task The_cause_of_an_error_comes_with_it()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(silo.Grains.GetGrain<IFailingGrain>("cause").RefuseAsCause);
        Assert.Equal(7, Assert.IsType<RefusalException>(error.InnerException).Code);
    }

    [Fact]
    public async Task An_error_can_be_caught_by_the_grain_that_called() =>
        Assert.Equal("refused with 3, 3", await silo.Grains.GetGrain<IFailingGrain>("catcher").PassOn(silo.Grains.GetGrain<IFailingGrain>("thrower")));

    [Fact]
    public async Task A_cancellation_is_a_cancellation_to_the_caller() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(silo.Grains.GetGrain<IFailingGrain>("cancelled").Cancelled);

    [Fact]
    public async Task A_grain_goes_on_after_an_error()
    {
        var grain = silo.Grains.GetGrain<IFailingGrain>("going on");
        await Assert.ThrowsAsync<RefusalException>(() => grain.Refuse(1));
        Assert.Equal(0, await grain.Calls());
    }

    [Fact]
    public async Task A_one_way_call_is_made_and_its_error_is_lost()
    {
        var grain = silo.Grains.GetGrain<IFailingGrain>("one way");
        await grain.RefuseOneWay();
        await Signal.Of("one way one way").Wait();
        Assert.Equal(1, await grain.Calls());
    }
}
