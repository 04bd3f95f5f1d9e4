using System.Text;
using System.Text.Json;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Tests.Results;

public sealed class ComparisonTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly MadeUpRun city = new(columns: 4, rows: 3);

    private string Put(int variant, int replication, Func<RunManifest, RunManifest>? change = null, Func<RunRecord, RunRecord>? found = null, string under = "out")
    {
        var manifest = MadeUpRun.Manifest(variant, replication);
        var path = RunFolder.Place(folder[under], manifest.Variant, replication);
        var record = city.Record(variant, replication);
        RunFolder.Write(path, change?.Invoke(manifest) ?? manifest, found?.Invoke(record) ?? record, MadeUpRun.Wall, new() { WriteReport = false });
        return path;
    }

    private (Comparison? Comparison, string[] Sentences) Compare(params string[] paths)
    {
        var problems = new ProblemList();
        var comparison = Comparison.Of(RunReader.Read(paths, problems), problems);
        return (comparison, [.. problems.Select(p => p.ToString().Replace(folder.Path, "", StringComparison.Ordinal))]);
    }

    private Comparison Three(int replications = 3)
    {
        for (var v = 0; v < 3; v++)
            for (var r = 1; r <= replications; r++) Put(v, r);
        var (comparison, sentences) = Compare(folder["out"]);
        Assert.Empty(sentences);
        return comparison!;
    }

    [Fact]
    public void Differences_are_taken_pair_by_pair_because_variants_share_their_seed()
    {
        var cell = Three().Kpis[0].Cells[1];
        double[] first = [.. Enumerable.Range(1, 3).Select(r => city.Record(0, r).Kpis[0].Value)], second = [.. Enumerable.Range(1, 3).Select(r => city.Record(1, r).Kpis[0].Value)];
        var differences = first.Zip(second, (a, b) => b - a).ToArray();
        var (mean, sd) = (differences.Average(), Math.Sqrt(differences.Sum(d => Math.Pow(d - differences.Average(), 2)) / 2));
        Assert.True(cell.Difference!.Paired);
        Assert.Equal(mean, cell.Difference.Estimate, 9);
        Assert.Equal(mean - (4.302652729911275 * sd / Math.Sqrt(3)), cell.Difference.Interval!.Value.Low, 6);
        Assert.Equal(100 * mean / first.Average(), cell.Difference.Percent!.Value, 9);
    }

    [Fact]
    public void A_verdict_follows_the_KPIs_direction_and_its_interval()
    {
        var kpis = Three().Kpis.ToDictionary(k => k.Kpi.Name, k => k.Cells[2].Difference!.Verdict);
        Assert.Equal(Verdict.Better, kpis["water.unserved"]);    // less of it, and less is better
        Assert.Equal(Verdict.Better, kpis["water.lowest-pressure"]);    // more of it, and more is better
        Assert.Equal(Verdict.Unclear, kpis["water.pump-energy"]);    // the interval contains zero
        Assert.Equal(Verdict.Same, kpis["weather.rain"]);
    }

    [Fact]
    public void A_sentence_says_what_changed_by_how_much_and_whether_it_is_better()
    {
        var comparison = Three();
        var sentence = Sentences.For(comparison, 1);
        Assert.Matches(@"^Unserved demand falls by 80.%, from [\d,]+ to 2\d\d.m³ \(95 % interval −\d+.% to −\d+.%\), which is better; lowest pressure rises by \d+.%, which is better\. No clear difference in pump energy\.$", sentence.En);
        Assert.Matches("^未满足需水量下降 80.%，由 [\\d,]+ 变为 2\\d\\d.m³（95 % 区间 −\\d+.% 至 −\\d+.%）（改善）；最低压力上升 \\d+.%（改善）。水泵能耗无显著差异。$", sentence.Zh);
        Assert.StartsWith("Unserved demand is 1,1", Sentences.For(comparison, 0).En, StringComparison.Ordinal);
        Assert.Contains("3 replications", Sentences.Confidence(comparison).En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_less_than_half_a_per_cent_is_called_that_and_no_more()
    {
        var (comparison, _) = Compare(
            Put(0, 1, found: r => r with { Kpis = [new(MadeUpRun.Unserved, 100), new(MadeUpRun.Energy, 5000)] }),
            Put(1, 1, found: r => r with { Kpis = [new(MadeUpRun.Unserved, 50), new(MadeUpRun.Energy, 5001)] }));
        Assert.Equal("Unserved demand falls by 50\u00A0%, from 100 to 50\u00A0m³, which is better. Less than half a per cent of change in pump energy.", Sentences.For(comparison!, 1).En);
    }

    [Fact]
    public void One_replication_claims_no_confidence()
    {
        var comparison = Three(replications: 1);
        Assert.All(comparison.Kpis, k => Assert.Null(k.Cells[1].Difference!.Interval));
        Assert.StartsWith("One replication each", Sentences.Confidence(comparison).En, StringComparison.Ordinal);
        Assert.DoesNotContain("95 %", Sentences.For(comparison, 1).En, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_of_other_seeds_are_compared_as_independent_ones_and_that_is_said()
    {
        string[] runs = [Put(0, 1), Put(0, 2), Put(1, 1, m => m with { Seed = 7 }), Put(1, 2, m => m with { Seed = 7 })];
        var (comparison, sentences) = Compare(runs);
        Assert.False(comparison!.Kpis[0].Cells[1].Difference!.Paired);
        Assert.Equal(["/out/isolate-after-1h/r01: note: The run has another seed than the first; their replications are compared as independent ones."], sentences);
    }

    [Fact]
    public void The_same_variant_under_two_folders_is_two_contenders_with_names_of_their_own()
    {
        var (comparison, _) = Compare(Put(0, 1, under: "before"), Put(0, 1, under: "after", found: r => r with { Kpis = [new(MadeUpRun.Unserved, 3)] }));
        Assert.Equal(2, comparison!.Contenders.Count);
        Assert.Equal(["As it is (" + folder["before", "as-is", "r01"] + ")", "As it is (" + folder["after", "as-is", "r01"] + ")"], comparison.Contenders.Select(c => c.Title.En));
    }

    [Fact]
    public void Variants_stand_in_the_order_of_the_scenario_and_not_of_the_alphabet()
    {
        Put(2, 1);
        Put(1, 1);
        Put(0, 1);
        var (comparison, _) = Compare(folder["out"]);
        Assert.Equal(MadeUpRun.Variants.Select(v => v.Title.En), comparison!.Contenders.Select(c => c.Title.En));
    }

    [Fact]
    public void Folders_that_are_no_runs_get_a_sentence_each()
    {
        Put(0, 1);
        Directory.CreateDirectory(folder["empty"]);
        File.WriteAllText(folder["file.txt"], "");
        var (comparison, sentences) = Compare(folder["outt"], folder["empty"], folder["file.txt"]);
        Assert.Null(comparison);
        Assert.Equal(
        [
            "/outt: error: There is no such folder. Did you mean 'out'?",
            "/empty: error: The folder holds no run: there is no run.json in it or in the folders of variants and replications below it.",
            "/file.txt: error: A run is a folder; this is a file.",
        ], sentences);
    }

    [Fact]
    public void Unfinished_runs_say_why_and_how_to_go_on()
    {
        RunFolder.Begin(folder["a"], MadeUpRun.Manifest());
        RunFolder.Begin(folder["b"], MadeUpRun.Manifest()).Stop(MadeUpRun.Wall, new("Ctrl-C at 12:00 of the simulated day."));
        RunFolder.Begin(folder["c"], MadeUpRun.Manifest()).Fail(MadeUpRun.Wall, new("The disk is full."));
        var (comparison, sentences) = Compare(folder["a"], folder["b"], folder["c"]);
        Assert.Null(comparison);
        Assert.Equal(
        [
            "/a: error: The run has no results: it still runs, or was killed. To go on with it: twin run scenarios/main-burst.yaml --variant as-is --out runs --resume",
            "/b: error: The run has no results: it was stopped. Ctrl-C at 12:00 of the simulated day. To go on with it: twin run scenarios/main-burst.yaml --variant as-is --out runs --resume",
            "/c: error: The run has no results: it failed. The disk is full.",
        ], sentences);
    }

    [Fact]
    public void In_a_scenario_an_unfinished_run_is_left_out_with_a_warning()
    {
        Put(0, 1);
        Put(1, 1);
        RunFolder.Begin(RunFolder.Place(folder["out"], "isolate-after-1h", 2), MadeUpRun.Manifest(1, 2));
        var (comparison, sentences) = Compare(folder["out"]);
        Assert.Equal(2, comparison!.Contenders.Count);
        Assert.Contains(": warning: The run has no results", Assert.Single(sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void Units_that_differ_are_an_error_and_a_missing_KPI_is_a_warning()
    {
        string first = Put(0, 1), second = Put(1, 1, found: r => r with { Kpis = [new(MadeUpRun.Unserved with { Unit = "L" }, 3)] });
        var (comparison, sentences) = Compare(first, second);
        Assert.Null(comparison);
        Assert.Equal(["/out/isolate-after-1h/r01: error: KPI 'water.unserved' is in L here and in m³ in a run before it; they cannot be compared."], sentences);
        Put(1, 1, found: r => r with { Kpis = [new(MadeUpRun.Unserved, 3)] });
        (comparison, sentences) = Compare(first, second);
        Assert.Null(comparison!.Kpis[1].Cells[1].Difference);
        Assert.Contains("/out/isolate-after-1h/r01: warning: The run has no value of KPI 'water.pump-energy', which others have.", sentences);
    }

    [Fact]
    public void A_run_named_twice_counts_once()
    {
        var run = Put(0, 1);
        var (comparison, sentences) = Compare(run, Path.Combine(run, "..", "r01"));
        Assert.Single(comparison!.Contenders[0].Runs);
        Assert.Contains("The run is named twice; it counts once.", Assert.Single(sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_does_not_fit_its_manifest_is_reported()
    {
        var run = Put(0, 1);
        File.AppendAllText(Path.Combine(run, "kpi.csv"), "as-is,1,water.unservd,m³,5\nas-is,1,weather.rain,inch,5\n");
        var (comparison, sentences) = Compare(run);
        Assert.Null(comparison);
        Assert.Equal(
        [
            "/out/as-is/r01/kpi.csv: error: The run.json beside this file describes no KPI 'water.unservd'. Did you mean 'water.unserved'?",
            "/out/as-is/r01/kpi.csv: error: KPI 'weather.rain' is in inch here and in mm in the run.json beside this file.",
        ], sentences);
    }

    [Fact]
    public void The_text_is_aligned_in_English_and_in_Chinese()
    {
        var comparison = Three();
        foreach (var language in (string[])["en", "zh"])
        {
            var text = new StringWriter { NewLine = "\n" };
            ComparisonText.Write(comparison, text, language);
            var lines = text.ToString().Split('\n');
            var rule = Array.FindIndex(lines, l => l.StartsWith('─'));
            Assert.Equal(12, lines.Skip(rule + 1).TakeWhile(l => l.Length > 0).Count());
            var figures = lines.Skip(rule + 1).TakeWhile(l => l.Length > 0).Select(l => Columns(l, " %") - 0).Where(c => c > 0).ToArray();
            Assert.Single(figures.Distinct());    // the percentages end in one column
        }

        static int Columns(string line, string end)
        {
            var at = line.IndexOf(end.Replace(' ', '\u00A0'), StringComparison.Ordinal);
            return at < 0 ? -1 : line[..at].Sum(c => c > 0x2E7F ? 2 : 1);
        }
    }

    [Fact]
    public void The_JSON_holds_every_value_and_difference()
    {
        using var stream = new MemoryStream();
        ComparisonJson.Write(Three(), stream);
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(3, json.RootElement.GetProperty("contenders").GetArrayLength());
        var kpi = json.RootElement.GetProperty("kpis")[0];
        Assert.Equal("water.unserved", kpi.GetProperty("name").GetString());
        var difference = kpi.GetProperty("values")[1].GetProperty("difference");
        Assert.Equal("better", difference.GetProperty("verdict").GetString());
        Assert.True(difference.GetProperty("interval")[0].GetDouble() < difference.GetProperty("estimate").GetDouble());
    }

    [Fact]
    public void The_comparison_CSV_has_a_row_for_each_KPI_and_variant()
    {
        using var stream = new MemoryStream();
        ComparisonTable.Write(Three(), stream);
        var lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(1 + (4 * 3), lines.Length);
        Assert.StartsWith("water.unserved,m³,less,As it is,3,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",yes,better", lines[2], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(14, line.Count(c => c == ',')));
    }

    [Theory]
    [InlineData(1234567, "1,234,567", "1,230,000")]
    [InlineData(1116.4, "1,116", "1,120")]
    [InlineData(219.68, "219.7", "220")]
    [InlineData(-84.753, "−84.75", "−84.8")]
    [InlineData(0.012346, "0.01235", "0.0123")]
    [InlineData(0, "0", "0")]
    [InlineData(double.NaN, "–", "–")]
    public void Figures_read_well(double value, string table, string sentence) => Assert.Equal((table, sentence), (Figures.Of(value), Figures.Short(value)));

    public void Dispose() => folder.Dispose();
}
