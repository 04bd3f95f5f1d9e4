namespace DigitalTwin.Orleans.Conformance.Calls;

public interface INamedGrain : IGrainWithStringKey
{
    Task<string> Key();
}

public interface INumberedGrain : IGrainWithIntegerKey
{
    ValueTask<long> Key();
}

public interface IGuidGrain : IGrainWithGuidKey
{
    Task<Guid> Key();
}

public sealed class NamedGrain : Grain, INamedGrain
{
    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());
}

public sealed class NumberedGrain : Grain, INumberedGrain
{
    public ValueTask<long> Key() => new(this.GetPrimaryKeyLong());
}

public sealed class GuidGrain : Grain, IGuidGrain
{
    public Task<Guid> Key() => Task.FromResult(this.GetPrimaryKey());
}

public sealed class KeyTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Theory]
    [InlineData("live/parking/lot/P-07")]
    [InlineData("水 / tank 1")]
    [InlineData("+")]
    public async Task A_text_comes_back_as_the_key_it_was(string key)
    {
        var grain = silo.Grains.GetGrain<INamedGrain>(key);
        Assert.Equal(key, await grain.Key());
        Assert.Equal(key, grain.GetPrimaryKeyString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public async Task An_integer_comes_back_as_the_key_it_was(long key)
    {
        var grain = silo.Grains.GetGrain<INumberedGrain>(key);
        Assert.Equal(key, await grain.Key());
        Assert.Equal(key, grain.GetPrimaryKeyLong());
    }

    [Fact]
    public async Task A_guid_comes_back_as_the_key_it_was()
    {
        var key = Guid.Parse("8f0b1a52-6a2e-4c3d-9b1e-0123456789ab");
        var grain = silo.Grains.GetGrain<IGuidGrain>(key);
        Assert.Equal(key, await grain.Key());
        Assert.Equal(key, grain.GetPrimaryKey());
    }

    [Fact]
    public void An_identity_is_written_as_type_and_key()
    {
        var id = silo.Grains.GetGrain<INamedGrain>("P-07").GetGrainId();
        Assert.Equal("named/P-07", id.ToString());
        Assert.Equal(id, GrainId.Parse("named/P-07"));
    }

    [Fact]
    public void References_to_one_grain_are_equal()
    {
        Assert.Equal(silo.Grains.GetGrain<INamedGrain>("a"), silo.Grains.GetGrain<INamedGrain>("a"));
        Assert.NotEqual(silo.Grains.GetGrain<INamedGrain>("a"), silo.Grains.GetGrain<INamedGrain>("b"));
    }
}
