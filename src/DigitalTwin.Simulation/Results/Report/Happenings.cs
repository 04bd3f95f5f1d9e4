using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Charts;
using DigitalTwin.Simulation.Results.Comparing;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>What happened: actions and warnings of the first replications, the foremost of them numbered as in the charts.</summary>
internal static class Happenings
{
    private const int MostMarks = 9, MostRows = 60, MostAlike = 3;

    /// <summary>The marks for the charts: actions first, then warnings, at most nine, in the order of time.</summary>
    public static IReadOnlyList<EventMark> MarksOf(Comparison comparison)
    {
        var chosen = All(comparison).Where(e => Rank(e.Kind) < 2).OrderBy(e => Rank(e.Kind)).ThenBy(e => e.Time).Take(MostMarks).OrderBy(e => e.Time);
        return [.. chosen.Select((e, i) => new EventMark(i + 1, e.Time, e.Text, e.Contenders))];
    }

    public static void Write(Markup page, Comparison comparison, IReadOnlyList<EventMark> marks)
    {
        var all = All(comparison);
        if (all.Count == 0) return;
        ReportPage.Heading(page, "What happened", "事件过程");
        page.Open("table", ("class", "events")).Open("tbody");
        var period = comparison.Contenders[0].Manifest.Period;
        foreach (var happening in all.OrderBy(e => Rank(e.Kind)).Take(MostRows).OrderBy(e => e.Time))
        {
            var mark = marks.FirstOrDefault(m => m.Time == happening.Time && m.Text == happening.Text);
            page.Open("tr").Open("td");
            if (mark is not null) page.Element("span", $"{mark.Number}", ("class", "number-disc"));
            page.Close().Element("td", ReportPage.Local(period, happening.Time), ("class", "time")).Element("td", happening.Text);
            page.Open("td", ("class", "note"));
            if (happening.Contenders.Count < comparison.Contenders.Count)
            {
                for (var i = 0; i < happening.Contenders.Count; i++) page.Text(i > 0 ? ", " : "").Text(comparison.Contenders[happening.Contenders[i]].Title);
            }
            page.Close().Close();
        }
        page.Close().Close();
        if (all.Count > MostRows)
            page.Element("p", new LocalizedText($"The foremost {MostRows} of {all.Count} entries; all are in log.jsonl.", $"共 {all.Count} 条记录，此处为其中 {MostRows} 条，其余见 log.jsonl。"), ("class", "note"));
    }

    private static List<Happening> All(Comparison comparison)
    {
        var found = new Dictionary<(double, string, string), Happening>();
        for (var c = 0; c < comparison.Contenders.Count; c++)
        {
            foreach (var entry in comparison.Contenders[c].Runs[0].Log)
            {
                var key = (entry.Time, entry.Kind, entry.Text.En);
                if (!found.TryGetValue(key, out var happening)) found[key] = happening = new(entry.Time, entry.Kind, entry.Text, []) { Asset = entry.AssetId };
                if (!happening.Contenders.Contains(c)) happening.Contenders.Add(c);
            }
        }
        return [.. Together(found.Values).OrderBy(e => e.Time)];
    }

    /// <summary>What is done to many assets at once is one line: a pattern of 200 lots would otherwise drive all else out of the list.</summary>
    private static IEnumerable<Happening> Together(IEnumerable<Happening> all) =>
        all.GroupBy(e => (e.Time, e.Kind, Sentence: Without(e), Contenders: string.Join(' ', e.Contenders))).SelectMany(alike => alike.Count() <= MostAlike ? alike : (IEnumerable<Happening>)[alike.First() with
        {
            Text = new($"{alike.First().Text.En} So {Plural.Of(alike.Count() - 1, "other")}.", $"{alike.First().Text.Zh}另有 {alike.Count() - 1} 处相同。"),
        }]);

    private static string Without(Happening e) => e.Asset is { Length: > 0 } asset ? e.Text.En.Replace(asset[(asset.LastIndexOf('/') + 1)..], "", StringComparison.Ordinal) : e.Text.En;

    private static int Rank(string kind) =>
        kind.StartsWith("action", StringComparison.Ordinal) ? 0 : kind.StartsWith("warning", StringComparison.Ordinal) ? 1 : 2;

    private sealed record Happening(double Time, string Kind, LocalizedText Text, List<int> Contenders)
    {
        public string? Asset { get; init; }
    }
}
