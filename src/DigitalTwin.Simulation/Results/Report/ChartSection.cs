using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Charts;
using DigitalTwin.Simulation.Results.Comparing;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>The city-wide series as line charts, contenders overlaid.</summary>
internal static class ChartSection
{
    private const int MostCharts = 24;

    public static void Write(Markup page, Comparison comparison, IReadOnlyList<EventMark> marks)
    {
        var names = comparison.Contenders.SelectMany(c => c.Runs[0].Series).Where(s => s.Values.Any(double.IsFinite)).DistinctBy(s => (s.Name, s.Unit)).ToArray();
        if (names.Length == 0) return;
        ReportPage.Heading(page, "Through time", "过程曲线");
        Legend(page, comparison);
        foreach (var series in names.Take(MostCharts)) Chart(page, comparison, series, marks);
        if (names.Length > MostCharts)
            page.Element("p", new LocalizedText($"The first {MostCharts} of {names.Length} series; all are in series.csv.", $"此处为 {names.Length} 条曲线中的前 {MostCharts} 条，其余见 series.csv。"), ("class", "note"));
    }

    private static void Legend(Markup page, Comparison comparison)
    {
        page.Open("ul", ("class", "legend"));
        for (var c = 0; c < comparison.Contenders.Count; c++)
        {
            page.Open("li");
            ReportPage.Swatch(page, c);
            page.Text(comparison.Contenders[c].Title).Close();
        }
        page.Close().Line();
    }

    private static void Chart(Markup page, Comparison comparison, TimeSeries series, IReadOnlyList<EventMark> marks)
    {
        var lines = new List<ChartLine>();
        for (var c = 0; c < comparison.Contenders.Count; c++)
        {
            var replications = comparison.Contenders[c].Runs.SelectMany(r => r.Series).Where(s => s.Name == series.Name && s.Unit == series.Unit && s.Times.Length > 0).ToArray();
            if (replications.Length > 0) lines.Add(ChartLine.Of(c, replications));
        }
        page.Open("figure").Open("h3", ("class", "plain")).Text(series.Title);
        if (series.Unit is not ("" or "1")) page.Element("span", $" ({series.Unit})", ("class", "unit"));
        page.Close();
        new LineChart(lines, marks, comparison.Contenders[0].Manifest.Period).Draw(page, $"{series.Title.En} through time");
        if (lines.Exists(l => l.HasBand))
            page.Element("figcaption", new LocalizedText("Line: mean of the replications. Band: least to most of them.", "线：各次重复的均值；带：最小值至最大值。"));
        page.Close().Line();
    }
}
