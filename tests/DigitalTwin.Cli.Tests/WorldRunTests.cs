using System.Diagnostics;
using System.Text.RegularExpressions;
using DigitalTwin.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Cli.Tests;

/// <summary>Fork live, run, compare: the whole way on the command line.</summary>
public sealed class WorldRunTests : IDisposable
{
    private const string Tonight = """
        scenario: tonight
        title: { en: Tonight, zh: 今晚 }
        map: map
        period: { duration: 3 h }
        events: [ { at: +30 min, burst: water/pipe/P2, opening: 30 mm } ]
        variants:
          left: {}
          isolated: { events: [ { at: +60 min, isolate: water/pipe/P2 } ] }
        kpis: [ water.burst-loss, water.unserved ]
        """;

    private readonly SmallTown town = new();

    [Fact]
    public async Task From_live_to_a_run_to_what_changed_on_one_screen()
    {
        await LiveAsync();
        var run = await TwinAsync("run", town.Scenario("tonight.yaml", Tonight), "--out", town.At("out"), "--from", "live", "--world", "tonight");
        Assert.StartsWith("The run begins at 2025-07-08 18:00:00 with the state of the world 'live' at 2025-07-08 18:02:00", run.Out, StringComparison.Ordinal);
        Assert.Contains("water/tank level   1 of 1  2 min", run.Out, StringComparison.Ordinal);
        Assert.Contains("Worlds: tonight.isolated, tonight.left", run.Out, StringComparison.Ordinal);

        var parent = await TwinAsync("compare", "tonight.left");
        Assert.StartsWith("From 'live' at 2025-07-08 10:02:00Z", parent.Out, StringComparison.Ordinal);
        Assert.Contains("to   'tonight.left' at 2025-07-08 13:00:00Z: Tonight, left, r01", parent.Out, StringComparison.Ordinal);
        Assert.Matches(new Regex(@"water/tank level +m +1 +\d +\d +[+-]\S+ +[+-]\S+ +T1 +2 +\S+"), parent.Out);
        Assert.Matches(new Regex(@"Burst loss +[\d.,]+ +m³"), parent.Out);
        Assert.True(parent.Out.Split('\n').Length < 40, parent.Out);
        // The order in which they are named does not matter: an ancestor comes first.
        Assert.Equal(parent.Out, (await TwinAsync("compare", "live", "tonight.left")).Out);

        var variants = (await TwinAsync("compare", "tonight.left", "tonight.isolated")).Out;
        Assert.Contains("isolated: Burst loss falls by", variants, StringComparison.Ordinal);
        Assert.Matches(new Regex(@"water/pipe status +1 +0 +1 +-1 +-1 +P2 +1 +0"), variants);
        Assert.Contains("\"result-hash\"", (await TwinAsync("compare", "tonight.left", "--json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_folder_kept_of_the_world_runs_again_to_the_same_bits_whatever_has_arrived_since()
    {
        await LiveAsync();
        var scenario = town.Scenario("tonight.yaml", Tonight);
        await TwinAsync("run", scenario, "--out", town.At("one"), "--from", "live");
        await ObserveAsync("water/tank/T1,level,4.4,2025-07-08T18:01:00+08:00,scada\n");
        await TwinAsync("run", scenario, "--out", town.At("again"), "--from", town.At("one/tonight/world.start"));
        await TwinAsync("run", scenario, "--out", town.At("now"), "--from", "live");
        Assert.Equal(town.Hashes("one"), town.Hashes("again"));
        Assert.NotEqual(town.Hashes("one"), town.Hashes("now"));
        Assert.Contains("--from " + town.At("one/tonight/world.start"), File.ReadAllText(town.At("one/tonight/left/r01/run.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Live", "There is no world 'Live'.")]
    [InlineData("live@yesterday", "'live@yesterday' names no instant behind its @")]
    [InlineData("live@2025-07-08T18:00", "'live@2025-07-08T18:00' names an instant without an offset")]
    public async Task A_world_that_cannot_be_is_told_in_a_sentence(string from, string sentence)
    {
        await LiveAsync();
        var (code, _, error) = await SmallTown.TwinAsync("run", town.Scenario("tonight.yaml", Tonight), "--from", from, "--store", town.At("city.db"));
        Assert.Equal(2, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_begins_where_a_world_is_says_so_when_there_is_none()
    {
        var (code, _, error) = await SmallTown.TwinAsync("run", town.Scenario("tonight.yaml", Tonight));
        Assert.Equal(2, code);
        Assert.Contains("must be run from a world (--from live)", error, StringComparison.Ordinal);
        Assert.Equal(0, (await SmallTown.TwinAsync("validate", town.At("tonight.yaml"))).Code);
        Assert.Equal(0, (await SmallTown.TwinAsync("scenario", "explain", town.At("tonight.yaml"))).Code);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_told_before_anything_is_run()
    {
        await LiveAsync();
        var once = town.Scenario("once.yaml", SmallTown.Burst.Replace("replications: 2", "", StringComparison.Ordinal));
        var (code, _, error) = await SmallTown.TwinAsync("run", once, "--out", town.At("out"), "--variant", "left", "--world", "live", "--store", town.At("city.db"));
        Assert.Equal((2, false), (code, Directory.Exists(town.At("out"))));
        Assert.Contains("There is a world 'live' already; give the runs' worlds another name, or delete it (twin world delete live).", error, StringComparison.Ordinal);
        Assert.Contains("World: plain", (await TwinAsync("run", once, "--out", town.At("out"), "--variant", "left", "--world", "plain")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_leaves_whole_worlds_only_and_the_study_goes_on_to_the_same_ones()
    {
        if (OperatingSystem.IsWindows()) return;
        await LiveAsync();
        var scenario = town.Scenario("long.yaml", Tonight.Replace("3 h", "2 d", StringComparison.Ordinal) + "\nreplications: 3\nwater: { demand-noise: 10 % }\nresults: { interval: 30 min }\n");
        await TwinAsync("run", scenario, "--out", town.At("whole"), "--from", "live", "--world", "whole");
        await using var store = await SqliteStore.OpenAsync(town.At("city.db"), TimeProvider.System, NullLoggerFactory.Instance, default);
        for (var kill = 0; kill < 2; kill++)
        {
            string[] resume = kill > 0 ? ["--resume"] : [];
            using var process = Start(["run", scenario, "--out", town.At("broken"), "--from", "live", "--world", "broken", "--store", town.At("city.db"), "--threads", "1", .. resume]);
            // As soon as another run has left its world: the next is under way, or just being written.
            var before = (await WorldsAsync()).Length;
            while (!process.HasExited && (await WorldsAsync()).Length == before) await Task.Yield();
            process.Kill();
            await process.WaitForExitAsync();
            // Each that is there has as many frames as its like of the whole study.
            foreach (var world in await WorldsAsync()) Assert.Equal(await FramesAsync("whole" + world["broken".Length..]), await FramesAsync(world));
        }
        await TwinAsync("run", scenario, "--out", town.At("broken"), "--from", "live", "--world", "broken", "--resume");
        Assert.Equal(6, (await WorldsAsync()).Length);
        Assert.Equal(town.Hashes("whole"), town.Hashes("broken"));

        async Task<string[]> WorldsAsync() => [.. (await store.Worlds.ListAsync(default)).Select(w => w.Name).Where(n => n.StartsWith("broken", StringComparison.Ordinal))];
        async Task<long> FramesAsync(string world) => (await store.Worlds.ContentAsync(world, default)).Frames;
    }

    public void Dispose() => town.Dispose();

    private async Task LiveAsync()
    {
        await TwinAsync("world", "create", "live", "--map", town.At("map"));
        await ObserveAsync("water/tank/T1,level,2,2025-07-08T18:00:00+08:00,scada\nwater/pump/U1,status,1,2025-07-08T18:02:00+08:00,scada\n");
    }

    private async Task ObserveAsync(string lines)
    {
        File.WriteAllText(town.At("readings.csv"), "asset,property,value,observed_at,source\n" + lines);
        await TwinAsync("observe", town.At("readings.csv"));
    }

    private async Task<(string Out, string Error)> TwinAsync(params string[] arguments)
    {
        var (code, output, error) = await SmallTown.TwinAsync([.. arguments, "--store", town.At("city.db")]);
        Assert.True(code == 0, $"twin {string.Join(' ', arguments)}: {code}{Environment.NewLine}{error}");
        return (output, error);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "twin.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
