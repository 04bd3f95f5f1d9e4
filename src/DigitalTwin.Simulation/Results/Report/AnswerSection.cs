using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Comparing;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>The answer: a sentence for each contender, and how sure it is.</summary>
internal static class AnswerSection
{
    public static void Write(Markup page, Comparison comparison)
    {
        if (comparison.Contenders.Count > 1) ReportPage.Heading(page, "The answer", "结论");
        else ReportPage.Heading(page, "In short", "概要");
        page.Open("ul", ("class", "answers"));
        for (var c = 0; c < comparison.Contenders.Count; c++)
        {
            page.Open("li").Open("div", ("class", "name"));
            ReportPage.Swatch(page, c);
            page.Open("div").Text(comparison.Contenders[c].Title);
            if (c == 0 && comparison.Contenders.Count > 1) page.Element("span", new LocalizedText("the others are measured against it", "作为对比基准"), ("class", "first"));
            page.Close().Close().Element("p", Sentences.For(comparison, c)).Close().Line();
        }
        page.Close().Element("p", Sentences.Confidence(comparison), ("class", "note")).Line();
    }
}
