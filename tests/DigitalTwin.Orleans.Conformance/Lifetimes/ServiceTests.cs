using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Orleans.Conformance.Lifetimes;

/// <summary>A service of one activation.</summary>
public sealed class Tool : IDisposable
{
    public string? Owner { get; set; }

    public void Dispose() => Signal.Of($"{Owner} put its tool away").Raise();
}

/// <summary>A service of all.</summary>
public sealed class Shed
{
    public int Visits { get; set; }
}

public interface IServedGrain : IGrainWithStringKey
{
    Task<bool> HasItsOwnTool();

    Task<int> Visit();

    Task Leave();
}

public sealed class ServedGrain(Tool tool, Shed shed, IGrainContext context, IGrainFactory factory, ILogger<ServedGrain> log) : Grain, IServedGrain, IDisposable
{
    public Task<bool> HasItsOwnTool()
    {
        tool.Owner ??= this.GetPrimaryKeyString();
        return Task.FromResult(
            tool.Owner == this.GetPrimaryKeyString() && ReferenceEquals(tool, ServiceProvider.GetRequiredService<Tool>())
            && ReferenceEquals(context, GrainContext) && factory is not null && log is not null);
    }

    public Task<int> Visit() => Task.FromResult(++shed.Visits);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public void Dispose() => Signal.Of($"{tool.Owner} disposed of").Raise();
}

public sealed class ServiceTests : IAsyncLifetime
{
    private SiloFixture silo = null!;

    public async Task InitializeAsync() => silo = await SiloFixture.StartAsync(b => b.Services.AddScoped<Tool>().AddSingleton<Shed>());

    public Task DisposeAsync() => silo.DisposeAsync();

    [Fact]
    public async Task A_scoped_service_belongs_to_one_activation_and_goes_with_it()
    {
        var (a, b) = (silo.Grains.GetGrain<IServedGrain>("a"), silo.Grains.GetGrain<IServedGrain>("b"));
        Assert.True(await a.HasItsOwnTool());
        Assert.True(await b.HasItsOwnTool());
        await a.Leave();
        await Signal.Of("a disposed of").Wait();
        await Signal.Of("a put its tool away").Wait();
        Assert.False(Signal.Of("b put its tool away").IsRaised);
    }

    [Fact]
    public async Task A_singleton_is_shared_by_all()
    {
        await silo.Grains.GetGrain<IServedGrain>("c").Visit();
        Assert.Equal(2, await silo.Grains.GetGrain<IServedGrain>("d").Visit());
    }
}
