namespace DigitalTwin.Cli.Tests;

public sealed class ClusterTests : IDisposable
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Database=twin;Username=twin";

    private readonly SmallTown town = new();

    [Fact]
    public async Task The_version_says_which_Orleans_is_inside()
    {
        var (code, output, _) = await SmallTown.TwinAsync("--version");
        Assert.Equal(0, code);
        Assert.Matches(@"^twin \d+\.\d+\.\d+\S* \((DigitalTwin\.Orleans\.InProcess|Orleans\.Core\.Abstractions) \d+\.\d+\.\d+\S*\)\s*$", output);
    }

    [InProcessFact]
    public async Task The_in_process_binding_refuses_clusters_before_anything_is_opened()
    {
        foreach (var command in (string[][])[["silo"], ["run", town.At("burst.yaml"), "--out", town.At("out")]])
        {
            var (code, _, error) = await SmallTown.TwinAsync([.. command, "--cluster", Nowhere]);
            Assert.Equal(2, code);
            Assert.Contains("-p:OrleansBinding=Package", error, StringComparison.Ordinal);
        }
        Assert.False(Directory.Exists(town.At("out")));
    }

    [Fact]
    public async Task A_silo_without_a_cluster_and_a_database_that_is_none_get_sentences()
    {
        var (code, _, error) = await SmallTown.TwinAsync("silo");
        Assert.Equal(2, code);
        Assert.Contains("name its PostgreSQL database with --cluster", error, StringComparison.Ordinal);
        (code, _, error) = await SmallTown.TwinAsync("silo", "init", "--cluster", Nowhere);
        Assert.Equal(2, code);
        Assert.Contains("The database cannot be reached", error, StringComparison.Ordinal);
        (code, _, error) = await SmallTown.TwinAsync("silo", "--cluster", "Host=x;Pasword=y");
        Assert.Equal(2, code);
        Assert.DoesNotContain("Pasword=y", error, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_database_is_made_ready_once_and_found_ready_after()
    {
        var database = PostgresServer.Instance.NewDatabase();
        var (code, output, error) = await SmallTown.TwinAsync("silo", "init", "--cluster", database);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("The database is ready for a cluster: applied", output, StringComparison.Ordinal);
        Assert.Contains("The store is ready.", output, StringComparison.Ordinal);
        (code, output, _) = await SmallTown.TwinAsync("silo", "init", "--cluster", database);
        Assert.Equal(0, code);
        Assert.Contains("nothing had to be changed", output, StringComparison.Ordinal);
    }

    [ClusterFact]
    public async Task A_cluster_comes_to_the_same_bits_though_one_of_its_silos_is_killed()
    {
        if (OperatingSystem.IsWindows()) return;
        var database = PostgresServer.Instance.NewDatabase();
        Assert.Equal(0, (await SmallTown.TwinAsync("silo", "init", "--cluster", database)).Code);
        var scenario = town.Scenario("long.yaml", SmallTown.Burst.Replace("duration: 12 h", "duration: 60 d", StringComparison.Ordinal));
        Assert.Equal(0, (await SmallTown.TwinAsync("run", scenario, "--out", town.At("alone"))).Code);

        using var first = TwinProcess.Start("silo", "--cluster", database);
        using var second = TwinProcess.Start("silo", "--cluster", database);
        await first.SaysAsync("is in the cluster");
        await second.SaysAsync("is in the cluster");
        using var run = TwinProcess.Start("run", scenario, "--cluster", database, "--out", town.At("together"), "--checkpoint", "1 s");
        await run.UntilAsync(() => Directory.Exists(town.At("together")) && Directory.EnumerateFiles(town.At("together"), "results.gpkg", SearchOption.AllDirectories).Any());
        first.Signal("KILL");
        Assert.Equal(0, await run.ExitAsync());
        Assert.Equal(town.Hashes("alone"), town.Hashes("together"));

        second.Signal("INT");
        Assert.Equal(0, await second.ExitAsync());
    }

    public void Dispose() => town.Dispose();
}
