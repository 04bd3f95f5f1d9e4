using System.Text.Json.Nodes;
using DigitalTwin.Scenarios.Vocabulary;
using static DigitalTwin.Scenarios.Schema.SchemaParts;

namespace DigitalTwin.Scenarios.Schema;

/// <summary>The schema of an event: one action of the vocabulary, with the parameters that belong to it.</summary>
internal static class EventSchema
{
    public static JsonObject Of(ScenarioVocabulary vocabulary)
    {
        var properties = new JsonObject
        {
            ["name"] = Text("A name, by which a variant may leave the event out."),
            ["at"] = Ref("time", "When it happens."),
            ["until"] = Ref("time", "When it is undone; '+2 h' counts from 'at'."),
            ["every"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["const"] = "day" }, Quantity("s", "Interval of repetition.")), ["description"] = "Repeats it to the end of the period." },
        };
        var verbs = vocabulary.Actions.GroupBy(action => action.Name).ToList();
        foreach (var verb in verbs)
        {
            var meaning = string.Join(" ", verb.Select(action => action.Meaning.En).Distinct());
            var types = verb.SelectMany(action => action.TargetTypes).ToList();
            properties[verb.Key] = types.Count == 0
                ? new JsonObject { ["description"] = meaning, ["anyOf"] = new JsonArray(new JsonObject { ["const"] = true }, new JsonObject { ["type"] = "null" }) }
                : Ref("assets", $"{meaning} Takes {string.Join(", ", types)}.");
        }
        foreach (var parameter in vocabulary.Actions.SelectMany(action => action.Parameters).GroupBy(p => p.Name))
        {
            var forms = parameter.Select(p => Parameter(p)).DistinctBy(form => form.ToJsonString()).ToList();
            properties[parameter.Key] = forms.Count == 1 ? forms[0] : new JsonObject { ["anyOf"] = new JsonArray([.. forms]) };
        }
        var schema = Block("Something that happens: a time, one action with its assets, and the action's parameters.", ["at"], properties);
        schema["oneOf"] = new JsonArray([.. verbs.Select(verb => new JsonObject { ["required"] = new JsonArray(verb.Key) })]);
        schema["allOf"] = new JsonArray([.. verbs.Select(Rule)]);
        return schema;
    }

    /// <summary>If this action is taken, then only its own parameters may be there, and those that all its declarations require must.</summary>
    private static JsonObject Rule(IGrouping<string, ActionDeclaration> verb)
    {
        string[] common = verb.Any(action => action.TakesUntil) ? ["name", "at", "until", "every"] : ["name", "at", "every"];
        var keys = common.Append(verb.Key).Concat(verb.SelectMany(action => action.Parameters).Select(p => p.Name).Distinct());
        var required = verb.First().Parameters.Where(p => p.Required && p.OnlyFor.Count == 0).Select(p => p.Name)
            .Where(name => verb.All(action => action.Parameters.Any(p => p.Name == name && p.Required)));
        var then = new JsonObject { ["propertyNames"] = new JsonObject { ["enum"] = Words(keys) } };
        if (required.Any()) then["required"] = Words(required);
        if (verb.Count() == 1 && verb.First().OneOf is { Count: > 0 } groups)
            then["allOf"] = new JsonArray([.. groups.Select(group => new JsonObject { ["oneOf"] = new JsonArray([.. group.Select(name => new JsonObject { ["required"] = new JsonArray(name) })]) })]);
        return new() { ["if"] = new JsonObject { ["required"] = new JsonArray(verb.Key) }, ["then"] = then };
    }

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);
}
