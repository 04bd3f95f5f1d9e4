namespace DigitalTwin.Cli.Tests;

public sealed class SentenceTests : IDisposable
{
    private readonly SmallTown town = new();

    [Fact]
    public async Task An_unknown_command_gets_a_sentence_and_exit_code_2()
    {
        var (code, _, error) = await SmallTown.TwinAsync("rum", "x.yaml");
        Assert.Equal(2, code);
        Assert.Contains("'rum'", error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'run'?", error, StringComparison.Ordinal);
        Assert.Contains("Try: twin --help", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("two")]
    public async Task Threads_are_a_whole_number_from_1(string threads)
    {
        var (code, _, error) = await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--threads", threads);
        Assert.Equal(2, code);
        Assert.Contains(threads, error, StringComparison.Ordinal);
        Assert.Contains("Try: twin run --help", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_of_a_scenario_is_said_at_once_and_nothing_is_written()
    {
        var path = town.Scenario("bad.yaml", SmallTown.Burst.Replace("water/pipe/P2, opening: 50 mm", "water/pipe/P9, opening: 50 L/s", StringComparison.Ordinal)
            .Replace("water.unserved", "water.unservd", StringComparison.Ordinal));
        var (code, _, error) = await SmallTown.TwinAsync("run", path, "--out", town.At("out"));
        Assert.Equal(2, code);
        Assert.False(Directory.Exists(town.At("out")));
        Assert.Contains("Did you mean 'water/pipe/P", error, StringComparison.Ordinal);
        Assert.Contains("'water.unserved'", error, StringComparison.Ordinal);
        Assert.Contains("L/s", error, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:8:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_variant_gets_the_nearest_name()
    {
        var (code, _, error) = await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--out", town.At("out"), "--variant", "isolate");
        Assert.Equal(2, code);
        Assert.Contains("The scenario has no variant 'isolate'; it has left, isolated. Did you mean 'isolated'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_said_to_be_missing()
    {
        var (code, _, error) = await SmallTown.TwinAsync("run", town.At("nowhere.yaml"));
        Assert.Equal(2, code);
        Assert.Contains("nowhere.yaml", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validation_reads_scenarios_maps_and_networks()
    {
        var (code, output, _) = await SmallTown.TwinAsync("validate", town.Folder, town.At("map"), town.At("map/network.inp"));
        Assert.Equal(0, code);
        Assert.Equal(3, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(l => l.Contains(": good", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_command_in_SOURCE_md_gives_the_bytes_of_the_committed_map()
    {
        var (code, output, error) = await SmallTown.TwinAsync(
            "map", "synthesize", "--name", "optics-valley", "--seed", "20250708", "--size", "800", "--at", "114.4,30.5", "--title", "Optics Valley", "--title-zh", "光谷片区", "--out", town.At("again"));
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("800 junctions", output, StringComparison.Ordinal);
        var committed = Path.Combine(Repository.Root, "maps", "optics-valley");
        foreach (var file in Directory.EnumerateFiles(committed).Select(Path.GetFileName))
            Assert.Equal(File.ReadAllBytes(Path.Combine(committed, file!)), File.ReadAllBytes(town.At("again/" + file)));
        Assert.Contains("--name optics-valley --seed 20250708 --size 800 --at 114.4,30.5 --title \"Optics Valley\"", File.ReadAllText(town.At("again/SOURCE.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_is_imported_looked_at_and_never_overwritten()
    {
        var import = new[] { "map", "import", "--water", town.At("map/network.inp"), "--at", "114.4,30.5", "--out", town.At("imported") };
        Assert.Equal(0, (await SmallTown.TwinAsync(import)).Code);
        var (code, output, _) = await SmallTown.TwinAsync("map", "info", town.At("imported"));
        Assert.Equal(0, code);
        Assert.Contains("water/pipe", output, StringComparison.Ordinal);
        Assert.Equal(2, (await SmallTown.TwinAsync(import)).Code);
        Assert.Equal(2, (await SmallTown.TwinAsync("map", "info", town.At("nowhere"))).Code);
        Assert.Equal(2, (await SmallTown.TwinAsync("map", "import", "--water", town.At("map/network.inp"), "--at", "north", "--out", town.At("x"))).Code);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task A_network_is_solved_into_two_tables_at_its_report_times(string threads)
    {
        var (code, output, error) = await SmallTown.TwinAsync("water", "solve", town.At("map/network.inp"), "--out", town.At("solved"), "--threads", threads, "--json");
        Assert.Equal((0, ""), (code, error));
        var summary = System.Text.Json.JsonDocument.Parse(output).RootElement;
        Assert.Equal(4, summary.GetProperty("junctions").GetInt32());
        Assert.True(summary.GetProperty("solving-ms").GetDouble() > 0);
        var nodes = File.ReadAllLines(town.At("solved/nodes.csv"));
        Assert.Equal("time_s,id,head_m,pressure_m,demand_m3s", nodes[0]);
        Assert.Equal(1 + 25 * 6, nodes.Length);
        Assert.Equal(1 + 25 * 6, File.ReadAllLines(town.At("solved/links.csv")).Length);
    }

    [Fact]
    public async Task Comparing_what_is_no_run_gets_a_sentence()
    {
        var (code, _, error) = await SmallTown.TwinAsync("compare", town.At("map"));
        Assert.Equal(2, code);
        Assert.Contains("The folder holds no run", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_explanation_and_the_schema_are_printed()
    {
        Assert.Contains("isolate", (await SmallTown.TwinAsync("scenario", "explain", town.At("burst.yaml"))).Out, StringComparison.Ordinal);
        Assert.Contains("$schema", (await SmallTown.TwinAsync("scenario", "schema")).Out, StringComparison.Ordinal);
    }

    public void Dispose() => town.Dispose();
}
