using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Storage.Journal;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class Worlds_that_are_begun
{
    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Are_seen_by_nobody_and_once_published_by_all_with_everything_in_them(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(0, 3.5));
        var worlds = city.Store.Worlds;
        var draft = await worlds.DraftAsync("run-1", WorldKind.Run, "map-1", new("live", null), Clock.Start, None);
        await city.Store.Journal.AppendAsync(new SimulatedFrame(draft.Name, new AssetSet([Tank]), "level", At(60), new float[] { 7 }), None);
        Assert.Equal(["live"], (await worlds.ListAsync(None)).Select(w => w.Name));
        Assert.Null(await worlds.FindAsync("run-1", None));

        var world = await worlds.PublishAsync("run-1", None);
        await city.ReopenAsync();
        Assert.Equal(("run-1", WorldKind.Run, "live", Clock.Start), (world.Name, world.Kind, world.Parent, world.ForkedAt));
        Assert.Equal(world, await city.Store.Worlds.FindAsync("run-1", None));
        var twin = await city.TwinAsync("run-1");
        Assert.Equal((3.5, 7), (twin.Observed[0].Value, twin.Simulated[0].Value));
        Assert.Null(await city.Store.Worlds.FindDraftAsync("run-1", None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task From_one_fork_point_see_the_very_same_whatever_arrives_in_between(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(0, 1));
        var first = await city.Store.Worlds.DraftAsync("a", WorldKind.Run, "map-1", new("live", At(60)), Clock.Start, None);
        await city.ObserveAsync("live", Level(30, 2));
        await city.Store.Worlds.DraftAsync("b", WorldKind.Run, "map-1", new("live", first.ForkedAt, first.ForkedUpTo), Clock.Start, None);
        foreach (var name in (string[])["a", "b"])
        {
            await city.Store.Worlds.PublishAsync(name, None);
            Assert.Equal(1, await city.LevelAsync(name));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task By_a_writer_that_was_killed_are_replaced_and_after_a_week_given_up(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        var left = await city.Store.Worlds.DraftAsync("run-1", WorldKind.Run, "map-1", null, Clock.Start, None);
        await city.Store.Journal.AppendAsync(new SimulatedFrame(left.Name, new AssetSet([Tank]), "level", At(0), new float[] { 1 }), None);
        await city.Store.Worlds.DraftAsync("run-1", WorldKind.Run, "map-1", null, Clock.Start, None);
        await city.Store.Worlds.PublishAsync("run-1", None);
        Assert.Equal(0, (await city.Store.Worlds.ContentAsync("run-1", None)).Frames);
        await city.Store.Worlds.DraftAsync("run-2", WorldKind.Run, "map-1", null, Clock.Start, None);
        await city.ReopenAsync();
        Assert.NotNull(await city.Store.Worlds.FindDraftAsync("run-2", None));
        city.Clock.Now = Clock.Start.AddDays(8);
        await city.ReopenAsync();
        Assert.Null(await city.Store.Worlds.FindDraftAsync("run-2", None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Keep_their_parent_and_are_refused_a_name_that_is_taken(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        var worlds = city.Store.Worlds;
        Assert.Equal("There is a world 'live' already.", await RefusalAsync(() => worlds.DraftAsync("live", WorldKind.Run, "map-1", null, Clock.Start, None)));
        Assert.Equal("No world 'run-1' was begun, so none can be published.", await RefusalAsync(() => worlds.PublishAsync("run-1", None)));
        await worlds.DraftAsync("run-1", WorldKind.Run, "map-1", new("live", null), Clock.Start, None);
        Assert.Equal("'live' cannot be deleted: the run that will be 'run-1' starts from it and is still being written.", await RefusalAsync(() => worlds.DeleteAsync("live", None)));
        await worlds.CreateAsync("run-1", "map-1", Clock.Start, None);
        Assert.Equal("There is a world 'run-1' already.", await RefusalAsync(() => worlds.PublishAsync("run-1", None)));
        await worlds.DropDraftAsync("run-1", None);
        await worlds.DeleteAsync("live", None);
    }

    private static async Task<string> RefusalAsync(Func<Task> call) => (await Assert.ThrowsAsync<WorldException>(call)).Message;
}
