using DigitalTwin.Numerics.Text;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Scenarios.Explanation;

/// <summary>An explanation as text for a terminal, in English or Chinese.</summary>
public static class ExplanationText
{
    /// <summary>Writes it.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="language"><c>zh</c>, or anything else for English.</param>
    public static void Write(ScenarioExplanation explanation, TextWriter writer, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(writer);
        var zh = language == "zh";
        string Say(string en, string chinese) => zh ? chinese : en;
        void Section(string en, string chinese)
        {
            writer.WriteLine();
            writer.WriteLine(Say(en, chinese));
        }

        var scenario = explanation.Scenario;
        Head(scenario, writer, language, Say);

        Section("Timeline", "时间线");
        var timeline = new TextTable(Say("clock", "时刻"), Say("after", "历时"), Say("what", "事项"), Say("assets", "资产"), Say("with", "参数"), Say("in variants", "方案"));
        foreach (var row in explanation.Timeline)
        {
            var who = row.Variants.Count == 0 ? "" : row.Variants.Count == scenario.Variants.Count ? Say("all", "全部") : string.Join(", ", row.Variants);
            timeline.Add(Clock(scenario.Period, row.Time), Span(row.Time), row.What.In(language), row.Assets, row.Details, who);
        }
        timeline.Write(writer);

        Section("Variants: what each changes", "各方案的差别");
        var differences = new TextTable(Say("variant", "方案"), Say("title", "名称"), Say("change", "变化"));
        var told = "";
        foreach (var row in explanation.Differences)
        {
            var title = scenario.Variants.First(v => v.Name == row.Variant).Title.In(language);
            differences.Add(row.Variant == told ? "" : row.Variant, row.Variant == told || title == row.Variant ? "" : title, row.Difference.In(language));
            told = row.Variant;
        }
        differences.Write(writer);

        SharedText.Write(explanation, writer, language);

        if (explanation.Settings.Count > 0)
        {
            Section("Settings", "参数设置");
            var settings = new TextTable(Say("setting", "参数"), Say("value", "取值"), "", Say("meaning", "含义"));
            foreach (var row in explanation.Settings)
                settings.Add(row.Key, row.Value.In(language), row.IsGiven ? Say("given", "已给定") : Say("default", "默认"), row.Meaning.In(language));
            settings.Write(writer);
        }

        Section("Measured", "评价指标");
        var kpis = new TextTable("KPI", Say("unit", "单位"), Say("better", "优劣"), Say("definition", "定义"));
        foreach (var kpi in scenario.Kpis)
        {
            var better = kpi.Direction switch
            {
                Vocabulary.KpiDirection.Less => Say("less", "越小越好"), Vocabulary.KpiDirection.More => Say("more", "越大越好"), _ => Say("-", "—"),
            };
            kpis.Add(kpi.Name, kpi.Unit, better, kpi.Definition.In(language));
        }
        kpis.Write(writer);

        if (explanation.Exchanges.Count == 0) return;
        Section("What the domains exchange", "各领域之间交换的量");
        var exchanges = new TextTable(Say("quantity", "量"), Say("unit", "单位"), Say("from", "提供方"), Say("to", "使用方"), Say("of", "时刻"), Say("how", "方式"));
        foreach (var row in explanation.Exchanges)
            exchanges.Add(row.Quantity, row.Unit, row.From, row.To, row.Moment.In(language), row.Interpolation.In(language));
        exchanges.Write(writer);
    }

    private static void Head(Scenario scenario, TextWriter writer, string language, Func<string, string, string> say)
    {
        writer.WriteLine(scenario.Title.In(language));
        if (scenario.Question is { } question) writer.WriteLine(question.In(language).TrimEnd());
        if (scenario.Answer is { } answer) writer.WriteLine(answer.In(language).TrimEnd());
        writer.WriteLine();
        var period = scenario.Period;
        var table = new (string Name, string Value)[]
        {
            (say("scenario", "情景"), scenario.Name),
            (say("map", "地图"), Path.GetFileName(scenario.MapFolder.TrimEnd('/', '\\'))),
            (say("period", "时段"), $"{period.Start:yyyy-MM-dd HH:mm zzz} – {period.End:yyyy-MM-dd HH:mm zzz} ({new Quantity(period.Duration, UnitTable.Time)})"),
            (say("step", "步长"), new Quantity(period.Step, UnitTable.Time).ToString()),
            (say("recorded every", "记录间隔"), new Quantity(scenario.RecordingInterval, UnitTable.Time).ToString()),
            (say("seed", "随机种子"), scenario.Seed.ToString()),
            (say("runs", "运行次数"), say($"{Plural.Of(scenario.Variants.Count, "variant")} × {Plural.Of(scenario.Replications, "replication")}", $"{scenario.Variants.Count} 个方案 × {scenario.Replications} 次重复")),
        };
        var width = table.Max(row => TextTable.Width(row.Name));
        foreach (var (name, value) in table) writer.WriteLine($"  {name}{new string(' ', width - TextTable.Width(name) + 2)}{value}");
    }

    /// <summary>A time on the clock, with its day where there are several.</summary>
    internal static string Clock(Period period, double time) =>
        period.At(time).ToString(period.Duration > 86400 || period.At(time).Date != period.Start.Date ? "MM-dd HH:mm" : "HH:mm");

    /// <summary>Hours and minutes since the start: <c>+11:30</c>.</summary>
    private static string Span(double seconds)
    {
        var minutes = (long)Math.Round(Math.Abs(seconds) / 60);
        return $"{(seconds < 0 ? '-' : '+')}{minutes / 60}:{minutes % 60:00}";
    }
}
