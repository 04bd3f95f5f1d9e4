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
        var city = new MadeUpRun(columns: 250, rows: 200, hours: 24, stepMinutes: 240);
        RunRecord[] records = [city.Record(0), city.Record(1)];
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var v = 0; v < records.Length; v++)
            RunFolder.Write(RunFolder.Place(folder.Path, MadeUpRun.Variants[v].Name, 1), MadeUpRun.Manifest(v), records[v], MadeUpRun.Wall);
        output.WriteLine($"two runs written in {Seconds():0.00} s of a processor");
        ComparisonFolder.WriteScenario(folder.Path, []);
        var seconds = Seconds();
        output.WriteLine($"and compared: {seconds:0.00} s");
        foreach (var file in new DirectoryInfo(folder.Path).GetFiles("*", SearchOption.AllDirectories)) output.WriteLine($"{file.FullName}: {file.Length / 1e6:0.00} MB");
        Assert.True(seconds < 30, $"{seconds:0.0} s of a processor");    // the machine may be busy with other things; ours is what counts
        Assert.True(new FileInfo(folder["report.html"]).Length < 5e6);
        Assert.True(new FileInfo(folder["as-is", "r01", "results.gpkg"]).Length < 100e6);
        if (Environment.GetEnvironmentVariable("DIGITALTWIN_KEEP_REPORTS") is { Length: > 0 } kept) File.Copy(folder["report.html"], Path.Combine(Directory.CreateDirectory(kept).FullName, "large.html"), true);

        double Seconds()
        {
            process.Refresh();
            return (process.TotalProcessorTime - before).TotalSeconds;
        }
    }
}
