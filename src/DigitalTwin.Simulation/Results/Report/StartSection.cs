using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Starting;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>From which world the runs started: what was observed, what was assumed, and how old each was.</summary>
internal static class StartSection
{
    public static void Write(Markup page, Comparison comparison)
    {
        // Variants may take differently old readings; one table for each way of taking them.
        var starts = comparison.Contenders.SelectMany(c => c.Runs).Select(r => r.Manifest.Start).OfType<StartReport>().DistinctBy(StartText.Fingerprint).ToArray();
        if (starts.Length == 0) return;
        ReportPage.Heading(page, "From which state it starts", "起始状态");
        foreach (var start in starts)
        {
            page.Element("p", StartText.Headline(start));
            page.Open("table", ("class", "facts-table")).Open("thead").Open("tr");
            foreach (var head in StartText.Heads) page.Element("th", head);
            page.Close().Close().Open("tbody");
            foreach (var line in start.Lines)
            {
                page.Open("tr");
                foreach (var cell in StartText.Cells(line)) page.Element("td", cell);
                page.Close();
            }
            page.Close().Close().Line();
            if (start.Remarks.Count == 0) continue;
            page.Open("ul");
            foreach (var remark in start.Remarks) page.Element("li", remark);
            page.Close().Line();
        }
    }
}
