using System.Diagnostics;
using DigitalTwin.Simulation.Results;
using Xunit.Abstractions;

namespace DigitalTwin.Simulation.Tests.Results;

public sealed class LargeRunTests(ITestOutputHelper output)
{
    [Fact]
    public void A_run_of_fifty_thousand_junctions_is_written_in_bounded_time_and_size()
    {
        using var folder = new TemporaryFolder();
        var record = new MadeUpRun(columns: 250, rows: 200).Record();
        var clock = Stopwatch.StartNew();
        RunFolder.Write(folder.Path, MadeUpRun.Manifest(), record, MadeUpRun.Wall);
        var seconds = clock.Elapsed.TotalSeconds;
        foreach (var file in new DirectoryInfo(folder.Path).GetFiles()) output.WriteLine($"{file.Name}: {file.Length / 1e6:0.00} MB");
        output.WriteLine($"written in {seconds:0.00} s");
        Assert.True(seconds < 20, $"{seconds:0.0} s");
        Assert.True(new FileInfo(folder["results.gpkg"]).Length < 160e6);
    }
}
