using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Charts;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>
/// <c>report.html</c>: one self-contained page, in English and Chinese, for a screen and for paper. It asks nothing of the network; of
/// scripts it asks the choice of language and maps that answer to a slider and a pointer, and without them it shows the same in one state.
/// </summary>
public static class ReportPage
{
    /// <summary>Writes the report of a comparison; one contender makes the report of a run. What cannot be drawn is a warning.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="utf8">Where to.</param>
    /// <param name="problems">Receives what could not be drawn.</param>
    /// <param name="cancellation">Stops it.</param>
    public static void Write(Comparison comparison, Stream utf8, ProblemList problems, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var page = new Markup();
        var marks = Happenings.MarksOf(comparison);
        page.Open("html", ("lang", "en")).Open("head").Open("meta", ("charset", "utf-8"))
            .Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Element("title", Title(comparison).En).Own("style", Resource.Text("Report.css")).Close().Line().Open("body").Line();
        Head(page, comparison);
        AnswerSection.Write(page, comparison);
        KpiSection.Write(page, comparison);
        ChartSection.Write(page, comparison, marks);
        cancellation.ThrowIfCancellationRequested();
        MapSection.Write(page, comparison, problems, cancellation);
        Happenings.Write(page, comparison, marks);
        ProvenanceSection.Write(page, comparison);
        page.Own("script", Resource.Text("Report.js") + Resource.Text("Maps.js") + Resource.Text("MapPointer.js") + Resource.Text("Curves.js")).Close().Close();
        utf8.Write("<!DOCTYPE html>\n"u8);
        utf8.Write(Encoding.UTF8.GetBytes(page.ToString()));
        utf8.WriteByte((byte)'\n');
    }

    internal static LocalizedText Title(Comparison comparison) =>
        comparison.OneScenario ? comparison.Contenders[0].Manifest.Title : new("Comparison of runs", "运行结果对比");

    /// <summary>A heading of a section.</summary>
    internal static void Heading(Markup page, string en, string zh) => page.Line().Element("h2", new LocalizedText(en, zh)).Line();

    /// <summary>A sample of a contender's line, for legends and names.</summary>
    internal static void Swatch(Markup page, int contender)
    {
        var (colour, dashes) = Palette.Of(contender);
        page.Open("svg", ("width", "30"), ("height", "6"), ("aria-hidden", "true"))
            .Leaf("path", ("d", "M1 3H29"), ("stroke", colour), ("stroke-width", "2.6"), ("stroke-dasharray", dashes)).Close();
    }

    /// <summary>A local instant of a period: <c>07-08 17:30</c>.</summary>
    internal static string Local(SimulatedPeriod period, double seconds) => period.At(seconds).ToString("MM-dd HH:mm");

    private static void Head(Markup page, Comparison comparison)
    {
        page.Open("nav", ("class", "languages"))
            .Element("button", "English", ("value", "en"), ("lang", "en"), ("class", "always"), ("aria-pressed", "true"))
            .Element("button", "中文", ("value", "zh-CN"), ("lang", "zh-CN"), ("class", "always"), ("aria-pressed", "false")).Close().Line();
        var manifest = comparison.Contenders[0].Manifest;
        page.Open("header");
        page.Element("p", comparison.Contenders.Count == 1 ? new("Report of a run", "运行报告") : new LocalizedText("What-if report", "情景推演报告"), ("class", "kicker"));
        page.Element("h1", Title(comparison));
        if (comparison.OneScenario && manifest.Question is { } question) page.Element("p", question, ("class", "question"));
        page.Open("dl", ("class", "facts"));
        Fact(page, new("Map", "地图"), new(manifest.Map.Name));
        Fact(page, new("Period", "时段"), new($"{manifest.Period.Start:yyyy-MM-dd HH:mm} (UTC{manifest.Period.Start:zzz}), {Span(manifest.Period.Duration).En}", $"{manifest.Period.Start:yyyy-MM-dd HH:mm}（UTC{manifest.Period.Start:zzz}），{Span(manifest.Period.Duration).Zh}"));
        Fact(page, new("Variants", "方案"), new($"{comparison.Contenders.Count}"));
        var (least, most) = (comparison.Contenders.Min(c => c.Runs.Count), comparison.Contenders.Max(c => c.Runs.Count));
        Fact(page, new("Replications", "重复次数"), new(least == most ? $"{most}" : $"{least}–{most}"));
        Fact(page, new("Seed", "随机种子"), new($"{manifest.Seed}"));
        page.Close().Close().Line();
    }

    private static void Fact(Markup page, LocalizedText name, LocalizedText value) =>
        page.Open("div").Element("dt", name).Element("dd", value).Close();

    private static LocalizedText Span(TimeSpan duration) =>
        duration.TotalHours < 96 ? new($"{duration.TotalHours:0.##} h", $"{duration.TotalHours:0.##} 小时") : new($"{duration.TotalDays:0.##} days", $"{duration.TotalDays:0.##} 天");
}
