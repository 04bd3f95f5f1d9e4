namespace DigitalTwin.Orleans.Conformance.State;

[GenerateSerializer]
public sealed class Ledger
{
    [Id(0)]
    public List<int> Entries { get; set; } = [];
}

public interface ILedgerGrain : IGrainWithStringKey
{
    Task Add(int entry, bool write);

    Task<int[]> Entries();

    Task<(string? Etag, bool Exists)> Record();

    Task Read();

    Task Clear();

    Task Write();

    Task<Guid> Activation();

    Task Leave();
}

public sealed class LedgerGrain([PersistentState("ledger", "memory")] IPersistentState<Ledger> ledger) : Grain, ILedgerGrain
{
    private readonly Guid activation = Guid.NewGuid();

    public Task Add(int entry, bool write)
    {
        ledger.State.Entries.Add(entry);
        return write ? ledger.WriteStateAsync() : Task.CompletedTask;
    }

    public Task<int[]> Entries() => Task.FromResult(ledger.State.Entries.ToArray());

    public Task<(string? Etag, bool Exists)> Record() => Task.FromResult((ledger.Etag, ledger.RecordExists));

    public Task Read() => ledger.ReadStateAsync();

    public Task Clear() => ledger.ClearStateAsync();

    public Task Write() => ledger.WriteStateAsync();

    public Task<Guid> Activation() => Task.FromResult(activation);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public sealed class StateTests : IAsyncLifetime
{
    private SiloFixture silo = null!;

    public async Task InitializeAsync() => silo = await SiloFixture.StartAsync(b => b.AddMemoryGrainStorage("memory"));

    public Task DisposeAsync() => silo.DisposeAsync();

    [Fact]
    public async Task A_grain_without_a_record_begins_with_a_fresh_state()
    {
        var ledger = silo.Grains.GetGrain<ILedgerGrain>("fresh");
        Assert.Empty(await ledger.Entries());
        Assert.Equal((null, false), await ledger.Record());
    }

    [Fact]
    public async Task What_was_written_is_there_in_the_next_activation_and_what_was_not_is_lost()
    {
        var ledger = silo.Grains.GetGrain<ILedgerGrain>("kept");
        await ledger.Add(1, write: true);
        await ledger.Add(2, write: false);
        var first = await ledger.Activation();
        await ledger.Leave();
        Assert.Equal(new[] { 1 }, await ledger.Entries());
        Assert.NotEqual(first, await ledger.Activation());
        Assert.True((await ledger.Record()).Exists);
    }

    [Fact]
    public async Task Reading_again_drops_what_was_not_written()
    {
        var ledger = silo.Grains.GetGrain<ILedgerGrain>("reread");
        await ledger.Add(1, write: true);
        await ledger.Add(2, write: false);
        await ledger.Read();
        Assert.Equal(new[] { 1 }, await ledger.Entries());
    }

    [Fact]
    public async Task A_cleared_state_has_no_record_and_can_be_written_again()
    {
        var ledger = silo.Grains.GetGrain<ILedgerGrain>("cleared");
        await ledger.Add(1, write: true);
        await ledger.Clear();
        Assert.False((await ledger.Record()).Exists);
        await ledger.Add(2, write: true);
        Assert.True((await ledger.Record()).Exists);
        await ledger.Read();
        Assert.Contains(2, await ledger.Entries());
    }

    [Fact]
    public async Task Every_write_gives_a_version_of_its_own()
    {
        var ledger = silo.Grains.GetGrain<ILedgerGrain>("versions");
        await ledger.Add(1, write: true);
        var first = await ledger.Record();
        await ledger.Add(2, write: true);
        var second = await ledger.Record();
        Assert.NotNull(first.Etag);
        Assert.NotEqual(first.Etag, second.Etag);
    }
}
