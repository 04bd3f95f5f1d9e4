namespace DigitalTwin.Scenarios.Tests;

public class A_scenario
{
    private const string Storm = """
        scenario: storm-at-the-evening-rush
        title: { en: A fifty-year storm at the evening rush, zh: 晚高峰五十年一遇暴雨 }
        map: ../maps/optics-valley
        period: { start: 2025-07-08T06:00+08:00, duration: 24 h, step: 5 min }
        seed: 20250708
        weather: { storm: { kind: chicago, return-period: 50 a, duration: 3 h, peak: 0.39, begins: "17:00" } }
        events:
          - { at: "17:30", burst: water/pipe/P-1042, opening: 120 mm }
          - { at: "17:00", until: "21:00", close: parking/lot/P-07 }
        variants:
          as-is: {}
          shared-lots: { events: [ { at: "16:30", share: parking/lot/*, with: public } ] }
        replications: 20
        kpis: [ water.unserved, weather.* ]
        """;

    [Fact]
    public void Says_what_the_document_says()
    {
        var scenario = Reading.Good(Storm);
        Assert.Equal("storm-at-the-evening-rush", scenario.Name);
        Assert.Equal("晚高峰五十年一遇暴雨", scenario.Title.In("zh"));
        Assert.Equal(new DateTimeOffset(2025, 7, 8, 6, 0, 0, TimeSpan.FromHours(8)), scenario.Period.Start);
        Assert.Equal((86400, 300, 20250708ul, 20), (scenario.Period.Duration, scenario.Period.Step, scenario.Seed, scenario.Replications));
        Assert.Equal(new DesignStorm(Hyetograph.Chicago, 11 * 3600, 3 * 3600, 50, null, 0.39), scenario.Weather.Storm);
        var burst = scenario.Events[0];
        Assert.Equal((11.5 * 3600, "water/pipe/P-1042", 0.12), (burst.At, burst.Targets.Single(), burst.Number("opening")));
        Assert.Equal(("parking", 15 * 3600.0), (scenario.Events[1].Action.Domain, scenario.Events[1].Until));
        Assert.Equal(["as-is", "shared-lots"], scenario.Variants.Select(v => v.Name));
        Assert.Equal(["parking/lot/P-07", "parking/lot/P-08"], scenario.Variants[1].Events.Single().Targets);
        Assert.Equal(["water.unserved", "weather.rain", "weather.warnings", "weather.temperature-max"], scenario.Kpis.Select(k => k.Name));
        Assert.Equal(900, scenario.RecordingInterval);
    }
}
