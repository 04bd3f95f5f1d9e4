using System.Text.Json.Nodes;
using DigitalTwin.Scenarios.Vocabulary;
using static DigitalTwin.Scenarios.Schema.SchemaParts;

namespace DigitalTwin.Scenarios.Schema;

/// <summary>The schema of the weather block. A variant's block may be incomplete (it is laid over the scenario's), so nothing is required.</summary>
internal static class WeatherSchema
{
    public static JsonObject Of(ScenarioVocabulary vocabulary)
    {
        var properties = new JsonObject
        {
            ["climate"] = Text("An EPW file beside this document or in the map's folder, or 'from map'."),
            ["storm"] = OrNone("A design storm, or 'none'.", Block("A design storm.", [], new()
            {
                ["kind"] = new JsonObject { ["enum"] = new JsonArray("chicago", "block"), ["default"] = "chicago", ["description"] = "How the depth is spread over the duration." },
                ["return-period"] = Quantity("a", "Mean time between storms at least as deep, as in '50 a'; or give 'depth'."),
                ["depth"] = Quantity("m", "Rain in all, as in '120 mm'; or give 'return-period'."),
                ["duration"] = Quantity("s", "How long it lasts."),
                ["peak"] = Quantity("1", "Share of the duration before the peak; the city's own unless given."),
                ["begins"] = Ref("time", "When it begins."),
                ["formula"] = Text("Intensity formula: an id such as wuhan-2020, or a city; the map's city unless given."),
            })),
            ["temperature"] = OrNone("A change of air temperature, or 'none'.", Block("Either 'peak' or 'offset'.", [], new()
            {
                ["peak"] = Quantity("degC", "What every day of the period peaks at, as in '38 degC'."),
                ["offset"] = Quantity("K", "Added all the time, as in '+3 K'."),
            })),
            ["stations"] = OrNone("What differs at single stations, by asset id.", new()
            {
                ["type"] = "object",
                ["additionalProperties"] = Block("One station.", [], new()
                {
                    ["temperature-offset"] = Quantity("K", "Added to its air temperature."),
                    ["rain-factor"] = Quantity("1", "Multiplies its rain."),
                    ["wind-factor"] = Quantity("1", "Multiplies its wind speed."),
                }),
            }),
        };
        foreach (var (key, schema) in SettingSchema.Of(vocabulary, "weather").ToList()) properties[key] = schema?.DeepClone();
        return Block("The weather.", [], properties);
    }

    private static JsonObject OrNone(string meaning, JsonObject schema) =>
        new() { ["description"] = meaning, ["anyOf"] = new JsonArray(new JsonObject { ["const"] = "none" }, schema) };
}
