namespace DigitalTwin.Orleans.Conformance.Calls;

public interface IContextGrain : IGrainWithStringKey
{
    Task<string?> Read(string name);

    Task<string?> ReadThrough(IContextGrain other, string name);

    Task Set(string name, string value);
}

public sealed class ContextGrain : Grain, IContextGrain
{
    public Task<string?> Read(string name) => Task.FromResult(RequestContext.Get(name) as string);

    public Task<string?> ReadThrough(IContextGrain other, string name) => other.Read(name);

    public Task Set(string name, string value)
    {
        RequestContext.Set(name, value);
        return Task.CompletedTask;
    }
}

public sealed class RequestContextTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task A_value_travels_with_a_call_and_on_to_the_next()
    {
        RequestContext.Set("operator", "Li");
        var grain = silo.Grains.GetGrain<IContextGrain>("travelling");
        Assert.Equal("Li", await grain.Read("operator"));
        Assert.Equal("Li", await grain.ReadThrough(silo.Grains.GetGrain<IContextGrain>("second"), "operator"));
    }

    [Fact]
    public async Task A_value_does_not_stay_with_the_grain_nor_come_back_from_it()
    {
        var grain = silo.Grains.GetGrain<IContextGrain>("staying");
        RequestContext.Set("first", "here");
        await grain.Set("second", "there");
        Assert.Null(RequestContext.Get("second"));
        RequestContext.Clear();
        Assert.Null(await grain.Read("first"));
        Assert.Null(await grain.Read("second"));
    }

    [Fact]
    public async Task A_removed_value_travels_no_more()
    {
        RequestContext.Set("a", "1");
        RequestContext.Set("b", "2");
        Assert.True(RequestContext.Remove("a"));
        Assert.False(RequestContext.Remove("a"));
        var grain = silo.Grains.GetGrain<IContextGrain>("removed");
        Assert.Null(await grain.Read("a"));
        Assert.Equal("2", await grain.Read("b"));
    }

    [Fact]
    public async Task Callers_at_the_same_time_do_not_see_each_others_values()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            RequestContext.Set("caller", $"{i}");
            return await silo.Grains.GetGrain<IContextGrain>($"shared {i % 5}").Read("caller");
        }));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}"), answers);
    }
}
