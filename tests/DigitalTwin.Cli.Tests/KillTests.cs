namespace DigitalTwin.Cli.Tests;

/// <summary>Runs over grains that are killed with their process, at any time, and again while they are taken up.</summary>
public sealed class KillTests : IDisposable
{
    private readonly SmallTown town = new();

    [Fact]
    public Task A_killed_run_is_taken_up_from_its_checkpoints_to_the_same_bits() => KillAsync(times: 3);

    [LongFact]
    public Task Fifty_kills_change_no_bit() => KillAsync(times: 50);

    public void Dispose() => town.Dispose();

    private async Task KillAsync(int times)
    {
        if (OperatingSystem.IsWindows()) return;
        var scenario = town.Scenario("long.yaml", SmallTown.Burst.Replace("duration: 12 h", "duration: 10 d", StringComparison.Ordinal));
        Assert.Equal(0, (await SmallTown.TwinAsync("run", scenario, "--out", town.At("whole"))).Code);
        var whole = town.Hashes("whole");
        var killed = 0;
        for (var attempt = 0; killed < times; attempt++)
        {
            // Wherever a kill finds it: while it starts, simulates, saves or writes; a little later every time, and from the beginning when it came too late.
            var resume = Directory.Exists(town.At("broken/burst"));
            using var process = TwinProcess.Start(["run", scenario, "--out", town.At("broken"), "--checkpoint", "20 ms", .. resume ? (string[])["--resume"] : []]);
            await process.LiveAsync(TimeSpan.FromMilliseconds(300 + 67 * (attempt % 15)));
            if (process.HasExited)
            {
                Assert.True(await process.ExitAsync() == 0, await process.Error);
                Assert.Equal(whole, town.Hashes("broken"));
                Directory.Delete(town.At("broken"), recursive: true);
                continue;
            }
            process.Signal("KILL");
            await process.ExitAsync();
            killed++;
        }
        Assert.Equal(0, (await SmallTown.TwinAsync(["run", scenario, "--out", town.At("broken"), .. Directory.Exists(town.At("broken/burst")) ? (string[])["--resume"] : []])).Code);
        Assert.Equal(whole, town.Hashes("broken"));
        Assert.False(Directory.Exists(town.At("broken/burst/checkpoint")));
    }
}
