namespace DigitalTwin.Orleans.InProcess.Tests.Proxies;

public interface IBaseGrain : IGrainWithStringKey
{
    Task<string> Inherited(string word);
}

public interface IWideGrain : IBaseGrain
{
#pragma warning disable CA1068 // A token may stand anywhere.
    Task<string> Many(int a, double b, string c, byte d, long e, bool f, char g, decimal h, (int, int) i, short j, float k, CancellationToken cancel, int l, int m, int n, int o);
#pragma warning restore CA1068

    ValueTask Nothing();

    Task<int> Overloaded(int number);

    Task<int> Overloaded(string text);
}

internal interface IHiddenGrain : IGrainWithStringKey
{
    Task<int> Answer();
}

public interface ICarelessGrain : IGrainWithStringKey
{
    Task Throw();
}

public interface IWitness : IGrainObserver
{
    Task<int> Testify();
}

public sealed class WideGrain : Grain, IWideGrain
{
    public Task<string> Inherited(string word) => Task.FromResult(word);

#pragma warning disable CA1068
    public Task<string> Many(int a, double b, string c, byte d, long e, bool f, char g, decimal h, (int, int) i, short j, float k, CancellationToken cancel, int l, int m, int n, int o) =>
        Task.FromResult($"{a} {b} {c} {d} {e} {f} {g} {h} {i} {j} {k} {l} {m} {n} {o} {cancel.CanBeCanceled}");
#pragma warning restore CA1068

    public ValueTask Nothing() => default;

    public Task<int> Overloaded(int number) => Task.FromResult(number);

    public Task<int> Overloaded(string text) => Task.FromResult(text.Length);
}

internal sealed class HiddenGrain : Grain, IHiddenGrain
{
    public Task<int> Answer() => Task.FromResult(42);
}

public sealed class CarelessGrain : Grain, ICarelessGrain
{
    private readonly InvalidDataException kept = new("kept");

    public Task Throw() => throw kept;
}

public sealed class Witness : IWitness
{
    public Task<int> Testify() => Task.FromResult(1);
}

public sealed class ProxyTests : IAsyncLifetime
{
    private SiloOfATest silo = null!;

    public async Task InitializeAsync() => silo = await SiloOfATest.StartAsync();

    public async Task DisposeAsync() => await silo.DisposeAsync();

    [Fact]
    public async Task Any_number_of_arguments_arrives_in_its_order() => Assert.Equal(
        "1 2.5 c 4 5 True g 8 (9, 10) 11 12.5 13 14 15 16 True",
        await silo.Grains.GetGrain<IWideGrain>("x").Many(1, 2.5, "c", 4, 5, true, 'g', 8m, (9, 10), 11, 12.5f, default, 13, 14, 15, 16));

    [Fact]
    public async Task Inherited_and_overloaded_methods_are_called()
    {
        var grain = silo.Grains.GetGrain<IWideGrain>("x");
        Assert.Equal("word", await grain.Inherited("word"));
        Assert.Equal(3, await grain.Overloaded(3));
        Assert.Equal(5, await grain.Overloaded("three"));
        Assert.Equal("word", await grain.AsReference<IBaseGrain>().Inherited("word"));
        await grain.Nothing();
    }

    [Fact]
    public async Task An_internal_interface_is_served_too() => Assert.Equal(42, await silo.Grains.GetGrain<IHiddenGrain>("x").Answer());

    [Fact]
    public async Task No_two_callers_get_the_same_error_object()
    {
        var grain = silo.Grains.GetGrain<ICarelessGrain>("x");
        var first = await Assert.ThrowsAsync<InvalidDataException>(grain.Throw);
        var trace = first.StackTrace;
        var second = await Assert.ThrowsAsync<InvalidDataException>(grain.Throw);
        Assert.NotSame(first, second);
        Assert.Equal(trace, first.StackTrace);
        Assert.Equal("kept", second.Message);
    }

    [Fact]
    public async Task An_observer_that_was_deleted_refuses_calls()
    {
        var witness = new Witness();
        var reference = silo.Grains.CreateObjectReference<IWitness>(witness);
        Assert.Equal(1, await reference.Testify());
        silo.Grains.DeleteObjectReference<IWitness>(reference);
        await Assert.ThrowsAsync<ClientNotAvailableException>(reference.Testify);
        GC.KeepAlive(witness);
    }

    [Fact]
    public async Task A_filter_may_ask_for_the_grain_factory()
    {
        await using var filtered = await SiloOfATest.StartAsync(b => b.AddIncomingGrainCallFilter<AskingFilter>());
        Assert.Equal("word, seen", await filtered.Grains.GetGrain<IWideGrain>("x").Inherited("word"));
    }

    private sealed class AskingFilter(IGrainFactory grains) : IIncomingGrainCallFilter
    {
        public async Task Invoke(IIncomingGrainCallContext context)
        {
            await context.Invoke();
            if (context.Grain is WideGrain && await grains.GetGrain<IHiddenGrain>("x").Answer() == 42) context.Result = $"{context.Result}, seen";
        }
    }
}
