using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Grains.Tests.Starting;
using DigitalTwin.Grains.Worlds;

namespace DigitalTwin.Grains.Tests.Worlds;

public class MapShelfTests
{
    [Fact]
    public async Task A_map_is_found_by_its_hash_wherever_its_folder_went()
    {
        await using var city = await TestCity.StartAsync();
        var cache = Path.Combine(city.Folder, "maps");
        await new MapShelf(city.Store.Documents, cache).KeepAsync(LivedCity.City, default);
        // Another process, with nothing but the store.
        var found = await new MapShelf(city.Store.Documents, cache).FindAsync(LivedCity.City.ContentHash, default);
        Assert.Equal(LivedCity.City.Assets.Count, found!.City!.Assets.Count);
        Assert.True(found.Has("water/tank/T-1"));
        Assert.Null(await new MapShelf(city.Store.Documents, cache).FindAsync("unknown", default));
        Assert.Equal("optics-valley", await new MapShelf(city.Store.Documents, cache).NameAsync(LivedCity.City.ContentHash, default));
    }

    [Fact]
    public async Task A_cache_that_was_tampered_with_is_made_anew_and_a_store_that_was_is_refused()
    {
        await using var city = await TestCity.StartAsync();
        var (cache, hash) = (Path.Combine(city.Folder, "maps"), LivedCity.City.ContentHash);
        var shelf = new MapShelf(city.Store.Documents, cache);
        await shelf.KeepAsync(LivedCity.City, default);
        await new MapShelf(city.Store.Documents, cache).FindAsync(hash, default);
        await File.AppendAllTextAsync(Path.Combine(cache, hash, "population.csv"), "J-0001,1\n");
        Assert.NotNull(await new MapShelf(city.Store.Documents, cache).FindAsync(hash, default));
        Assert.Equal(hash, Cities.City.Load(Path.Combine(cache, hash)).ContentHash);

        var listing = (await city.Store.Documents.ReadAsync("map", hash, default))!;
        var other = await city.Store.Documents.KeepAsync("name: other\n"u8.ToArray(), default);
        var text = System.Text.RegularExpressions.Regex.Replace(System.Text.Encoding.UTF8.GetString(listing.Content), "(\"city.yaml\":\")[0-9a-f]+", "${1}" + other);
        await city.Store.Documents.WriteAsync("map", hash, System.Text.Encoding.UTF8.GetBytes(text), listing.Etag, default);
        Directory.Delete(cache, true);
        await Assert.ThrowsAsync<WorldException>(() => new MapShelf(city.Store.Documents, cache).FindAsync(hash, default).AsTask());
    }
}
