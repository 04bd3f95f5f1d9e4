using DigitalTwin.Scenarios.Explanation;

namespace DigitalTwin.Scenarios.Tests;

public class Explanations
{
    private static readonly Scenario Burst = Reading.Good("""
        scenario: burst
        title: { en: A main bursts, zh: 主管爆裂 }
        question: { en: How much water is lost?, zh: 损失多少水？ }
        map: ../maps/small
        period: { start: 2025-07-08T06:00+08:00, duration: 24 h }
        water: { service-pressure: 16 m }
        events:
          - { name: burst, at: "08:00", burst: water/pipe/P-1001, opening: 100 mm }
        variants:
          never: { title: { en: Never isolated, zh: 不隔离 } }
          hour: { title: { en: Isolated after an hour, zh: 一小时后隔离 }, events: [ { at: "09:00", isolate: water/pipe/P-1001 } ] }
          storm: { without: [ burst ], weather: { storm: { return-period: 50 a, duration: 3 h, begins: "17:00" } }, water: { service-pressure: 20 m } }
        replications: 5
        kpis: [ water.unserved ]
        """);

    private static readonly ExchangeRow[] Exchanges =
        [new("weather.temperature", "°C", "weather", "water", new("this step", "本步"), new("each junction reads its district", "各节点取所在分区"))];

    private static string Text(string language) => TextOf(Burst, language);

    private static string TextOf(string variants, string language) =>
        TextOf(Reading.Good("scenario: share\nmap: m\nperiod: { start: 2025-07-08T06:00+08:00, duration: 24 h }\nvariants: " + variants), language);

    private static string TextOf(Scenario scenario, string language)
    {
        var writer = new StringWriter { NewLine = "\n" };
        ExplanationText.Write(ScenarioExplanation.Of(scenario, AgreedVocabulary.Full, Exchanges, 3 * 3600), writer, language);
        return writer.ToString();
    }

    [Fact]
    public void The_timeline_names_what_happens_when_and_in_which_variants()
    {
        var explanation = ScenarioExplanation.Of(Burst, AgreedVocabulary.Full, Exchanges, 3 * 3600);
        Assert.Equal(
            ["0 start", "7200 burst [burst] water/pipe/P-1001 opening 100 mm: never, hour", "10800 isolate water/pipe/P-1001: hour", "39600 storm begins 50 a, 3 h: storm", "50400 storm ends: storm", "86400 end"],
            explanation.Timeline.Select(row => string.Join(' ', new[] { $"{row.Time}", row.What.En, row.Assets, row.Details }.Where(t => t.Length > 0)) + (row.Variants.Count == 0 ? "" : ": " + string.Join(", ", row.Variants))));
    }

    [Fact]
    public void The_differences_say_what_each_variant_changes()
    {
        var explanation = ScenarioExplanation.Of(Burst, AgreedVocabulary.Full, Exchanges, 3 * 3600);
        Assert.Equal(
            [
                "never: as the scenario says", "hour: at 2025-07-08 09:00: isolate water/pipe/P-1001", "storm: without the event 'burst'",
                "storm: water.service-pressure = 20 mH2O (16 mH2O)", "storm: a storm of 50 a, 3 h, from 2025-07-08 17:00",
            ],
            explanation.Differences.Select(row => $"{row.Variant}: {row.Difference.En}"));
    }

    [Fact]
    public void A_repeated_event_is_told_once()
    {
        var scenario = Reading.Good("""
            scenario: x
            map: m
            period: { start: 2025-07-08T06:00+08:00, duration: 3 d }
            variants: { a: { events: [ { at: "23:00", until: +2 h, every: day, start: water/pump/PU-1 } ] } }
            """);
        Assert.Equal("at 2025-07-08 23:00 until 2025-07-09 01:00, 3 times, every 1 d: start water/pump/PU-1",
            Assert.Single(ScenarioExplanation.Of(scenario, AgreedVocabulary.Full, [], 0).Differences).Difference.En);
    }

    [Fact]
    public void Settings_are_told_with_their_defaults()
    {
        var settings = ScenarioExplanation.Of(Burst, AgreedVocabulary.Full, Exchanges, 3 * 3600).Settings;
        Assert.Contains(settings, row => row is { Key: "water.service-pressure", IsGiven: true } && row.Value.En == "16 mH2O");
        Assert.Contains(settings, row => row is { Key: "weather.warning-lead", IsGiven: false } && row.Value.En == "3 h");
        Assert.Equal(AgreedVocabulary.Full.Settings.Count, settings.Count);
    }

    [Fact]
    public void The_text_is_in_the_language_asked_for()
    {
        Assert.Contains("\n  09:00        +3:00   isolate        water/pipe/P-1001                  hour\n", Text("en"), StringComparison.Ordinal);
        Assert.Contains("\n  hour   一小时后隔离  2025-07-08 09:00：isolate water/pipe/P-1001\n", Text("zh"), StringComparison.Ordinal);
        Assert.Contains("2.875 d of simulated time for each replication instead of 3 d.", Text("en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "\nWhat is simulated once for several variants\n  Nothing: the 2 variants differ from the beginning, so that each is simulated by itself.\n  2 d of simulated time for each replication.\n")]
    [InlineData("zh", "\n多个方案共用的模拟时段\n  无：2 个方案自起始即不同，各自单独模拟。\n  每次重复模拟 2 d。\n")]
    public void Variants_that_differ_from_the_beginning_share_nothing_and_that_is_said(string language, string said) =>
        Assert.Contains(said, TextOf("{ a: { water: { service-pressure: 15 m } }, b: {} }", language), StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "\nWhat is simulated\n  One variant: 1 d of simulated time for each replication.\n")]
    [InlineData("zh", "\n模拟时段\n  单一方案：每次重复模拟 1 d。\n")]
    public void A_single_variant_has_nobody_to_share_with(string language, string said) => Assert.Contains(said, TextOf("{ a: {} }", language), StringComparison.Ordinal);

    [Fact]
    public void Variants_that_never_differ_are_simulated_once() =>
        Assert.Contains("  06:00 – 07-09 06:00: a, b\n  1 d of simulated time for each replication instead of 2 d.\n", TextOf("{ a: {}, b: {} }", "en"), StringComparison.Ordinal);

    [Fact]
    public void Chinese_characters_take_two_columns_so_that_tables_stay_straight()
    {
        var lines = Text("zh").Split('\n');
        var head = Array.FindIndex(lines, line => line.StartsWith("  方案", StringComparison.Ordinal));
        // The third column begins after two blanks, 'storm', two blanks, six characters of two columns each and two blanks.
        Assert.Equal(2 + 5 + 2 + 12 + 2, Columns(lines[head][..lines[head].IndexOf("变化", StringComparison.Ordinal)]));
        Assert.Equal(2 + 5 + 2 + 12 + 2, Columns(lines[head + 3][..lines[head + 3].IndexOf("2025", StringComparison.Ordinal)]));
    }

    private static int Columns(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);
}
