using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Results.Tables;

namespace DigitalTwin.Simulation.Tests.Results;

public sealed class RunFolderTests
{
    private static readonly DateTimeOffset Later = MadeUpRun.Wall.AddMinutes(1);

    private static RunStatus StatusOf(string folder) =>
        RunManifestReader.Read(Path.Combine(folder, "run.json"), [])!.Status;

    [Fact]
    public void A_finished_run_has_all_of_its_files_and_says_so()
    {
        using var folder = new TemporaryFolder();
        RunFolder.Write(folder.Path, MadeUpRun.Manifest(), new MadeUpRun().Record(), Later);
        Assert.Equal(["kpi.csv", "log.jsonl", "report.html", "results.gpkg", "run.json", "series.csv"],
            Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(RunStatus.Finished, StatusOf(folder.Path));
    }

    [Fact]
    public void A_run_that_was_begun_says_running_and_has_no_results()
    {
        using var folder = new TemporaryFolder();
        RunFolder.Begin(folder.Path, MadeUpRun.Manifest());
        Assert.Equal(["run.json"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        Assert.Equal(RunStatus.Running, StatusOf(folder.Path));
    }

    [Fact]
    public void Beginning_again_removes_old_results_and_half_written_files_and_keeps_checkpoints()
    {
        using var folder = new TemporaryFolder();
        RunFolder.Write(folder.Path, MadeUpRun.Manifest(), new MadeUpRun().Record(), Later);
        File.WriteAllText(folder["results.gpkg.partial"], "half");
        Directory.CreateDirectory(folder["checkpoint"]);
        File.WriteAllText(folder["checkpoint", "0.bin"], "state");
        RunFolder.Begin(folder.Path, MadeUpRun.Manifest());
        Assert.Equal(["run.json"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        Assert.True(File.Exists(folder["checkpoint", "0.bin"]));
    }

    [Fact]
    public void A_stopped_run_and_a_failed_run_say_why()
    {
        using var folder = new TemporaryFolder();
        var run = RunFolder.Begin(folder.Path, MadeUpRun.Manifest());
        run.Stop(Later, new("Stopped by the user at 12:00.", "用户于 12:00 停止。"));
        var manifest = RunManifestReader.Read(folder["run.json"], [])!;
        Assert.Equal((RunStatus.Stopped, "Stopped by the user at 12:00.", Later), (manifest.Status, manifest.Reason?.En, manifest.Ended!.Value));
        run.Fail(Later, new("The disk is full."));
        Assert.Equal(RunStatus.Failed, StatusOf(folder.Path));
    }

    [Fact]
    public void A_cancelled_writing_leaves_a_folder_that_says_running_and_nothing_half_written()
    {
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var run = RunFolder.Begin(folder.Path, MadeUpRun.Manifest());
        Assert.Throws<OperationCanceledException>(() => run.Finish(new MadeUpRun().Record(), Later, null, cancellation.Token));
        Assert.Equal(["run.json"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        Assert.Equal(RunStatus.Running, StatusOf(folder.Path));
    }

    [Fact]
    public void Kpis_and_series_and_log_read_back_to_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        var record = new MadeUpRun().Record();
        RunFolder.Write(folder.Path, MadeUpRun.Manifest(), record, Later);
        var problems = new ProblemList();
        var manifest = RunManifestReader.Read(folder["run.json"], problems)!;
        Assert.Equal(KpiTable.Rows(record), KpiTable.Read(folder["kpi.csv"], problems));
        var series = SeriesTable.Read(folder["series.csv"], manifest.Series, problems);
        Assert.Equal(record.Series.Select(s => s.Times), series.Select(s => s.Times));
        Assert.Equal(record.Series.Select(s => s.Values), series.Select(s => s.Values));
        Assert.Equal(record.Log, RunLog.Read(folder["log.jsonl"], problems));
        Assert.Empty(problems);
    }

    [Fact]
    public void A_log_knows_no_minus_zero()
    {
        using var lines = new MemoryStream();
        RunLog.Write([new MadeUpRun().Record().Log[0] with { Time = -0.0 }], MadeUpRun.Manifest().Period, lines);
        Assert.Contains("\"seconds\":0,", System.Text.Encoding.UTF8.GetString(lines.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_series_are_tidy_with_local_time_and_seconds()
    {
        using var folder = new TemporaryFolder();
        RunFolder.Write(folder.Path, MadeUpRun.Manifest(), new MadeUpRun().Record(), Later);
        var lines = File.ReadAllLines(folder["series.csv"]);
        Assert.Equal("time,seconds,series,unit,value", lines[0]);
        Assert.StartsWith("2025-07-08T07:00:00+08:00,3600,water.pressure.mean,m,", lines[2], StringComparison.Ordinal);
        Assert.Contains("2025-07-08T06:00:00+08:00,0,water.unserved.rate,m³/h,", lines);    // not known: an empty cell
    }

    [Fact]
    public void Every_broken_row_of_a_table_gets_a_sentence_with_its_line()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["kpi.csv"], "variant,replication,kpi,unit,value\na,1,k,m,1\na,one,k,m,1\na,1,k,m,abc\na,1,k\n\"two\nlines\",1,k,m,2\n\"open,1,k,m,2\n");
        var problems = new ProblemList();
        var rows = KpiTable.Read(folder["kpi.csv"], problems);
        Assert.Equal("two\nlines", rows[2].Variant);
        Assert.Equal([3, 4, 5, 8, 8], problems.Select(p => p.Line));
        Assert.EndsWith("error: A quotation mark opens here and never closes.", problems[3].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as-is", "as-is")]
    [InlineData("夜间抽水", "夜间抽水")]
    [InlineData("../etc", "%2e.%2fetc")]
    [InlineData("a/b", "a%2fb")]
    [InlineData("", "%")]
    [InlineData("con", "%con")]
    [InlineData("v1.5 b.", "v1.5 b%2e")]
    public void A_variant_gets_a_folder_that_every_file_system_accepts(string variant, string name) => Assert.Equal(name, FolderName.Of(variant));
}
