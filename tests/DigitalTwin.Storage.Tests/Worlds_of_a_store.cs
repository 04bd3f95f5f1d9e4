using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Worlds;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class Worlds_of_a_store
{
    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Are_listed_by_name_with_what_they_are(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1));
        await city.ForkAsync("a-run", "live", 5, WorldKind.Run);
        await city.ReopenAsync();
        var worlds = await city.Store.Worlds.ListAsync(None);
        Assert.Equal(["a-run", "live"], worlds.Select(w => w.Name));
        Assert.Equal(new World("live", WorldKind.Live, "map-1", null, null, null, Clock.Start), worlds[1]);
        Assert.Equal(("live", At(5), "map-1", WorldKind.Run), (worlds[0].Parent, worlds[0].ForkedAt, worlds[0].Map, worlds[0].Kind));
        Assert.Null(await city.Store.Worlds.FindAsync("nowhere", None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Have_names_of_small_letters_digits_hyphens_and_dots(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        foreach (var name in (string[])["", "Live", "a/b", "a b", "-a", new string('a', 65), "晚", "a\0"])
            Assert.EndsWith("at most 64 characters.", (await Assert.ThrowsAsync<WorldException>(() => city.Store.Worlds.CreateAsync(name, "m", Clock.Start, None))).Message, StringComparison.Ordinal);
        Assert.Equal("There is a world 'live' already.", (await Assert.ThrowsAsync<WorldException>(() => city.ForkAsync("live", "live"))).Message);
        Assert.Equal("There is no world 'life'. Did you mean 'live'?", (await Assert.ThrowsAsync<WorldException>(() => city.ForkAsync("b", "life"))).Message);
        Assert.Single(await city.Store.Worlds.ListAsync(None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Say_what_they_hold_of_their_own(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        Assert.Equal(new WorldContent(0, 0, 0, 0, null, null), await city.Store.Worlds.ContentAsync("live", None));
        await city.ObserveAsync("live", Level(3, 1), Level(1, 1), Level(1, 1));
        await city.AppendAsync(new("live", Lot, Clock.Start, [], [What_a_fork_sees.TankAlert("full", 2) with { Asset = Lot }]));
        await city.ForkAsync("fork", "live");
        await city.Store.Journal.AppendAsync(new SimulatedFrame("fork", new([Tank, Lot]), "level", At(30), new float[] { 1, 2 }), None);
        Assert.Equal(new WorldContent(2, 1, 1, 0, At(1), At(3)), await city.Store.Worlds.ContentAsync("live", None));
        Assert.Equal(new WorldContent(0, 2, 0, 1, At(30), At(30)), await city.Store.Worlds.ContentAsync("fork", None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Go_with_all_they_do_not_share(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1));
        await city.ForkAsync("fork", "live");
        await city.ForkAsync("fork.fork", "fork");
        await city.ObserveAsync("fork", Level(2, 2));
        await city.Store.Journal.AppendAsync(new SimulatedFrame("fork", new([Tank]), "level", At(30), new float[] { 1 }), None);
        Assert.Equal("'fork' cannot be deleted: 'fork.fork' was forked from it and shares what it holds. Delete that first.",
            (await Assert.ThrowsAsync<WorldException>(() => city.Store.Worlds.DeleteAsync("fork", None))).Message);
        await city.Store.Worlds.DeleteAsync("fork.fork", None);
        await city.Store.Worlds.DeleteAsync("fork", None);
        Assert.Equal(1, await city.LevelAsync("live"));
        await Assert.ThrowsAsync<WorldException>(() => city.LevelAsync("fork"));
        await Assert.ThrowsAsync<WorldException>(() => city.ObserveAsync("fork", Level(3, 3)));

        await city.ForkAsync("fork", "live");
        Assert.Equal(1, await city.LevelAsync("fork"));
        Assert.Equal(new WorldContent(0, 0, 0, 0, null, null), await city.Store.Worlds.ContentAsync("fork", None));
        await city.Store.BackupAsync(city.File("b.db"), None);
        Assert.Equal((1, 0), (await RowsAsync("history"), await RowsAsync("frame")));

        async Task<long> RowsAsync(string table)
        {
            var session = Backup.BackupFile.Open(city.File("b.db"));
            await using (session) return await session.FirstAsync($"select count(*) from {table}", r => r.GetInt64(0), None);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Half_deleted_when_a_process_was_killed_are_taken_away_by_the_next(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1));
        await city.ForkAsync("fork", "live");
        await city.ObserveAsync("fork", Level(2, 2), Level(3, 3));
        var session = await city.Database.WriteAsync(None);
        await using (session)
        {
            // All that a deletion has done before its first piece.
            await session.RunAsync("update world set name = null where name = 'fork'", None);
            await session.CommitAsync();
        }
        await city.ReopenAsync();
        Assert.Single(await city.Store.Worlds.ListAsync(None));
        await ((CityStore)city.Store).Sweeping;
        var reader = await city.Database.ReadAsync(None);
        await using (reader) Assert.Equal((1, 1), (await reader.FirstAsync("select count(*) from history", r => r.GetInt64(0), None), await reader.FirstAsync("select count(*) from world", r => r.GetInt64(0), None)));
        Assert.Equal(1, await city.LevelAsync("live"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Made_by_another_process_are_seen(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await using var other = await city.AnotherAsync();
        await city.ObserveAsync("live", Level(1, 1));
        await other.Worlds.ForkAsync("fork", "live", null, WorldKind.Fork, Clock.Start, None);
        Assert.True((await city.ObserveAsync("fork", Level(2, 2)))[0]);
        Assert.False((await other.Journal.AppendAsync(new TwinEntry("fork", Tank, Clock.Start, [Level(2, 2)]), None))[0]);
        await other.Worlds.DeleteAsync("fork", None);
        await Assert.ThrowsAsync<WorldException>(() => city.ObserveAsync("fork", Level(3, 3)));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? city.Store : other).Journal.AppendAsync(new TwinEntry("live", $"road/link/{i / 4}", Clock.Start, [Level(i, i, asset: $"road/link/{i / 4}")]), None)));
        Assert.Equal(201, (await other.Worlds.ContentAsync("live", None)).Observations);
        Assert.Equal(51, await other.History.NewestAsync("live", null, None).CountAsync());
    }
}
