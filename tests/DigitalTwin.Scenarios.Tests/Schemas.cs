using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DigitalTwin.Scenarios.Schema;

namespace DigitalTwin.Scenarios.Tests;

public class Schemas
{
    private static readonly JsonNode Schema = JsonNode.Parse(ScenarioSchema.Write(AgreedVocabulary.Full))!;

    private static List<string> Errors(string yaml) => SchemaCheck.Errors(Schema, SchemaCheck.FromYaml(yaml), Schema);

    [Fact]
    public void The_schema_is_written_alike_every_time() =>
        Assert.Equal(ScenarioSchema.Write(AgreedVocabulary.Full), ScenarioSchema.Write(AgreedVocabulary.WithoutMap));

    [Fact]
    public void References_lead_somewhere_patterns_compile_and_properties_are_described()
    {
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", Schema["$schema"]!.GetValue<string>());
        foreach (var node in Nodes(Schema))
        {
            if (node["$ref"] is JsonValue reference) Assert.NotNull(Schema["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]);
            if (node["pattern"] is JsonValue pattern) Assert.NotNull(new Regex(pattern.GetValue<string>()));
            if (node["type"] is { } type) Assert.All(type is JsonArray several ? several.Select(t => t!.ToString()) : [type.ToString()], word => Assert.Contains(word, Types));
            if (node["properties"] is not JsonObject properties || node["type"]?.ToString() != "object") continue;
            Assert.All(properties, property => Assert.True(property.Value!["description"] is not null || property.Value["anyOf"] is not null, property.Key));
            if (node["required"] is JsonArray required) Assert.All(required, name => Assert.True(properties.ContainsKey(name!.ToString()), name.ToString()));
        }
    }

    [Fact]
    public void Every_action_parameter_setting_and_KPI_can_be_completed()
    {
        var e = Schema["$defs"]!["event"]!["properties"]!.AsObject();
        Assert.All(AgreedVocabulary.Full.Actions, action => Assert.True(e.ContainsKey(action.Name)));
        Assert.All(AgreedVocabulary.Full.Actions.SelectMany(action => action.Parameters), parameter => Assert.True(e.ContainsKey(parameter.Name)));
        Assert.NotNull(Schema["properties"]!["water"]!["properties"]!["demand-temperature"]!["properties"]!["slope"]);
        Assert.NotNull(Schema["$defs"]!["weather"]!["properties"]!["warning-lead"]);
        Assert.All(AgreedVocabulary.Full.Kpis, kpi => Assert.Contains($"\"const\":\"{kpi.Name}\"", Schema["properties"]!["kpis"]!.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_reader_takes_the_schema_takes() => Assert.Empty(Errors("""
        scenario: whole
        title: { en: "A: b", zh: 晚高峰 }
        question: What if?
        map: ../maps/x
        period: { start: 2025-07-08T06:00+08:00, duration: 24 h, step: 5 min, warm-up: 60 minutes }
        seed: 7
        weather: { climate: from map, storm: { kind: chicago, return-period: 50 a, duration: 3 h, peak: 39 %, begins: "17:00" }, temperature: { peak: 38 ℃ }, warning-lead: 2 h }
        water: { service-pressure: 0.14 MPa, demand-noise: 0.1, demand-temperature: { base: 20 degC, slope: 0.01 } }
        events:
          - { name: b, at: "17:30", burst: [ water/pipe/P-1042 ], opening: 120 mm }
          - { at: +2 h, until: day 2 05:00, every: day, close: water/valve/* }
          - { at: 08:00, tariff: true, price: 0.9 元/kWh }
          - { at: 08:00, fire: water/junction/J-1, flow: 60 m3/h }
          - { at: 08:00, set: water/valve/V-1, setting: 30 m }
        variants:
          as-is:
          other: { without: [ b ], weather: { storm: none }, events: [ { at: "18:00", set: water/pump/PU-1, speed: 0.9 } ], water: { service-pressure: 20 m } }
        replications: 3
        kpis: [ "water.*", weather.rain ]
        results: { interval: 15 min }
        """));

    [Theory]
    [InlineData("evnts: []")]
    [InlineData("events: [ { at: 17:30, burst: water/pipe/P-1 } ]")]
    [InlineData("events: [ { at: 17:30, burst: water/pipe/P-1, opening: 120 } ]")]
    [InlineData("events: [ { at: 17:30, burst: water/pipe/P-1, opening: 120 kg } ]")]
    [InlineData("events: [ { at: 17:30, burst: water/pipe/P-1, opening: 120 mm, flow: 3 L/s } ]")]
    [InlineData("events: [ { at: 17:30, open: water/pipe/P-1, close: water/pipe/P-1 } ]")]
    [InlineData("events: [ { at: tomorrow, open: water/pipe/P-1 } ]")]
    [InlineData("events: [ { at: 17:30, demand: water/junction/J-1, factor: 2, add: 3 L/s } ]")]
    [InlineData("kpis: [ water.unservd ]")]
    [InlineData("water: { service-pressure: 14 }")]
    [InlineData("seed: -1")]
    [InlineData("replications: 0")]
    [InlineData("variants: { ../x: {} }")]
    [InlineData("variants: { x: { evnts: [] } }")]
    [InlineData("weather: { storm: { kind: chikago } }")]
    public void What_the_schema_refuses_the_reader_refuses(string line)
    {
        var text = "scenario: x\nmap: m\nperiod: { start: 2025-07-08T06:00+08:00, duration: 24 h }\n" + line + "\n";
        Assert.NotEmpty(Errors(text));
        Assert.Null(Reading.Of(text).Scenario);
    }

    private static readonly string[] Types = ["object", "array", "string", "number", "integer", "boolean", "null"];

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject block => block.SelectMany(entry => Nodes(entry.Value)).Prepend(block),
        JsonArray list => list.SelectMany(Nodes),
        _ => [],
    };
}
