using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigitalTwin.Scenarios.Vocabulary;
using static DigitalTwin.Scenarios.Schema.SchemaParts;

namespace DigitalTwin.Scenarios.Schema;

/// <summary>
/// The JSON Schema (draft 2020-12) of scenarios, written from the vocabulary, for completion and hints in an editor. It is laxer than the reader, which
/// knows the map, the clock and every unit; what the schema refuses, the reader refuses too.
/// </summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema's text, ending in a line feed; the same vocabulary gives the same text.</summary>
    public static string Write(ScenarioVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var properties = new JsonObject
        {
            ["scenario"] = Name("Name of the scenario and of its folder of results."),
            ["title"] = Ref("text", "Title, in English and Chinese."),
            ["question"] = Ref("text", "The question that the scenario answers."),
            ["answer"] = Ref("text", "Where in the report to look for the answer."),
            ["map"] = Text("Folder of the map, relative to this file."),
            ["period"] = Period(),
            ["seed"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["default"] = 1, ["description"] = "Seed of all randomness; the variants share it." },
            ["weather"] = Ref("weather", "Climate, storm, temperature; without it, the map's climate."),
            ["events"] = Events("What happens in every variant."),
        };
        Settings(properties, vocabulary);
        properties["variants"] = new JsonObject
        {
            ["description"] = "Named sets of changes; without any, one variant 'as-is'.",
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = NamePattern },
            ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, Ref("variant")) },
        };
        properties["replications"] = new JsonObject
        {
            ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 10_000, ["default"] = 1, ["description"] = "Runs of each variant with other random numbers.",
        };
        properties["kpis"] = Kpis(vocabulary);
        properties["results"] = Block("What is recorded.", [], new() { ["interval"] = Quantity("s", "Interval of recording; a whole number of steps.") });

        var schema = Block("A what-if scenario of DigitalTwin.", ["scenario", "map", "period"], properties);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Scenario");
        schema["$defs"] = new JsonObject
        {
            ["text"] = LocalizedText(),
            ["time"] = Time(),
            ["assets"] = Assets(),
            ["weather"] = WeatherSchema.Of(vocabulary),
            ["event"] = EventSchema.Of(vocabulary),
            ["variant"] = Variant(vocabulary),
        };
        return schema.ToJsonString(Format) + "\n";
    }

    private static JsonObject Period() => Block("What is simulated.", ["duration"], new()
    {
        ["start"] = new JsonObject
        {
            ["type"] = "string", ["pattern"] = @"^\s*world\s*$|^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$",
            ["description"] = "First instant, with the offset of the clock; without it, or 'world', the instant of the world that the scenario is run from.",
            ["examples"] = new JsonArray("2025-07-08T06:00+08:00", "world"),
        },
        ["duration"] = Quantity("s", "Length; a whole number of steps."),
        ["step"] = Quantity("s", "Coupling interval; 5 min unless given."),
        ["warm-up"] = Quantity("s", "Simulated before the start without being counted."),
    });

    private static JsonObject Events(string meaning) => new() { ["description"] = meaning, ["type"] = "array", ["items"] = Ref("event") };

    private static JsonObject Variant(ScenarioVocabulary vocabulary)
    {
        var properties = new JsonObject
        {
            ["title"] = Ref("text", "Title, in English and Chinese."),
            ["without"] = OneOrMore(Text("Name of an event to leave out."), "Names of the scenario's events that this variant leaves out."),
            ["events"] = Events("What happens only in this variant."),
            ["weather"] = Ref("weather", "Laid over the scenario's weather, key by key."),
        };
        Settings(properties, vocabulary);
        return Block("Changes to the scenario.", [], properties);
    }

    /// <summary>A block for each domain's settings but the weather's, whose settings stand among its other keys.</summary>
    private static void Settings(JsonObject properties, ScenarioVocabulary vocabulary)
    {
        foreach (var domain in Reading.SettingReading.Domains(vocabulary).Where(d => d != "weather"))
            properties[domain] = Block($"Settings of the domain '{domain}'.", [], SettingSchema.Of(vocabulary, domain));
    }

    private static JsonObject Kpis(ScenarioVocabulary vocabulary)
    {
        var names = vocabulary.Kpis.Select(kpi => (JsonNode)new JsonObject { ["const"] = kpi.Name, ["description"] = $"{kpi.Definition.En} ({kpi.Unit})" });
        var pattern = new JsonObject { ["type"] = "string", ["pattern"] = @"[*?]", ["description"] = "A pattern such as water.*" };
        return OneOrMore(new() { ["anyOf"] = new JsonArray([.. names, pattern]) }, "What is measured; all unless given.");
    }
}
