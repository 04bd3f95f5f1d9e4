using System.Text;
using DigitalTwin.Storage.Documents;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class Documents_and_contents
{
    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_document_is_written_only_by_who_has_seen_it_as_it_is(StoreKind kind)
    {
        await using var city = await City.EmptyAsync(kind);
        var shelf = city.Store.Documents;
        var first = await shelf.WriteAsync("run", "a", "1"u8.ToArray(), null, None);
        var second = await shelf.WriteAsync("run", "a", "2"u8.ToArray(), first, None);
        var conflict = await Assert.ThrowsAsync<DocumentConflictException>(() => shelf.WriteAsync("run", "a", "3"u8.ToArray(), first, None));
        Assert.Equal(("The run 'a' has been written by somebody else since it was read.", second, first), (conflict.Message, conflict.StoredEtag, conflict.GivenEtag));
        Assert.Equal("There is a run 'a' already.", (await Assert.ThrowsAsync<DocumentConflictException>(() => shelf.WriteAsync("run", "a", "3"u8.ToArray(), null, None))).Message);
        Assert.Equal("The run 'b' is not there any more.", (await Assert.ThrowsAsync<DocumentConflictException>(() => shelf.WriteAsync("run", "b", "3"u8.ToArray(), first, None))).Message);
        await city.ReopenAsync();
        var read = await city.Store.Documents.ReadAsync("run", "a", None);
        Assert.Equal(("2", second), (Encoding.UTF8.GetString(read!.Content), read.Etag));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_etag_never_comes_back(StoreKind kind)
    {
        await using var city = await City.EmptyAsync(kind);
        var shelf = city.Store.Documents;
        var first = await shelf.WriteAsync("run", "a", "1"u8.ToArray(), null, None);
        await Assert.ThrowsAsync<DocumentConflictException>(() => shelf.RemoveAsync("run", "a", null, None));
        await shelf.RemoveAsync("run", "a", first, None);
        Assert.Null(await shelf.ReadAsync("run", "a", None));
        Assert.NotEqual(first, await shelf.WriteAsync("run", "a", "1"u8.ToArray(), null, None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Of_many_writers_of_one_etag_one_wins(StoreKind kind)
    {
        await using var city = await City.EmptyAsync(kind);
        await using var other = await city.AnotherAsync();
        var etag = await city.Store.Documents.WriteAsync("grain", "x", "0"u8.ToArray(), null, None);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try
            {
                await (i % 2 == 0 ? city.Store : other).Documents.WriteAsync("grain", "x", new[] { (byte)i }, etag, None);
                return i;
            }
            catch (DocumentConflictException)
            {
                return -1;
            }
        }));
        Assert.Equal(new[] { (byte)Assert.Single(outcomes, o => o >= 0) }, (await other.Documents.ReadAsync("grain", "x", None))!.Content);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Documents_of_a_kind_come_by_key(StoreKind kind)
    {
        await using var city = await City.EmptyAsync(kind);
        foreach (var key in (string[])["b", "a", "Z", "晚"]) await city.Store.Documents.WriteAsync("run", key, Encoding.UTF8.GetBytes(key), null, None);
        await city.Store.Documents.WriteAsync("grain", "c", default, null, None);
        Assert.Equal(["Z", "a", "b", "晚"], await city.Store.Documents.ListAsync("run", None).Select(d => d.Key).ToListAsync());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_content_is_found_by_its_hash_whatever_its_length(StoreKind kind)
    {
        await using var city = await City.EmptyAsync(kind);
        foreach (var length in (int[])[0, 1, 1 << 20, (1 << 20) + 1, 3_000_000])
        {
            var content = new byte[length];
            new Random(length).NextBytes(content);
            var hash = await city.Store.Documents.KeepAsync(content, None);
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), hash);
            Assert.Equal(hash, await city.Store.Documents.KeepAsync(content, None));
            Assert.Equal(content, await city.Store.Documents.ContentAsync(hash, None));
            await city.Store.Documents.ForgetAsync(hash, None);
            await city.Store.Documents.ForgetAsync(hash, None);
            Assert.Null(await city.Store.Documents.ContentAsync(hash, None));
        }
    }
}
