using System.Collections.Concurrent;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace DigitalTwin.Orleans.Conformance.State;

/// <summary>A store that a test can change behind a grain's back, and can make fail.</summary>
public sealed class MovingStore : IGrainStorage
{
    private static readonly ConcurrentDictionary<GrainId, (int Value, int Version)> Records = new();

    public static void Move(GrainId grain) => Records[grain] = (1_000, Records[grain].Version + 1);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainId.Key.ToString() == "unreadable") throw new IOException("the disk is on fire");
        if (!Records.TryGetValue(grainId, out var record)) return Task.CompletedTask;
        ((Tally)(object)grainState.State!).Value = record.Value;
        (grainState.ETag, grainState.RecordExists) = ($"{record.Version}", true);
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainId.Key.ToString() == "unwritable") throw new IOException("the disk is full");
        var version = Records.TryGetValue(grainId, out var record) ? $"{record.Version}" : null;
        if (version != grainState.ETag) throw new InconsistentStateException("moved", version, grainState.ETag);
        Records[grainId] = (((Tally)(object)grainState.State!).Value, record.Version + 1);
        (grainState.ETag, grainState.RecordExists) = ($"{record.Version + 1}", true);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
}

[GenerateSerializer]
public sealed class Tally
{
    [Id(0)]
    public int Value { get; set; }
}

public interface ITallyGrain : IGrainWithStringKey
{
    Task<int> Add(int amount);

    Task<string> AddAndCatch(int amount);

    Task<int> Value();

    Task<Guid> Activation();
}

public sealed class TallyGrain([PersistentState("tally", "moving")] IPersistentState<Tally> tally) : Grain, ITallyGrain
{
    private readonly Guid activation = Guid.NewGuid();

    public async Task<int> Add(int amount)
    {
        tally.State.Value += amount;
        await tally.WriteStateAsync();
        return tally.State.Value;
    }

    public async Task<string> AddAndCatch(int amount)
    {
        try
        {
            return $"{await Add(amount)}";
        }
        catch (InconsistentStateException conflict)
        {
            await tally.ReadStateAsync();
            return $"stored {conflict.StoredEtag}, had {conflict.CurrentEtag}";
        }
    }

    public Task<int> Value() => Task.FromResult(tally.State.Value);

    public Task<Guid> Activation() => Task.FromResult(activation);
}

public sealed class ConflictTests : IAsyncLifetime
{
    private SiloFixture silo = null!;

    public async Task InitializeAsync() => silo = await SiloFixture.StartAsync(b => b.Services.AddGrainStorage("moving", static (_, _) => new MovingStore()));

    public Task DisposeAsync() => silo.DisposeAsync();

    [Fact]
    public async Task A_conflict_that_escapes_ends_the_activation_and_the_next_reads_anew()
    {
        var grain = silo.Grains.GetGrain<ITallyGrain>("escaping");
        Assert.Equal(1, await grain.Add(1));
        var first = await grain.Activation();
        MovingStore.Move(grain.GetGrainId());
        await Assert.ThrowsAnyAsync<InconsistentStateException>(() => grain.Add(1));
        Assert.Equal(1_001, await grain.Add(1));
        Assert.NotEqual(first, await grain.Activation());
    }

    [Fact]
    public async Task A_conflict_that_is_caught_can_be_mended_by_reading()
    {
        var grain = silo.Grains.GetGrain<ITallyGrain>("caught");
        Assert.Equal(1, await grain.Add(1));
        var first = await grain.Activation();
        MovingStore.Move(grain.GetGrainId());
        Assert.Equal("stored 2, had 1", await grain.AddAndCatch(1));
        Assert.Equal(1_000, await grain.Value());
        Assert.Equal("1001", await grain.AddAndCatch(1));
        Assert.Equal(first, await grain.Activation());
    }

    [Fact]
    public async Task A_store_that_fails_to_read_fails_the_activation()
    {
        var error = await Assert.ThrowsAnyAsync<OrleansException>(silo.Grains.GetGrain<ITallyGrain>("unreadable").Value);
        Assert.Contains("the disk is on fire", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_fails_to_write_fails_the_call_and_the_grain_goes_on()
    {
        var grain = silo.Grains.GetGrain<ITallyGrain>("unwritable");
        var error = await Assert.ThrowsAnyAsync<OrleansException>(() => grain.Add(1));
        Assert.Contains("the disk is full", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await grain.Value());
    }
}
