using DigitalTwin.Grains.Clustering;
using Npgsql;
using static NpgsqlTypes.NpgsqlDbType;

namespace DigitalTwin.Cluster.Tests;

public sealed class ReminderQueryTests : IAsyncLifetime
{
    private static readonly DateTime Noon = new(2025, 7, 8, 12, 0, 0, DateTimeKind.Utc);
    private NpgsqlDataSource source = null!;
    private Provider provider = null!;

    public async Task InitializeAsync()
    {
        source = NpgsqlDataSource.Create(await Postgres.NewDatabaseAsync());
        await new ClusterDatabase(source).InitialiseAsync(default);
        provider = new(source);
    }

    public async Task DisposeAsync() => await source.DisposeAsync();

    [PostgresFact]
    public async Task A_reminder_is_kept_renewed_and_read_back()
    {
        Assert.Equal(0, await Keep("P-07", "stale", hash: 5, Noon, 60_000));
        Assert.Equal(1, await Keep("P-07", "stale", hash: 5, Noon.AddHours(1), 120_000L));
        var row = Assert.Single(await provider.AskAsync("ReadReminderRowKey", Service, Grain("P-07"), Name("stale")));
        Assert.Equal(("P-07", "stale", Noon.AddHours(1), 120_000L, 1),
            ((string)row["GrainId"]!, (string)row["ReminderName"]!, (DateTime)row["StartTime"]!, (long)row["Period"]!, (int)row["Version"]!));
        Assert.Empty(await provider.AskAsync("ReadReminderRowKey", Service, Grain("P-07"), Name("other")));
    }

    [PostgresFact]
    public async Task A_period_longer_than_an_integer_of_milliseconds_is_kept()
    {
        await Keep("P-07", "yearly", hash: 5, Noon, 31_536_000_000L);
        Assert.Equal(31_536_000_000L, Assert.Single(await provider.AskAsync("ReadReminderRowsKey", Service, Grain("P-07")))["Period"]);
    }

    [PostgresFact]
    public async Task A_reminder_goes_only_with_the_version_that_was_seen()
    {
        await Keep("P-07", "stale", hash: 5, Noon, 60_000);
        await Keep("P-07", "stale", hash: 5, Noon, 60_000);
        Assert.False(await Remove("P-07", "stale", version: 0));
        Assert.True(await Remove("P-07", "stale", version: 1));
        Assert.False(await Remove("P-07", "stale", version: 1));
    }

    [PostgresFact]
    public async Task An_arc_of_the_ring_leaves_its_begin_out_and_holds_its_end()
    {
        foreach (var hash in new[] { int.MinValue, -7, 0, 7, int.MaxValue }) await Keep($"grain {hash}", "r", hash, Noon, 60_000);
        Assert.Equal([0, 7], await Hashes("ReadRangeRows1Key", begin: -7, end: 7));
        Assert.Equal([int.MinValue, -7, int.MaxValue], await Hashes("ReadRangeRows2Key", begin: 7, end: -7));
        Assert.Equal(5, (await Hashes("ReadRangeRows2Key", begin: 7, end: 7)).Count);
    }

    [PostgresFact]
    public async Task A_service_is_forgotten_without_touching_another()
    {
        await Keep("P-07", "stale", hash: 5, Noon, 60_000);
        await source.ExecuteAsync("INSERT INTO orleans_reminder SELECT 'other', grain_id, reminder_name, grain_hash, start_time, period_ms FROM orleans_reminder");
        await provider.AskAsync("DeleteReminderRowsKey", Service);
        Assert.Equal("other", await source.ScalarAsync<string>("SELECT service_id FROM orleans_reminder"));
    }

    private static (string, object?, NpgsqlTypes.NpgsqlDbType) Service => ("ServiceId", "city", Text);

    private static (string, object?, NpgsqlTypes.NpgsqlDbType) Grain(string id) => ("GrainId", id, Text);

    private static (string, object?, NpgsqlTypes.NpgsqlDbType) Name(string name) => ("ReminderName", name, Text);

    /// <summary>The provider sends a short period as an integer and a long one as a bigint.</summary>
    private Task<int> Keep(string grain, string name, int hash, DateTime start, object period) => provider.AskOneAsync<int>("UpsertReminderRowKey",
        Service, Grain(grain), Name(name), ("GrainHash", hash, Integer), ("StartTime", start, TimestampTz), ("Period", period, period is int ? Integer : Bigint));

    private Task<bool> Remove(string grain, string name, int version) =>
        provider.AskOneAsync<bool>("DeleteReminderRowKey", Service, Grain(grain), Name(name), ("Version", version, Integer));

    private async Task<List<int>> Hashes(string query, int begin, int end) =>
        [.. (await provider.AskAsync(query, Service, ("BeginHash", begin, Integer), ("EndHash", end, Integer)))
            .Select(row => int.Parse(((string)row["GrainId"]!)[6..])).Order()];
}
