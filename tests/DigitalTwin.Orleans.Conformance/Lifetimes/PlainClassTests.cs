namespace DigitalTwin.Orleans.Conformance.Lifetimes;

public interface IPlainClassGrain : IGrainWithStringKey
{
    Task<string> Key();

    Task Tick();

    Task Leave();
}

/// <summary>A grain without a base class.</summary>
public sealed class PlainClassGrain(IGrainContext context) : IGrainBase, IPlainClassGrain
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token)
    {
        Journal.Write("plain class", "begins");
        return Task.CompletedTask;
    }

    public Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token)
    {
        Journal.Write("plain class", "ends");
        return Task.CompletedTask;
    }

    public Task<string> Key() => Task.FromResult(context.GrainId.Key.ToString()!);

    public Task Tick()
    {
        this.RegisterGrainTimer(
            () =>
            {
                Journal.Write("plain class", "ticks");
                return Task.CompletedTask;
            },
            TimeSpan.Zero,
            Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task Leave()
    {
        this.DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public sealed class PlainClassTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task A_grain_needs_no_base_class()
    {
        var grain = silo.Grains.GetGrain<IPlainClassGrain>("plain");
        Assert.Equal("plain", await grain.Key());
        await grain.Tick();
        await Journal.WaitFor("plain class", entries => entries.Length >= 2);
        await grain.Leave();
        Assert.Equal("plain", await silo.Grains.GetGrain<IPlainClassGrain>(grain.GetGrainId()).Key());
        Assert.Equal(["begins", "ticks", "ends", "begins"], Journal.Read("plain class"));
    }
}
