namespace DigitalTwin.Orleans.Conformance.Lifetimes;

public interface ILastGrain : IGrainWithStringKey
{
    Task Touch();

    Task Wait(string signal);
}

public sealed class LastGrain : Grain, ILastGrain
{
    private string Key => this.GetPrimaryKeyString();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Journal.Write("last words", $"{Key}: {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task Touch() => Task.CompletedTask;

    public async Task Wait(string signal)
    {
        Signal.Of($"{signal} begun").Raise();
        await Signal.Of(signal).Wait();
    }
}

public sealed class ShutdownTests
{
    [Fact]
    public async Task Every_grain_ends_when_the_silo_stops_and_calls_fail_afterwards()
    {
        var silo = await SiloFixture.StartAsync(static _ => { });
        for (var i = 0; i < 20; i++) await silo.Grains.GetGrain<ILastGrain>($"{i}").Touch();
        var grains = silo.Grains;
        var grain = grains.GetGrain<ILastGrain>("0");
        await silo.DisposeAsync();
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}: ShuttingDown").Order(StringComparer.Ordinal), Journal.Read("last words").Order(StringComparer.Ordinal));
        await Assert.ThrowsAnyAsync<Exception>(() => grain.Touch().WaitAsync(Signal.Longest));
    }

    [Fact]
    public async Task A_startup_task_runs_before_the_host_has_started()
    {
        var silo = await SiloFixture.StartAsync(b => b.AddStartupTask(async (services, _) =>
        {
            await ((IGrainFactory)services.GetService(typeof(IGrainFactory))!).GetGrain<ILastGrain>("started").Touch();
            Journal.Write("startup", "done");
        }));
        Assert.Equal(["done"], Journal.Read("startup"));
        await silo.DisposeAsync();
    }
}
