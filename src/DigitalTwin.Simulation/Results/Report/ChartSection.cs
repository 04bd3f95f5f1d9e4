using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Charts;
using DigitalTwin.Simulation.Results.Comparing;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>The city-wide series as line charts, contenders overlaid.</summary>
internal static class ChartSection
{
    private const int MostCharts = 24;

    public static void Write(Markup page, Comparison comparison, IReadOnlyList<EventMark> marks)
    {
        var all = comparison.Contenders.SelectMany(c => c.Runs).SelectMany(r => r.Series).ToLookup(s => (s.Name, s.Unit));
        var known = comparison.Contenders.SelectMany(c => c.Runs[0].Series).DistinctBy(s => (s.Name, s.Unit)).Where(s => all[(s.Name, s.Unit)].Any(r => r.Values.Any(double.IsFinite))).ToArray();
        if (known.Length == 0) return;
        var zero = known.Where(s => all[(s.Name, s.Unit)].All(r => r.Values.All(v => v == 0 || double.IsNaN(v)))).ToArray();
        // What is told of a group comes after what is told of the city.
        var names = known.Except(zero).OrderBy(s => s.Name.Contains('/', StringComparison.Ordinal)).ToArray();
        ReportPage.Heading(page, "Through time", "过程曲线");
        Legend(page, comparison, marks);
        page.Open("div", ("class", "charts"));
        foreach (var series in names.Take(MostCharts)) Chart(page, comparison, series, marks);
        page.Close().Line();
        if (zero.Length > 0)
            page.Open("p", ("class", "note")).Text(new LocalizedText("Zero throughout: ", "始终为零：")).Text(new LocalizedText(string.Join(", ", zero.Select(s => s.Title.En)) + ".", string.Join("、", zero.Select(s => s.Title.In("zh"))) + "。")).Close();
        if (names.Length > MostCharts)
            page.Element("p", new LocalizedText($"The first {MostCharts} of {names.Length} series; all are in series.csv.", $"此处为 {names.Length} 条曲线中的前 {MostCharts} 条，其余见 series.csv。"), ("class", "note"));
    }

    private static void Legend(Markup page, Comparison comparison, IReadOnlyList<EventMark> marks)
    {
        page.Open("ul", ("class", "legend"));
        for (var c = 0; c < comparison.Contenders.Count; c++)
        {
            page.Open("li");
            ReportPage.Swatch(page, c);
            page.Text(comparison.Contenders[c].Title).Close();
        }
        page.Close();
        var replications = comparison.Contenders.Any(c => c.Runs.Count > 1)
            ? new LocalizedText("Lines: mean of the replications; bands: least to most of them. ", "线为各次重复的均值，带为最小值至最大值。") : default;
        var numbers = marks.Count > 0 ? new LocalizedText("Numbers mark what happened:", "数字标出事件：") : default;
        if ($"{replications.En}{numbers.En}".Length > 0) page.Element("p", new LocalizedText(replications.En + numbers.En, replications.Zh + numbers.Zh), ("class", "note"));
        Marks(page, comparison, marks);
        page.Line();
    }

    /// <summary>What the numbers stand for, so that a chart can be read without looking further down.</summary>
    private static void Marks(Markup page, Comparison comparison, IReadOnlyList<EventMark> marks)
    {
        if (marks.Count == 0) return;
        page.Open("ol", ("class", "marks"));
        foreach (var mark in marks)
        {
            page.Open("li").Element("span", $"{mark.Number}", ("class", "number-disc")).Element("span", ReportPage.Local(comparison.Contenders[0].Manifest.Period, mark.Time), ("class", "time"));
            page.Open("span").Text(mark.Text);
            if (mark.Contenders.Count < comparison.Contenders.Count)
                for (var i = 0; i < mark.Contenders.Count; i++) page.Text(i > 0 ? ", " : " – ").Text(comparison.Contenders[mark.Contenders[i]].Title);
            page.Close().Close();
        }
        page.Close();
    }

    private static void Chart(Markup page, Comparison comparison, TimeSeries series, IReadOnlyList<EventMark> marks)
    {
        var lines = new List<ChartLine>();
        for (var c = 0; c < comparison.Contenders.Count; c++)
        {
            var replications = comparison.Contenders[c].Runs.SelectMany(r => r.Series).Where(s => s.Name == series.Name && s.Unit == series.Unit && s.Times.Length > 0).ToArray();
            if (replications.Length > 0) lines.Add(ChartLine.Of(c, replications));
        }
        page.Open("figure").Open("h3").Text(series.Title);
        if (series.Unit is not ("" or "1")) page.Element("span", $" ({series.Unit})", ("class", "unit"));
        page.Close();
        new LineChart(lines, marks, comparison.Contenders[0].Manifest.Period).Draw(page, $"{series.Title.En} through time");
        page.Close().Line();
    }
}
