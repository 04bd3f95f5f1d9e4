using DigitalTwin.Grains.Clustering;
using Npgsql;
using static NpgsqlTypes.NpgsqlDbType;

namespace DigitalTwin.Cluster.Tests;

/// <summary>What the storage provider asks of the table of states. It takes an answer without a row for a conflict.</summary>
public sealed class GrainStateQueryTests : IAsyncLifetime
{
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
    public async Task A_state_is_written_read_and_rewritten_with_counting_versions()
    {
        Assert.Empty(await Read("P-07"));
        Assert.Equal(1, await Write("P-07", version: null, 10));
        Assert.Equal(2, await Write("P-07", version: 1, 20));
        var row = Assert.Single(await Read("P-07"));
        Assert.Equal(2, row["Version"]);
        Assert.Equal([20], (byte[])row["PayloadBinary"]!);
    }

    [PostgresFact]
    public async Task A_writer_that_has_not_seen_the_newest_version_changes_nothing()
    {
        await Write("P-07", version: null, 10);
        await Write("P-07", version: 1, 20);
        Assert.Null(await Write("P-07", version: 1, 30));
        Assert.Null(await Write("P-07", version: null, 40));
        Assert.Null(await Write("P-08", version: 3, 50));
        Assert.Equal([20], (byte[])Assert.Single(await Read("P-07"))["PayloadBinary"]!);
        Assert.Empty(await Read("P-08"));
    }

    [PostgresFact]
    public async Task Of_first_writers_at_once_one_succeeds()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Write("P-07", version: null, (byte)i)));
        Assert.Equal([1], versions.OfType<int>());
    }

    [PostgresFact]
    public async Task A_cleared_state_keeps_counting_and_can_be_written_again()
    {
        await Write("P-07", version: null, 10);
        Assert.Empty(await Ask("ClearStorageKey", "P-07", ("GrainStateVersion", 9, Integer)));
        Assert.Equal(2, Assert.Single(await Ask("ClearStorageKey", "P-07", ("GrainStateVersion", 1, Integer))).Values.Single());
        var cleared = Assert.Single(await Read("P-07"));
        Assert.Equal((2, null), ((int)cleared["Version"]!, cleared["PayloadBinary"]));
        Assert.Equal(3, await Write("P-07", version: 2, 30));
    }

    [PostgresFact]
    public async Task A_removed_state_is_gone_and_answers_the_version_after_its_last()
    {
        await Write("P-07", version: null, 10);
        Assert.Empty(await Ask("DeleteStorageKey", "P-07", ("GrainStateVersion", 9, Integer)));
        Assert.Equal(2, Assert.Single(await Ask("DeleteStorageKey", "P-07", ("GrainStateVersion", 1, Integer))).Values.Single());
        Assert.Empty(await Read("P-07"));
        Assert.Equal(1, await Write("P-07", version: null, 20));
    }

    [PostgresFact]
    public async Task Grains_whose_hashes_collide_keep_states_of_their_own()
    {
        await Write("P-07", version: null, 7);
        await Write("P-08", version: null, 8);
        await Write(null, version: null, 9);
        Assert.Equal([7], (byte[])Assert.Single(await Read("P-07"))["PayloadBinary"]!);
        Assert.Equal([8], (byte[])Assert.Single(await Read("P-08"))["PayloadBinary"]!);
        Assert.Equal([9], (byte[])Assert.Single(await Read(null))["PayloadBinary"]!);
    }

    [PostgresFact]
    public async Task A_large_state_comes_back_whole()
    {
        var large = new byte[5_000_000];
        for (var i = 0; i < large.Length; i++) large[i] = (byte)(i * 31 >> 3);
        await Write("P-07", version: null, large);
        Assert.Equal(large, (byte[])Assert.Single(await Read("P-07"))["PayloadBinary"]!);
    }

    private Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Read(string? key) => Ask("ReadFromStorageKey", key);

    /// <summary>The new version, or null for a conflict.</summary>
    private async Task<int?> Write(string? key, int? version, params byte[] payload)
    {
        var answer = await Ask("WriteToStorageKey", key, ("GrainStateVersion", version, Integer), ("PayloadBinary", payload, Bytea));
        return answer.Count == 0 ? null : (int?)Assert.Single(answer)["NewGrainStateVersion"];
    }

    /// <summary>Every grain here has the same hashes, so that the rest of the key has to tell them apart.</summary>
    private Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Ask(string query, string? key, params (string, object?, NpgsqlTypes.NpgsqlDbType)[] more) =>
        provider.AskAsync(query, [("GrainIdHash", 17, Integer), ("GrainTypeHash", -4, Integer), ("GrainIdN0", 0L, Bigint), ("GrainIdN1", 0L, Bigint),
            ("GrainTypeString", "twin", Text), ("GrainIdExtensionString", key, Text), ("ServiceId", "city", Text), .. more]);
}
