using Microsoft.Extensions.Hosting;

namespace DigitalTwin.Orleans.InProcess.Tests.Silos;

public interface INobodyGrain : IGrainWithStringKey
{
    Task Ask();
}

public interface ITwoBodiedGrain : IGrainWithStringKey
{
    Task<string> Which();
}

public sealed class LeftBodyGrain : Grain, ITwoBodiedGrain
{
    public Task<string> Which() => Task.FromResult("left");
}

public sealed class RightBodyGrain : Grain, ITwoBodiedGrain
{
    public Task<string> Which() => Task.FromResult("right");
}

public interface IDemandingGrain : IGrainWithStringKey
{
    Task Ask();
}

public sealed class DemandingGrain(FakeClock clock) : Grain, IDemandingGrain
{
    public Task Ask() => Task.FromResult(clock);
}

public sealed class RefusalTests
{
    [Fact]
    public void A_cluster_is_refused_with_the_way_to_get_one()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        Action[] clustered =
        [
            () => builder.UseOrleans(silo => silo.UseAdoNetClustering(_ => { })),
            () => builder.UseOrleans(silo => silo.AddAdoNetGrainStorage("states", _ => { })),
            () => builder.UseOrleans(silo => silo.UseAdoNetReminderService(_ => { })),
            () => builder.UseOrleansClient(client => client.UseLocalhostClustering()),
        ];
        Assert.All(clustered, wish => Assert.Contains("-p:OrleansBinding=Package", Assert.Throws<OrleansConfigurationException>(wish).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_before_the_start_and_one_after_the_end_are_refused()
    {
        var silo = SiloOfATest.Build();
        var early = await Assert.ThrowsAsync<SiloUnavailableException>(silo.Grains.GetGrain<IChainGrain>("early").Length);
        Assert.Contains("start the host", early.Message, StringComparison.Ordinal);

        silo = await SiloOfATest.StartAsync();
        var grain = silo.Grains.GetGrain<IChainGrain>("late");
        await grain.Length();
        await silo.DisposeAsync();
        await Assert.ThrowsAsync<SiloUnavailableException>(grain.Length);
    }

    [Fact]
    public async Task An_interface_without_a_class_and_one_with_two_are_named()
    {
        await using var silo = await SiloOfATest.StartAsync();
        Assert.Contains("INobodyGrain", Assert.Throws<ArgumentException>(() => silo.Grains.GetGrain<INobodyGrain>("x")).Message, StringComparison.Ordinal);
        var both = Assert.Throws<ArgumentException>(() => silo.Grains.GetGrain<ITwoBodiedGrain>("x")).Message;
        Assert.Contains(nameof(LeftBodyGrain), both, StringComparison.Ordinal);
        Assert.Contains(nameof(RightBodyGrain), both, StringComparison.Ordinal);
        Assert.Equal("right", await silo.Grains.GetGrain<ITwoBodiedGrain>("x", typeof(RightBodyGrain).FullName).Which());
    }

    [Fact]
    public async Task A_grain_that_asks_for_an_unknown_service_says_which()
    {
        await using var silo = await SiloOfATest.StartAsync();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(silo.Grains.GetGrain<IDemandingGrain>("x").Ask);
        Assert.Contains(nameof(DemandingGrain), error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(FakeClock), error.Message, StringComparison.Ordinal);
    }
}
