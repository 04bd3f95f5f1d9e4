using System.Diagnostics;

namespace DigitalTwin.Cli.Tests;

public sealed class RunTests : IDisposable
{
    private readonly SmallTown town = new();

    [Fact]
    public async Task A_scenario_runs_into_a_folder_that_compares_its_variants()
    {
        var (code, output, error) = await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--out", town.At("out"));
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Burst loss", output, StringComparison.Ordinal);
        foreach (var file in (string[])["report.html", "kpi.csv", "comparison.csv", "isolated/r02/run.json", "isolated/r02/kpi.csv", "isolated/r02/series.csv", "isolated/r02/results.gpkg", "isolated/r02/log.jsonl"])
            Assert.True(File.Exists(town.At("out/burst/" + file)), file);
        Assert.False(Directory.Exists(town.At("out/burst/checkpoint")));
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("2", "1")]
    [InlineData("2", "8")]
    public async Task One_result_hash_whatever_the_threads_and_partitions(string threads, string partitions)
    {
        await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--out", town.At("one"), "--threads", "1", "--partitions", "1");
        await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--out", town.At("other"), "--threads", threads, "--partitions", partitions);
        Assert.Equal(4, town.Hashes("one").Count);
        Assert.Equal(town.Hashes("one"), town.Hashes("other"));
    }

    [Fact]
    public async Task One_variant_alone_has_the_bits_it_has_among_others()
    {
        await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--out", town.At("all"));
        Assert.Equal(0, (await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--out", town.At("alone"), "--variant", "isolated")).Code);
        var all = town.Hashes("all");
        Assert.Equal(2, town.Hashes("alone").Count);
        Assert.All(town.Hashes("alone"), run => Assert.Equal(all[run.Key], run.Value));
    }

    [Fact]
    public async Task A_run_of_the_same_scenario_is_made_anew_and_anything_else_is_left_alone()
    {
        await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--out", town.At("out"));
        var again = await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--out", town.At("out"));
        Assert.Equal(0, again.Code);
        Directory.CreateDirectory(town.At("taken/burst/left/r01"));
        File.WriteAllText(town.At("taken/burst/left/r01/precious.txt"), "mine");
        var (code, _, error) = await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--out", town.At("taken"));
        Assert.Equal(2, code);
        Assert.Contains("The folder is not empty and holds no run; name another with --out.", error, StringComparison.Ordinal);
        Assert.Equal(["precious.txt"], Directory.EnumerateFiles(town.At("taken"), "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_run_that_was_killed_while_it_wrote_its_first_manifest_is_resumed()
    {
        var scenario = town.Scenario("burst.yaml", SmallTown.Burst);
        Assert.Equal(0, (await SmallTown.TwinAsync("run", scenario, "--out", town.At("whole"))).Code);
        var place = Directory.GetParent(Directory.EnumerateFiles(town.At("whole"), "run.json", SearchOption.AllDirectories).First())!.FullName;
        var broken = place.Replace(town.At("whole"), town.At("out"), StringComparison.Ordinal);
        Directory.CreateDirectory(broken);
        File.WriteAllText(Path.Combine(broken, "run.json.partial"), "{");

        Assert.Equal(0, (await SmallTown.TwinAsync("run", scenario, "--out", town.At("out"), "--resume")).Code);
        Assert.Equal(town.Hashes("whole"), town.Hashes("out"));
        Assert.False(File.Exists(Path.Combine(broken, "run.json.partial")));
    }

    [Fact]
    public async Task A_finished_run_resumes_to_nothing_and_changed_inputs_are_refused()
    {
        await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--out", town.At("out"));
        var before = File.GetLastWriteTimeUtc(town.At("out/burst/left/r01/run.json"));
        Assert.Equal(0, (await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--out", town.At("out"), "--resume")).Code);
        Assert.Equal(before, File.GetLastWriteTimeUtc(town.At("out/burst/left/r01/run.json")));
        town.Scenario("burst.yaml", SmallTown.Burst.Replace("50 mm", "60 mm", StringComparison.Ordinal));
        var (code, _, error) = await SmallTown.TwinAsync("run", town.At("burst.yaml"), "--out", town.At("out"), "--resume");
        Assert.Equal(2, code);
        Assert.Contains("cannot be resumed; run it anew without --resume", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    public async Task A_run_that_is_killed_or_interrupted_goes_on_to_the_same_bits(string signal)
    {
        if (OperatingSystem.IsWindows()) return;
        var longer = SmallTown.Burst.Replace("duration: 12 h", "duration: 15 d", StringComparison.Ordinal);
        var scenario = town.Scenario("long.yaml", longer);
        Assert.Equal(0, (await SmallTown.TwinAsync("run", scenario, "--out", town.At("whole"))).Code);

        using (var process = Start("run", scenario, "--out", town.At("broken"), "--threads", "1"))
        {
            // Signalled as soon as the first run has finished: the second is then under way.
            while (!process.HasExited && !Finished().Any()) await Task.Yield();
            var stopping = Stopwatch.StartNew();
            Process.Start("kill", $"-{signal} {process.Id}")!.WaitForExit();
            await process.WaitForExitAsync();
            if (signal == "INT")
            {
                Assert.True(stopping.Elapsed < TimeSpan.FromSeconds(2), $"It took {stopping.Elapsed} to stop.");
                Assert.Equal(1, process.ExitCode);
                Assert.Contains("To go on: twin run", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
                Assert.Contains(Directory.EnumerateFiles(town.At("broken"), "run.json", SearchOption.AllDirectories), f => File.ReadAllText(f).Contains("\"stopped\"", StringComparison.Ordinal));
            }
        }
        Assert.NotEqual(4, Finished().Count());
        Assert.Equal(0, (await SmallTown.TwinAsync("run", scenario, "--out", town.At("broken"), "--resume")).Code);
        Assert.Equal(town.Hashes("whole"), town.Hashes("broken"));

        IEnumerable<string> Finished() => !Directory.Exists(town.At("broken")) ? [] : Directory.EnumerateFiles(town.At("broken"), "results.gpkg", SearchOption.AllDirectories);
    }

    public void Dispose() => town.Dispose();

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "twin.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
