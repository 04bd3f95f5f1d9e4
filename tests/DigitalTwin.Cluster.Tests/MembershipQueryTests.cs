using DigitalTwin.Grains.Clustering;
using Npgsql;
using static NpgsqlTypes.NpgsqlDbType;

namespace DigitalTwin.Cluster.Tests;

/// <summary>What a silo asks of the membership tables. Status numbers are Orleans': 2 joining, 3 active, 6 dead.</summary>
public sealed class MembershipQueryTests : IAsyncLifetime
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
    public async Task A_deployment_is_founded_once()
    {
        Assert.True(await Found());
        Assert.False(await Found());
        var row = Assert.Single(await All());
        Assert.Equal(0, row["Version"]);
        Assert.Null(row["StartTime"]);
    }

    [PostgresFact]
    public async Task A_silo_joins_only_with_the_version_that_the_table_has()
    {
        await Found();
        Assert.False(await Join(port: 1, version: 5));
        Assert.True(await Join(port: 1, version: 0));
        Assert.False(await Join(port: 2, version: 0));
        Assert.True(await Join(port: 2, version: 1));
        var rows = await All();
        Assert.Equal([1, 2], rows.Select(row => (int)row["Port"]!).Order());
        Assert.All(rows, row => Assert.Equal(2, row["Version"]));
    }

    [PostgresFact]
    public async Task The_same_silo_does_not_join_twice_and_the_version_stays()
    {
        await Found();
        await Join(port: 1, version: 0);
        Assert.False(await Join(port: 1, version: 1));
        Assert.Equal(1, (await All())[0]["Version"]);
    }

    [PostgresFact]
    public async Task Of_silos_that_join_at_once_with_one_version_one_succeeds()
    {
        await Found();
        var joined = await Task.WhenAll(Enumerable.Range(1, 12).Select(port => Join(port, version: 0)));
        Assert.Single(joined, true);
        Assert.Equal(1, Assert.Single(await All())["Version"]);
    }

    [PostgresFact]
    public async Task Of_two_verdicts_on_a_silo_the_one_that_has_seen_less_is_refused()
    {
        await Found();
        await Join(port: 1, version: 0);
        Assert.True(await Judge(port: 1, status: 3, suspects: null, version: 1));
        Assert.False(await Judge(port: 1, status: 6, suspects: "late", version: 1));
        Assert.True(await Judge(port: 1, status: 6, suspects: "127.0.0.1:2@1,now", version: 2));
        var row = Assert.Single(await All());
        Assert.Equal((6, "127.0.0.1:2@1,now", 3), ((int)row["Status"]!, (string)row["SuspectTimes"]!, (int)row["Version"]!));
    }

    [PostgresFact]
    public async Task A_verdict_on_an_unknown_silo_counts_nothing_up()
    {
        await Found();
        Assert.False(await Judge(port: 9, status: 6, suspects: null, version: 0));
        Assert.Equal(0, Assert.Single(await All())["Version"]);
    }

    [PostgresFact]
    public async Task A_sign_of_life_leaves_the_version_as_it_is()
    {
        await Found();
        await Join(port: 1, version: 0);
        await provider.AskAsync("UpdateIAmAlivetimeKey", [Deployment, .. Silo(1), ("IAmAliveTime", Noon.AddMinutes(3), TimestampTz)]);
        var row = Assert.Single(await All());
        Assert.Equal((Noon.AddMinutes(3), 1), ((DateTime)row["IAmAliveTime"]!, (int)row["Version"]!));
    }

    [PostgresFact]
    public async Task One_silo_is_read_with_the_version_and_an_unknown_one_gives_the_version_alone()
    {
        await Found();
        await Join(port: 1, version: 0);
        var known = Assert.Single(await provider.AskAsync("MembershipReadRowKey", [Deployment, .. Silo(1)]));
        Assert.Equal(("127.0.0.1", 7, "silo-1", "here", 2, 101, Noon), ((string)known["Address"]!, (int)known["Generation"]!, (string)known["SiloName"]!,
            (string)known["HostName"]!, (int)known["Status"]!, (int)known["ProxyPort"]!, (DateTime)known["StartTime"]!));
        var unknown = Assert.Single(await provider.AskAsync("MembershipReadRowKey", [Deployment, .. Silo(2)]));
        Assert.Equal((1, null), ((int)unknown["Version"]!, unknown["StartTime"]));
    }

    [PostgresFact]
    public async Task Clients_see_active_silos_that_have_a_gateway()
    {
        await Found();
        for (var port = 1; port <= 3; port++) await Join(port, version: port - 1);
        await Judge(port: 2, status: 3, suspects: null, version: 3);
        await source.ExecuteAsync("UPDATE orleans_silo SET status = 3, proxy_port = 0 WHERE port = 3");
        var gateway = Assert.Single(await provider.AskAsync("GatewaysQueryKey", Deployment, ("Status", 3, Integer)));
        Assert.Equal(("127.0.0.1", 102, 7), ((string)gateway["Address"]!, (int)gateway["ProxyPort"]!, (int)gateway["Generation"]!));
    }

    [PostgresFact]
    public async Task Only_the_long_dead_are_swept_out()
    {
        await Found();
        for (var port = 1; port <= 3; port++) await Join(port, version: port - 1);
        await Judge(port: 1, status: 6, suspects: null, version: 3);
        await source.ExecuteAsync("UPDATE orleans_silo SET status = 6, i_am_alive_time = '2025-07-09 12:00Z' WHERE port = 2");
        await provider.AskAsync("CleanupDefunctSiloEntriesKey", Deployment, ("IAmAliveTime", Noon.AddHours(1), TimestampTz));
        Assert.Equal([2, 3], (await All()).Select(row => (int)row["Port"]!).Order());
        await provider.AskAsync("DeleteMembershipTableEntriesKey", Deployment);
        Assert.Empty(await All());
    }

    private static (string, object?, NpgsqlTypes.NpgsqlDbType) Deployment => ("DeploymentId", "city", Text);

    private static (string, object?, NpgsqlTypes.NpgsqlDbType)[] Silo(int port) =>
        [("Address", "127.0.0.1", Text), ("Port", port, Integer), ("Generation", 7, Integer)];

    private Task<bool> Found() => provider.AskOneAsync<bool>("InsertMembershipVersionKey", Deployment);

    private Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> All() => provider.AskAsync("MembershipReadAllKey", Deployment);

    private Task<bool> Join(int port, int version) => provider.AskOneAsync<bool>("InsertMembershipKey", [Deployment, .. Silo(port),
        ("SiloName", $"silo-{port}", Text), ("HostName", "here", Text), ("Status", 2, Integer), ("ProxyPort", 100 + port, Integer),
        ("StartTime", Noon, TimestampTz), ("IAmAliveTime", Noon, TimestampTz), ("Version", version, Integer)]);

    private Task<bool> Judge(int port, int status, string? suspects, int version) => provider.AskOneAsync<bool>("UpdateMembershipKey", [Deployment, .. Silo(port),
        ("Status", status, Integer), ("SuspectTimes", suspects, Text), ("IAmAliveTime", Noon, TimestampTz), ("Version", version, Integer)]);
}
