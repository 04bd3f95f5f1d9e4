using System.Text.RegularExpressions;
using System.Xml.Linq;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Tests.Results;

public sealed partial class ReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Writes a scenario and returns its report; a copy goes to the folder that DIGITALTWIN_KEEP_REPORTS names, for looking at.</summary>
    private string Report(int variants = 3, int replications = 3, Func<RunManifest, RunManifest>? change = null, Func<RunRecord, RunRecord>? found = null, string keep = "report")
    {
        var city = new MadeUpRun(stepMinutes: 30);
        for (var v = 0; v < variants; v++)
        {
            for (var r = 1; r <= replications; r++)
            {
                var (manifest, record) = (MadeUpRun.Manifest(v, r), city.Record(v, r));
                RunFolder.Write(RunFolder.Place(folder.Path, manifest.Variant, r), change?.Invoke(manifest) ?? manifest, found?.Invoke(record) ?? record, MadeUpRun.Wall.AddSeconds(9), new() { WriteReport = false });
            }
        }
        var problems = new ProblemList();
        ComparisonFolder.WriteScenario(folder.Path, problems);
        Assert.Empty(problems);
        if (Environment.GetEnvironmentVariable("DIGITALTWIN_KEEP_REPORTS") is { Length: > 0 } kept)
            File.Copy(folder["report.html"], Path.Combine(Directory.CreateDirectory(kept).FullName, keep + ".html"), overwrite: true);
        return File.ReadAllText(folder["report.html"]);
    }

    /// <summary>The page as XML: it is written so strictly that it parses as such once the void elements are closed and our own script, which HTML does not read as markup, is left out.</summary>
    private static XElement Parsed(string html) =>
        XElement.Parse(VoidElement().Replace(OwnScript().Replace(html[html.IndexOf("<html", StringComparison.Ordinal)..], ""), "$0</$1>"));

    [Fact]
    public void The_report_is_well_formed_and_asks_nothing_of_the_network()
    {
        var html = Report();
        Assert.DoesNotMatch(OutsideReference(), html);
        Assert.Equal("html", Parsed(html).Name.LocalName);
    }

    [Fact]
    public void The_report_shows_the_question_the_answers_the_figures_the_charts_and_the_maps()
    {
        var page = Parsed(Report());
        string[] headings = [.. page.Descendants("h2").Select(h => h.Elements().First().Value)];
        Assert.Equal(["The answer", "Key figures", "Through time", "Where: junctions, pipes", "What happened", "What was assumed", "Where this comes from"], headings);
        Assert.Equal(3, WithClass(page, "ul", "answers").Single().Elements("li").Count());
        Assert.Equal(4, WithClass(page, "table", "kpis").Single().Elements("tbody").Count());
        Assert.Equal(2, WithClass(page, "svg", "chart").Count());
        Assert.Equal(3, WithClass(page, "svg", "map").Count());
        Assert.Contains("How much does it help to isolate a burst main sooner?", page.Value, StringComparison.Ordinal);
        Assert.Contains(new string('a', 64), page.Value, StringComparison.Ordinal);    // an input's hash
        Assert.Contains("twin run scenarios/main-burst.yaml --variant as-is --out runs", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_heading_and_answer_is_there_in_both_languages()
    {
        var page = Parsed(Report());
        foreach (var element in page.Descendants().Where(e => e.Name.LocalName is "h1" or "h2"))
            Assert.Equal(["en", "zh-CN"], element.Elements("span").Select(s => s.Attribute("lang")!.Value));
        Assert.Equal("en", page.Attribute("lang")!.Value);    // without scripts it is in English
        var spans = page.Descendants("span").Where(s => s.Attribute("lang") is not null).ToArray();
        Assert.Equal(spans.Count(s => s.Attribute("lang")!.Value == "en"), spans.Count(s => s.Attribute("lang")!.Value == "zh-CN"));
    }

    [Fact]
    public void What_a_user_wrote_is_text_and_never_markup()
    {
        const string evil = "<script>alert('x')</script>\"'&\u0007";
        LocalizedText text = new(evil, evil + "中");
        var html = Report(variants: 2, replications: 1,
            m => m with { Title = text, Question = text, VariantTitle = new(evil + m.Variant), Command = evil, Map = new(evil, evil), Inputs = [new(evil, evil, 1)] },
            r => r with
            {
                Log = [new(3600, "action.burst", text, evil)], Assumptions = [text], Kpis = [new(new("k", evil, KpiDirection.Less, text, text), 1)],
                Series = [new("s", evil, text, [0, 3600], [1, 2])],
                Layers = [r.Layers[0] with { AssetIds = [.. r.Layers[0].AssetIds.Select(_ => evil)], Title = text }],
            }, keep: "evil");
        Assert.Equal(1, CountOf(html, "<script>"));    // our own
        Assert.Contains(evil.Replace('\u0007', '\uFFFD'), Parsed(html).Descendants("h1").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_of_a_chart_stays_inside_it()
    {
        foreach (var chart in WithClass(Parsed(Report()), "svg", "chart"))
        {
            foreach (var path in chart.Elements("path").Where(p => p.Attribute("class")!.Value is "line" or "band"))
            {
                foreach (Match point in Coordinates().Matches(path.Attribute("d")!.Value))
                {
                    Assert.InRange(double.Parse(point.Groups[1].Value), 58, 706);
                    Assert.InRange(double.Parse(point.Groups[2].Value), 24, 222);
                }
            }
        }
    }

    [Fact]
    public void A_value_that_is_not_known_is_a_gap_in_the_line()
    {
        double[] times = [0, 3600, 7200, 10800, 14400];
        var page = Parsed(Report(variants: 1, replications: 1, found: r => r with { Series = [new("s", "m", new("S"), times, [1, 2, double.NaN, 3, 4])] }, keep: "gap"));
        var line = WithClass(page, "svg", "chart").Single().Elements("path").Single(p => p.Attribute("class")!.Value == "line");
        Assert.Equal(2, line.Attribute("d")!.Value.Count(c => c == 'M'));
    }

    [Fact]
    public void The_map_names_the_worst_place_first_and_tells_places_apart()
    {
        var page = Parsed(Report(variants: 1, replications: 1, keep: "single"));
        var table = WithClass(page, "table", "worst-table").Single();
        var record = new MadeUpRun(stepMinutes: 30).Record();
        var field = record.Layers[0].Fields[0];
        var means = field.Values.Select(row => row.Average(v => (double)v)).ToArray();
        var row = field.Values[Array.IndexOf(means, means.Min())];
        Assert.Equal(record.Layers[0].AssetIds[Array.IndexOf(row, row.Min())], table.Descendants("td").ElementAt(1).Value);
        Assert.Equal(5, WithClass(page, "svg", "map").Single().Descendants("circle").Count());
    }

    [Fact]
    public void What_is_done_to_many_lots_at_once_is_one_line()
    {
        var log = Enumerable.Range(1, 40).Select(i => new LogEntry(3600, "action.share", new($"P-{i} lets in 'residents'.", $"P-{i} 开放。"), $"parking/lot/P-{i}")).ToArray();
        var page = Report(variants: 1, replications: 1, found: r => r with { Log = log }, keep: "many");
        Assert.Contains("P-1 lets in &#39;residents&#39;. So 39 others.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("P-2 lets in", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_assets_or_series_still_has_a_report()
    {
        var page = Parsed(Report(variants: 2, replications: 1, found: r => r with { Layers = [], Series = [], Log = [], Assumptions = [] }, keep: "bare"));
        Assert.DoesNotContain(page.Descendants("svg"), (s => s.Attribute("class")?.Value is "chart" or "map"));
        Assert.Equal(2, WithClass(page, "ul", "answers").Single().Elements("li").Count());
    }

    [Fact]
    public void A_broken_package_costs_the_map_and_says_so()
    {
        var report = Report(variants: 1, replications: 1);
        Assert.Contains("<svg class=\"map", report, StringComparison.Ordinal);
        File.WriteAllText(folder["as-is", "r01", "results.gpkg"], "not a package at all");
        var problems = new ProblemList();
        ComparisonFolder.WriteScenario(folder.Path, problems);
        Assert.Contains("The map cannot be drawn, because the GeoPackage cannot be read", Assert.Single(problems).Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg class=\"map", File.ReadAllText(folder["report.html"]), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<XElement> WithClass(XElement page, string element, string css) =>
        page.Descendants(element).Where(e => e.Attribute("class")?.Value.Split(' ').Contains(css) == true);

    private static int CountOf(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex("""(src|href|xlink:href)\s*=(?!"#)|url\(|@import|https?://(?!www\.w3\.org/2000/svg")""")]
    private static partial Regex OutsideReference();

    [GeneratedRegex("<script>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex OwnScript();

    [GeneratedRegex("<(meta|br|hr|col)(?: [^>]*)?>")]
    private static partial Regex VoidElement();

    [GeneratedRegex("[ML](-?[0-9.]+) (-?[0-9.]+)")]
    private static partial Regex Coordinates();
}
