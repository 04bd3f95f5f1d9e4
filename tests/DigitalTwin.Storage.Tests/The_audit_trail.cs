using DigitalTwin.Storage.Journal;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class The_audit_trail
{
    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    public static TheoryData<StoreKind, string, string> Changes()
    {
        var changes = new TheoryData<StoreKind, string, string>();
        foreach (var kind in StoreKinds.Here)
        {
            changes.Add(kind, "update audit set actor = 'eve' where number = 4", "Record 4 of the audit trail is not as it was written, or the one before it is not.");
            changes.Add(kind, "delete from audit where number = 3", "Record 3 of the audit trail is missing.");
            changes.Add(kind, "delete from audit where number = 6", "Record 6 of the audit trail is missing.");
            changes.Add(kind, "delete from audit where number = 1", "Record 1 of the audit trail is missing.");
            changes.Add(kind, "update audit set at = at + 1 where number = 1", "Record 1 of the audit trail is not as it was written, or the one before it is not.");
            changes.Add(kind, "insert into audit select 7, at, actor, action, subject, detail, hash from audit where number = 6", "Record 7 of the audit trail is not as it was written, or the one before it is not.");
        }
        return changes;
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Tells_who_did_what_in_order(StoreKind kind)
    {
        await using var city = await WrittenAsync(kind);
        var records = await city.Store.Audit.ReadAsync(2, None).ToListAsync();
        Assert.Equal([2, 3, 4, 5, 6], records.Select(r => r.Number));
        Assert.Equal((At(2), new AuditNote("ann", "alert.acknowledge", "live/water/tank/T-1", "{\"n\":2}")), (records[0].At, records[0].Note));
        Assert.All(records, r => Assert.Matches("^[0-9a-f]{64}$", r.Hash));
        Assert.Null(await city.Store.Audit.VerifyAsync(None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Is_one_chain_when_several_write_it(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await using var other = await city.AnotherAsync();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? city.Store : other).Audit.AppendAsync(new($"a{i}", "b", "c", ""), Clock.Start, None)));
        Assert.Equal(Enumerable.Range(1, 60).Select(i => (long)i), await city.Store.Audit.ReadAsync(1, None).Select(r => r.Number).ToListAsync());
        Assert.Null(await other.Audit.VerifyAsync(None));
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task Shows_when_a_record_was_changed_or_taken_away(StoreKind kind, string change, string sentence)
    {
        await using var city = await WrittenAsync(kind);
        var session = await city.Database.WriteAsync(None);
        await using (session)
        {
            await session.RunAsync(change, None);
            await session.CommitAsync();
        }
        Assert.Equal(sentence, await city.Store.Audit.VerifyAsync(None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Has_no_two_records_with_the_same_bytes(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.Store.Audit.AppendAsync(new("ab", "c", "", ""), Clock.Start, None);
        var first = (await city.Store.Audit.ReadAsync(1, None).SingleAsync()).Hash;
        await using var second = await City.OpenAsync(kind);
        await second.Store.Audit.AppendAsync(new("a", "bc", "", ""), Clock.Start, None);
        Assert.NotEqual(first, (await second.Store.Audit.ReadAsync(1, None).SingleAsync()).Hash);
    }

    private static async Task<City> WrittenAsync(StoreKind kind)
    {
        var city = await City.OpenAsync(kind);
        await city.Store.Audit.AppendAsync(new("bob", "world.create", "live", ""), At(1), None);
        for (var i = 2; i <= 6; i++)
            await city.AppendAsync(new("live", Tank, At(i), [Level(i, i)], Audit: new("ann", "alert.acknowledge", $"live/{Tank}", $"{{\"n\":{i}}}")));
        return city;
    }
}
