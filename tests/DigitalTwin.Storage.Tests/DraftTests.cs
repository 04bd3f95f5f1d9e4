using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Storage.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Storage.Tests;

/// <summary>Worlds that nobody sees until they are whole.</summary>
public sealed class DraftTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dt-").FullName;
    private readonly Clock clock = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_world_that_was_begun_is_seen_by_nobody_and_once_published_by_all_with_everything_in_it()
    {
        await using var store = await OpenAsync();
        await store.Worlds.CreateAsync("live", "m", Clock.Start, default);
        await ObserveAsync(store, 3.5, 0);
        var draft = await store.Worlds.DraftAsync("run-1", WorldKind.Run, "m", new("live", null), Clock.Start, default);
        await store.Journal.AppendAsync(new SimulatedFrame(draft.Name, new AssetSet(["water/tank/T-1"]), "level", Clock.Start.AddHours(1), new float[] { 7 }), default);
        Assert.Equal(["live"], (await store.Worlds.ListAsync(default)).Select(w => w.Name));
        Assert.Null(await store.Worlds.FindAsync("run-1", default));

        var world = await store.Worlds.PublishAsync("run-1", default);
        Assert.Equal(("run-1", WorldKind.Run, "live", Clock.Start), (world.Name, world.Kind, world.Parent, world.ForkedAt));
        Assert.Equal(world, await store.Worlds.FindAsync("run-1", default));
        var twin = await store.History.TwinAsync("run-1", "water/tank/T-1", null, default);
        Assert.Equal((3.5, 7), (twin.Observed[0].Value, twin.Simulated[0].Value));
        Assert.Null(await store.Worlds.FindDraftAsync("run-1", default));
    }

    [Fact]
    public async Task Drafts_of_one_fork_point_see_the_very_same_whatever_arrives_in_between()
    {
        await using var store = await OpenAsync();
        await store.Worlds.CreateAsync("live", "m", Clock.Start, default);
        await ObserveAsync(store, 1, 0);
        var first = await store.Worlds.DraftAsync("a", WorldKind.Run, "m", new("live", Clock.Start.AddHours(1)), Clock.Start, default);
        await ObserveAsync(store, 2, 30);
        await store.Worlds.DraftAsync("b", WorldKind.Run, "m", new("live", first.ForkedAt, first.ForkedUpTo), Clock.Start, default);
        foreach (var name in (string[])["a", "b"])
        {
            await store.Worlds.PublishAsync(name, default);
            Assert.Equal(1, (await store.History.TwinAsync(name, "water/tank/T-1", null, default)).Observed[0].Value);
        }
    }

    [Fact]
    public async Task A_draft_of_a_killed_writer_is_replaced_and_an_old_one_given_up()
    {
        await using (var store = await OpenAsync())
        {
            var left = await store.Worlds.DraftAsync("run-1", WorldKind.Run, "m", null, Clock.Start, default);
            await store.Journal.AppendAsync(new SimulatedFrame(left.Name, new AssetSet(["a/b/c"]), "level", Clock.Start, new float[] { 1 }), default);
            await store.Worlds.DraftAsync("run-1", WorldKind.Run, "m", null, Clock.Start, default);
            await store.Worlds.PublishAsync("run-1", default);
            Assert.Equal(0, (await store.Worlds.ContentAsync("run-1", default)).Frames);
            await store.Worlds.DraftAsync("run-2", WorldKind.Run, "m", null, Clock.Start, default);
        }
        await using (var soon = await OpenAsync()) Assert.NotNull(await soon.Worlds.FindDraftAsync("run-2", default));
        clock.Now = Clock.Start.AddDays(8);
        await using var later = await OpenAsync();
        Assert.Null(await later.Worlds.FindDraftAsync("run-2", default));
    }

    [Fact]
    public async Task Names_that_are_taken_are_refused_before_anything_is_written_and_again_at_the_end()
    {
        await using var store = await OpenAsync();
        await store.Worlds.CreateAsync("live", "m", Clock.Start, default);
        await Assert.ThrowsAsync<WorldException>(() => store.Worlds.DraftAsync("live", WorldKind.Run, "m", null, Clock.Start, default));
        await store.Worlds.DraftAsync("run-1", WorldKind.Run, "m", new("live", null), Clock.Start, default);
        Assert.Equal("'live' cannot be deleted: the run that will be 'run-1' starts from it and is still being written.", (await Assert.ThrowsAsync<WorldException>(() => store.Worlds.DeleteAsync("live", default))).Message);
        await store.Worlds.CreateAsync("run-1", "m", Clock.Start, default);
        Assert.Equal("There is a world 'run-1' already.", (await Assert.ThrowsAsync<WorldException>(() => store.Worlds.PublishAsync("run-1", default))).Message);
        await store.Worlds.DropDraftAsync("run-1", default);
        await store.Worlds.DeleteAsync("live", default);
    }

    private Task<ICityStore> OpenAsync() => SqliteStore.OpenAsync(Path.Combine(folder, "city.db"), clock, NullLoggerFactory.Instance, default);

    private static async Task ObserveAsync(ICityStore store, double level, int minutes) => await store.Journal.AppendAsync(
        new TwinEntry("live", "water/tank/T-1", Clock.Start, [new("water/tank/T-1", "level", level, Clock.Start.AddMinutes(minutes), "scada")]), default);
}
