using DigitalTwin.Numerics.Statistics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Charts;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>The table of KPIs: a group of rows for each, a row for each contender, with the difference from the first in figures and as a picture.</summary>
internal static class KpiSection
{
    public static void Write(Markup page, Comparison comparison)
    {
        if (comparison.Kpis.Count == 0) return;
        var many = comparison.Contenders.Count > 1;
        ReportPage.Heading(page, "Key figures", "关键指标");
        page.Open("div", ("class", "wide")).Open("table", ("class", many ? "kpis" : "")).Open("colgroup");
        for (var column = 0; column < (many ? 6 : 2); column++) page.Open("col");
        page.Close().Open("thead").Open("tr").Element("th", new LocalizedText("Figure", "指标"));
        if (many) page.Element("th", new LocalizedText("Variant", "方案"));
        page.Element("th", comparison.Contenders.All(c => c.Runs.Count == 1) ? new("Value", "数值") : new LocalizedText("Mean (95 % interval)", "均值（95 % 区间）"), ("class", "number"));
        if (many)
        {
            page.Element("th", new LocalizedText("Difference", "差异"), ("class", "number")).Element("th", "%", ("class", "number"));
            page.Element("th", new LocalizedText("less ◂ ▸ more", "减少 ◂ ▸ 增加"));
        }
        page.Close().Close().Line();
        foreach (var row in comparison.Kpis) Group(page, comparison, row, many);
        page.Close().Close();
        if (many) page.Element("p", new LocalizedText(
            "Differences are from the first variant. Whiskers, where replications allow any, show the 95 % interval; each figure has its own scale.",
            "差异以首个方案为基准。须线（有重复运行时）为 95 % 置信区间；每个指标使用各自的比例尺。"), ("class", "note"));
    }

    private static void Group(Markup page, Comparison comparison, KpiComparison row, bool many)
    {
        var reach = row.Cells.Select(c => c.Difference).OfType<KpiDifference>()
            .Select(d => Math.Max(Math.Abs(d.Estimate), d.Interval is { } i ? Math.Max(Math.Abs(i.Low), Math.Abs(i.High)) : 0)).DefaultIfEmpty(0).Max();
        page.Open("tbody");
        for (var c = 0; c < row.Cells.Count; c++)
        {
            page.Open("tr");
            if (c == 0)
            {
                page.Open("th", ("rowspan", $"{row.Cells.Count}"), ("scope", "rowgroup")).Text(row.Kpi.Title);
                if (row.Kpi.Unit is not ("" or "1")) page.Text($" ({row.Kpi.Unit})");
                page.Element("span", row.Kpi.Definition, ("class", "definition")).Close();
            }
            if (many) page.Element("td", comparison.Contenders[c].Title);
            var cell = row.Cells[c];
            page.Open("td", ("class", "number")).Text(Figures.Of(cell.Sample.Mean));
            Range(page, cell.Interval, Figures.Of);
            page.Close();
            if (many) Difference(page, cell.Difference, reach);
            page.Close();
        }
        page.Close().Line();
    }

    private static void Difference(Markup page, KpiDifference? difference, double reach)
    {
        if (difference is null)
        {
            page.Element("td", "", ("colspan", "3"));
            return;
        }
        var css = RunManifestWriter.Word(difference.Verdict);
        page.Open("td", ("class", "number")).Text(Figures.Signed(difference.Estimate));
        Range(page, difference.Interval, Figures.Signed);
        page.Close().Open("td", ("class", "number")).Text(difference.Percent is { } percent ? Figures.Percent(percent) : "–");
        page.Close().Open("td");
        IntervalPlot.Draw(page, difference.Estimate, difference.Interval, reach, css);
        page.Element("span", VerdictWords.Of(difference.Verdict), ("class", "verdict " + css)).Close();
    }

    /// <summary>The interval below its figure; nothing when its ends read the same.</summary>
    private static void Range(Markup page, ConfidenceInterval? interval, Func<double, string> figure)
    {
        if (interval is { } known && figure(known.Low) is var low && figure(known.High) is var high && low != high)
            page.Element("span", $"{low} … {high}", ("class", "range"));
    }
}
