using Orleans.Configuration;

namespace DigitalTwin.Orleans.Conformance.Lifetimes;

public interface IIdleGrain : IGrainWithStringKey
{
    Task Touch();

    Task Stay(TimeSpan time);

    Task Tick(bool keepAlive);
}

public interface IFaithfulGrain : IGrainWithStringKey
{
    Task Touch();
}

public class IdleGrain : Grain, IIdleGrain
{
    private string Key => this.GetPrimaryKeyString();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signal.Of($"{Key} ended").Raise(reason.ReasonCode.ToString());
        return Task.CompletedTask;
    }

    public Task Touch() => Task.CompletedTask;

    public Task Stay(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }

    public Task Tick(bool keepAlive)
    {
        this.RegisterGrainTimer(static _ => Task.CompletedTask, new GrainTimerCreationOptions(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50)) { KeepAlive = keepAlive });
        return Task.CompletedTask;
    }
}

[KeepAlive]
public sealed class FaithfulGrain : Grain, IFaithfulGrain
{
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signal.Of($"{this.GetPrimaryKeyString()} ended").Raise(reason.ReasonCode.ToString());
        return Task.CompletedTask;
    }

    public Task Touch() => Task.CompletedTask;
}

/// <summary>Collection by the clock of the machine: Orleans gives no other. Each test waits for a grain that ends and looks whether others stayed.</summary>
public sealed class IdlenessTests : IAsyncLifetime
{
    private SiloFixture silo = null!;

    public async Task InitializeAsync() => silo = await SiloFixture.StartAsync(b => b.Configure<GrainCollectionOptions>(options =>
    {
        // Long beside the ticks that keep a grain, so that a busy machine does not let them come too late.
        options.CollectionAge = TimeSpan.FromMilliseconds(1_500);
        options.CollectionQuantum = TimeSpan.FromMilliseconds(100);
    }));

    public Task DisposeAsync() => silo.DisposeAsync();

    [Fact]
    public async Task An_idle_grain_ends_and_those_that_are_kept_stay()
    {
        var kept = silo.Grains.GetGrain<IIdleGrain>("kept");
        await kept.Stay(TimeSpan.FromMinutes(1));
        await silo.Grains.GetGrain<IFaithfulGrain>("faithful").Touch();
        await silo.Grains.GetGrain<IIdleGrain>("ticking for itself").Tick(keepAlive: true);

        await silo.Grains.GetGrain<IIdleGrain>("idle").Touch();
        await silo.Grains.GetGrain<IIdleGrain>("ticking").Tick(keepAlive: false);
        Assert.Equal("ActivationIdle", await Signal.Of("idle ended").Wait());
        Assert.Equal("ActivationIdle", await Signal.Of("ticking ended").Wait());

        Assert.False(Signal.Of("kept ended").IsRaised);
        Assert.False(Signal.Of("faithful ended").IsRaised);
        Assert.False(Signal.Of("ticking for itself ended").IsRaised);
        await kept.Stay(TimeSpan.Zero);
        Assert.Equal("ActivationIdle", await Signal.Of("kept ended").Wait());
    }
}
