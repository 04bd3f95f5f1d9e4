using DigitalTwin.Grains.Runs;
using DigitalTwin.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Grains.Tests.Runs;

public sealed class StateShelfTests : IAsyncLifetime, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("twin-shelf-").FullName;
    private ICityStore store = null!;

    public async Task InitializeAsync() => store = await SqliteStore.OpenAsync(Path.Combine(folder, "city.db"), TimeProvider.System, NullLoggerFactory.Instance, default);

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8 << 20)]
    [InlineData((20 << 20) + 7)]
    public async Task A_state_of_any_size_comes_back_bit_by_bit(int length)
    {
        var state = Noise(length, 1);
        var shelf = new StateShelf(store.Documents, "s");
        var kept = await shelf.SaveAsync("x/a", state, "note", default);
        Assert.Equal((length + (8 << 20) - 1) / (8 << 20), kept.Pieces.Length);
        Assert.Equal("note", (await shelf.FindAsync("x/a", default))!.Note);
        Assert.Equal(state, await StateShelf.ReadAsync(store.Documents, "x/a", kept.Pieces, default));
    }

    [Fact]
    public async Task A_newer_state_takes_the_place_of_the_old_one_and_nothing_of_that_is_left()
    {
        var shelf = new StateShelf(store.Documents, "s");
        var old = await shelf.SaveAsync("x/a", Noise(100, 1), "1", default);
        var other = await shelf.SaveAsync("x/b", Noise(100, 1), "1", default);
        var newer = await shelf.SaveAsync("x/a", Noise(100, 2), "2", default);
        Assert.Null(await StateShelf.ReadAsync(store.Documents, "x/a", old.Pieces, default));
        Assert.Equal(Noise(100, 2), await StateShelf.ReadAsync(store.Documents, "x/a", newer.Pieces, default));
        Assert.Equal(Noise(100, 1), await StateShelf.ReadAsync(store.Documents, "x/b", other.Pieces, default));

        await shelf.RemoveAsync("x/a", default);
        await shelf.RemoveAsync("x/a", default);
        Assert.Null(await shelf.FindAsync("x/a", default));
        Assert.Null(await StateShelf.ReadAsync(store.Documents, "x/a", newer.Pieces, default));
        Assert.Equal("x/b", Assert.Single(await shelf.ListAsync("x/", default)).Key);
    }

    [Fact]
    public async Task Two_who_save_at_the_same_time_leave_one_whole_state()
    {
        var shelf = new StateShelf(store.Documents, "s");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => shelf.SaveAsync("x/a", Noise(1000, i), $"{i}", default)));
        var kept = (await shelf.FindAsync("x/a", default))!;
        Assert.Equal(Noise(1000, int.Parse(kept.Note, System.Globalization.CultureInfo.InvariantCulture)), await StateShelf.ReadAsync(store.Documents, "x/a", kept.Pieces, default));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Noise(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
