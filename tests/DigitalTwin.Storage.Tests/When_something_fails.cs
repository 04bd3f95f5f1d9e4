using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Postgres;
using DigitalTwin.Storage.Sqlite;
using Npgsql;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class When_something_fails
{
    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    [Fact]
    public async Task A_full_disk_fails_the_append_and_nothing_of_it_is_there_until_there_is_room_again()
    {
        await using var city = await City.OpenAsync(StoreKind.Sqlite);
        await city.ObserveAsync("live", Level(0, 0));
        await LimitAsync("(select page_count from pragma_page_count) + 4");
        var written = 1;
        var failure = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            for (; written < 10_000; written += 50) await city.ObserveAsync("live", [.. Enumerable.Range(written, 50).Select(i => Level(i, i))]);
        });
        Assert.Contains("the disk is full", failure.Message, StringComparison.Ordinal);
        Assert.Equal(written, (await city.LevelsAsync("live")).Length);
        await Assert.ThrowsAsync<StoreException>(() => city.ObserveAsync("live", [.. Enumerable.Range(20_000, 500).Select(i => Level(i, i))]));
        await LimitAsync("1073741823");
        Assert.True((await city.ObserveAsync("live", Level(written, written)))[0]);
        Assert.Equal(written + 1, (await city.LevelsAsync("live")).Length);
        await city.ReopenAsync();
        Assert.Equal(Enumerable.Range(0, written + 1).Select(i => (double)i), await city.LevelsAsync("live"));

        async Task LimitAsync(string pages)
        {
            using var command = ((SqliteDatabase)city.Database).Writer.CreateCommand();
            command.CommandText = $"SELECT {pages}";
            var most = await command.ExecuteScalarAsync();
            command.CommandText = $"PRAGMA max_page_count = {most}";
            await command.ExecuteScalarAsync();
        }
    }

    [PostgresFact]
    public async Task A_lost_connection_is_opened_anew_and_nothing_is_lost_or_written_twice()
    {
        await using var city = await City.OpenAsync(StoreKind.Postgres);
        await using var observer = await City.OpenAsync(StoreKind.Postgres);
        for (var round = 0; round < 5; round++)
        {
            var pid = ((PostgresDatabase)city.Database).Writer!.ProcessID;
            var appends = Enumerable.Range(200 * round, 200).Select(i => city.AppendAsync(new("live", Tank, Clock.Start, [Level(i, i)], Audit: new("ann", "a", $"{i}", "")))).ToArray();
            var session = await observer.Database.WriteAsync(None);
            await using (session) await session.RunAsync($"select pg_terminate_backend({pid})", None);
            await Task.WhenAll(appends);
        }
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (double)i), await city.LevelsAsync("live"));
        Assert.Equal(1000, await city.Store.Audit.ReadAsync(1, None).Select(r => r.Note.Subject).Distinct().CountAsync());
        Assert.Equal(1000, await city.Store.Audit.ReadAsync(1, None).CountAsync());
        Assert.Null(await city.Store.Audit.VerifyAsync(None));
    }

    [PostgresFact]
    public async Task A_server_that_cannot_be_reached_is_told_with_a_sentence()
    {
        var failure = await Assert.ThrowsAsync<StoreException>(() => PostgresStore.OpenAsync("Host=127.0.0.1;Port=1;Username=twin;Database=nowhere;Timeout=2", new Clock(), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, None));
        Assert.StartsWith("The database 'nowhere' on 127.0.0.1 cannot be opened as a store", failure.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<NpgsqlException>(failure.InnerException);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_given_up_while_it_waits_is_not_written_and_what_is_in_a_group_is(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        var outcomes = new List<(int Number, bool Written)>();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
        {
            using var givingUp = new CancellationTokenSource();
            var append = city.Store.Journal.AppendAsync(new TwinEntry("live", Tank, Clock.Start, [Level(i, i)]), givingUp.Token);
            if (i % 3 == 0) await givingUp.CancelAsync();
            try
            {
                await append;
                lock (outcomes) outcomes.Add((i, true));
            }
            catch (OperationCanceledException)
            {
                lock (outcomes) outcomes.Add((i, false));
            }
        }));
        Assert.Equal(outcomes.Where(o => o.Written).Select(o => (double)o.Number).Order(), await city.LevelsAsync("live"));
        Assert.All(outcomes.Where(o => !o.Written), o => Assert.Equal(0, o.Number % 3));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => city.Store.Journal.AppendAsync(new TwinEntry("live", Tank, Clock.Start, [Level(999, 1)]), new CancellationToken(true)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Closing_writes_what_was_handed_over_and_takes_nothing_more(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        var store = city.Store;
        var appends = Enumerable.Range(0, 2000).Select(i => city.ObserveAsync("live", Level(i, i))).ToArray();
        await city.ReopenAsync();
        Assert.All(await Task.WhenAll(appends), isNew => Assert.True(isNew[0]));
        Assert.Equal(2000, (await city.LevelsAsync("live")).Length);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Journal.AppendAsync(new TwinEntry("live", Tank, Clock.Start, [Level(1, 1)]), None));
        await store.DisposeAsync();
    }
}
