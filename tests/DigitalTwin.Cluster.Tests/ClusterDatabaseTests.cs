using DigitalTwin.Grains.Clustering;
using DigitalTwin.Numerics.Diagnostics;
using Npgsql;

namespace DigitalTwin.Cluster.Tests;

public sealed class ClusterDatabaseTests : IAsyncLifetime
{
    private NpgsqlDataSource source = null!;

    private ClusterDatabase Database => new(source);

    public async Task InitializeAsync() => source = NpgsqlDataSource.Create(await Postgres.NewDatabaseAsync());

    public async Task DisposeAsync() => await source.DisposeAsync();

    [PostgresFact]
    public async Task A_fresh_database_gets_every_table_and_query_and_then_nothing_more()
    {
        var first = await Database.InitialiseAsync(default);
        Assert.Equal(["01-membership", "02-grain-state", "03-reminders"], first.Steps);
        Assert.Equal(20, first.Queries);
        await Database.RequireReadyAsync(default);

        var second = await Database.InitialiseAsync(default);
        Assert.Empty(second.Steps);
        Assert.Equal(0, second.Queries);
        Assert.Equal("The database is ready for a cluster; nothing had to be changed.", second.ToString());
    }

    [PostgresFact]
    public async Task Of_four_initialisers_at_once_one_does_the_work()
    {
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Database.InitialiseAsync(default)));
        Assert.Single(reports, report => report.Steps.Count == 3 && report.Queries == 20);
        Assert.Equal(3, reports.Count(report => report is { Steps.Count: 0, Queries: 0 }));
    }

    [PostgresFact]
    public async Task A_query_of_an_older_version_is_renewed_and_state_is_kept()
    {
        await Database.InitialiseAsync(default);
        await source.ExecuteAsync("UPDATE OrleansQuery SET QueryText = 'SELECT 1' WHERE QueryKey = 'ReadFromStorageKey'; INSERT INTO orleans_deployment VALUES ('kept', 7)");
        var report = await Database.InitialiseAsync(default);
        Assert.Equal("The database is ready for a cluster: renewed 1 query.", report.ToString());
        Assert.Equal(7, await source.ScalarAsync<int>("SELECT version FROM orleans_deployment WHERE deployment_id = 'kept'"));
    }

    [PostgresFact]
    public async Task Before_the_initialiser_has_run_a_silo_is_told_to_run_it()
    {
        var refused = await Assert.ThrowsAsync<InputException>(() => Database.RequireReadyAsync(default));
        Assert.Contains("lacks the table OrleansQuery. Run 'twin silo init'", refused.Message);
    }

    [PostgresFact]
    public async Task Tables_of_other_scripts_serve_as_they_are_when_they_are_complete()
    {
        await Database.InitialiseAsync(default);
        await source.ExecuteAsync("DROP TABLE orleans_schema_step; UPDATE OrleansQuery SET QueryText = 'SELECT 42'");
        var report = await Database.InitialiseAsync(default);
        Assert.True(report.Foreign);
        Assert.Equal(20, await source.ScalarAsync<long>("SELECT count(*) FROM OrleansQuery WHERE QueryText = 'SELECT 42'"));
    }

    [PostgresFact]
    public async Task Tables_of_other_scripts_that_lack_queries_are_refused_with_their_names()
    {
        await source.ExecuteAsync("CREATE TABLE OrleansQuery (QueryKey varchar(64), QueryText varchar(8000)); INSERT INTO OrleansQuery VALUES ('GatewaysQueryKey', 'SELECT 1')");
        var refused = await Assert.ThrowsAsync<InputException>(() => Database.InitialiseAsync(default));
        Assert.Contains("lacks the query 'CleanupDefunctSiloEntriesKey', the query 'ClearStorageKey'", refused.Message);
        Assert.DoesNotContain("GatewaysQueryKey", refused.Message);
        Assert.Equal(1, await source.ScalarAsync<long>("SELECT count(*) FROM OrleansQuery"));
    }

    [PostgresFact]
    public async Task A_database_of_a_newer_program_is_left_alone()
    {
        await Database.InitialiseAsync(default);
        await source.ExecuteAsync("INSERT INTO orleans_schema_step (name) VALUES ('99-from-the-future'); DELETE FROM OrleansQuery WHERE QueryKey = 'ClearStorageKey'");
        var refused = await Assert.ThrowsAsync<InputException>(() => Database.InitialiseAsync(default));
        Assert.Contains("newer version of this program: it has the step '99-from-the-future'", refused.Message);
        Assert.Equal(19, await source.ScalarAsync<long>("SELECT count(*) FROM OrleansQuery"));
    }

    [PostgresFact]
    public async Task A_role_that_may_not_create_tables_hears_so_and_leaves_nothing_behind()
    {
        var guest = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        guest.Username = $"guest_of_{guest.Database}"; // roles belong to the server, not to the database
        await source.ExecuteAsync($"CREATE ROLE {guest.Username} LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        await using var guests = NpgsqlDataSource.Create(guest);
        var refused = await Assert.ThrowsAsync<InputException>(() => new ClusterDatabase(guests).InitialiseAsync(default));
        Assert.Contains("PostgreSQL refuses: permission denied for schema public (SQLSTATE 42501).", refused.Message);
    }

    [PostgresFact]
    public async Task A_server_that_is_not_there_is_named_without_the_password()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=twin;Password=hunter2");
        var refused = await Assert.ThrowsAsync<InputException>(() => new ClusterDatabase(nowhere).InitialiseAsync(default));
        Assert.Contains("The database cannot be reached: ", refused.Message);
        Assert.DoesNotContain("hunter2", refused.Message);
    }
}
