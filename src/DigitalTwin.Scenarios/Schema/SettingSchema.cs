using System.Text.Json.Nodes;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Schema;

/// <summary>The properties of a domain's settings; dots in names become nested blocks.</summary>
internal static class SettingSchema
{
    public static JsonObject Of(ScenarioVocabulary vocabulary, string domain)
    {
        var top = new JsonObject();
        foreach (var setting in vocabulary.Settings.Where(s => s.Domain == domain))
        {
            var parts = setting.Parameter.Name.Split('.');
            var block = top;
            foreach (var part in parts[..^1])
            {
                block[part] ??= SchemaParts.Block($"Settings of '{part}'.", [], []);
                block = (JsonObject)block[part]!["properties"]!;
            }
            block[parts[^1]] = SchemaParts.Parameter(setting.Parameter, setting.Default);
        }
        return top;
    }
}
