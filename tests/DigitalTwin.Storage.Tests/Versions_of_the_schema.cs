using DigitalTwin.Storage.Schema;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class Versions_of_the_schema
{
    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_store_of_a_newer_program_is_refused_with_a_sentence(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1));
        await SetAsync(city, "insert into schema_version values (99, 0)");
        Assert.EndsWith($"has version 99 of the schema, and this program knows versions up to {Migration.Newest}: use the program that wrote it, or a newer one.",
            (await Assert.ThrowsAsync<StoreException>(city.AnotherAsync)).Message, StringComparison.Ordinal);
        await SetAsync(city, "delete from schema_version where version = 99");
        await city.ReopenAsync();
        Assert.Equal(1, await city.LevelAsync("live"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Is_reached_once_however_many_open_an_empty_place_at_the_same_time(StoreKind kind)
    {
        await using var city = await City.EmptyAsync(kind);
        var session = await city.Database.WriteAsync(None);
        await using (session)
        {
            foreach (var table in Tables.Names.Append("schema_version")) await session.RunAsync($"drop table {table}", None);
            await session.CommitAsync();
        }
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(city.AnotherAsync)));
        await stores[0].Worlds.CreateAsync("live", "m", Clock.Start, None);
        Assert.NotNull(await stores[3].Worlds.FindAsync("live", None));
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task A_file_that_is_something_else_is_refused_with_a_sentence()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("twin-store-").FullName, "notes.txt");
        await File.WriteAllTextAsync(file, new string('x', 5000));
        var refused = await Assert.ThrowsAsync<StoreException>(() => SqliteStore.OpenAsync(file, new Clock(), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, None));
        Assert.Equal($"'{file}' is not a store of twins: it is no SQLite file.", refused.Message);
        Assert.Equal(5000, new FileInfo(file).Length);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static async Task SetAsync(City city, string sql)
    {
        var session = await city.Database.WriteAsync(None);
        await using (session)
        {
            await session.RunAsync(sql, None);
            await session.CommitAsync();
        }
    }
}
