namespace DigitalTwin.Orleans.Conformance.Calls;

public interface IFilteredGrain : IGrainWithStringKey
{
    Task<string> Say(string word);

    Task Fail();
}

public sealed class FilteredGrain : Grain, IFilteredGrain, IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        Journal.Write(this.GetPrimaryKeyString(), "own");
        await context.Invoke();
    }

    public Task<string> Say(string word)
    {
        Journal.Write(this.GetPrimaryKeyString(), "method");
        return Task.FromResult(word);
    }

    public Task Fail() => throw new InvalidOperationException("inside");
}

public sealed class FilterTests : IAsyncLifetime
{
    private SiloFixture silo = null!;

    public async Task InitializeAsync() => silo = await SiloFixture.StartAsync(b => b
        .AddIncomingGrainCallFilter(async context =>
        {
            if (context.Grain is not FilteredGrain grain)
            {
                await context.Invoke();
                return;
            }
            Journal.Write(grain.GetPrimaryKeyString(), $"first: {context.MethodName}, {context.TargetId}, {context.ImplementationMethod.DeclaringType!.Name}");
            try
            {
                await context.Invoke();
            }
            catch (InvalidOperationException error)
            {
                throw new NotSupportedException("outside", error);
            }
            if (context.Result is "shout") context.Result = "SHOUT";
        })
        .AddIncomingGrainCallFilter(context =>
        {
            if (context.Grain is not FilteredGrain grain) return context.Invoke();
            Journal.Write(grain.GetPrimaryKeyString(), "second");
            return context.Request.GetArgumentCount() > 0 && context.Request.GetArgument(0) is "forbidden"
                ? throw new UnauthorizedAccessException("not this word")
                : context.Invoke();
        }));

    public Task DisposeAsync() => silo.DisposeAsync();

    [Fact]
    public async Task Filters_run_in_their_order_then_the_grains_own_then_the_method()
    {
        Assert.Equal("word", await silo.Grains.GetGrain<IFilteredGrain>("in order").Say("word"));
        Assert.Equal(["first: Say, filtered/in order, FilteredGrain", "second", "own", "method"], Journal.Read("in order"));
    }

    [Fact]
    public async Task A_filter_can_change_the_result() =>
        Assert.Equal("SHOUT", await silo.Grains.GetGrain<IFilteredGrain>("changed").Say("shout"));

    [Fact]
    public async Task A_filter_can_refuse_a_call()
    {
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => silo.Grains.GetGrain<IFilteredGrain>("refused").Say("forbidden"));
        Assert.DoesNotContain("method", Journal.Read("refused"));
    }

    [Fact]
    public async Task A_filter_sees_the_error_of_the_method()
    {
        var error = await Assert.ThrowsAsync<NotSupportedException>(silo.Grains.GetGrain<IFilteredGrain>("error").Fail);
        Assert.Equal("outside", error.Message);
    }
}
