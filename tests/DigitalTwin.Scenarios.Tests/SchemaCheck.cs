using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace DigitalTwin.Scenarios.Tests;

/// <summary>As much of a JSON Schema validator as our schema uses; an unknown keyword fails, so that none is silently ignored.</summary>
internal static class SchemaCheck
{
    private static readonly string[] Remarks = ["$schema", "title", "description", "default", "examples", "$defs"];

    /// <summary>What does not conform, each with its path; empty when all does.</summary>
    public static List<string> Errors(JsonNode schema, JsonNode? value, JsonNode root, string path = "")
    {
        var errors = new List<string>();
        if (schema is JsonValue always) return always.GetValue<bool>() ? errors : [$"{path}: nothing is allowed here"];
        foreach (var (keyword, rule) in schema.AsObject())
        {
            switch (keyword)
            {
                case "$ref":
                    errors.AddRange(Errors(root["$defs"]![rule!.GetValue<string>()["#/$defs/".Length..]]!, value, root, path));
                    break;
                case "type":
                    var types = rule is JsonArray several ? several.Select(t => t!.GetValue<string>()) : [rule!.GetValue<string>()];
                    if (!types.Any(type => Is(value, type))) errors.Add($"{path}: {value?.ToJsonString() ?? "null"} is no {rule!.ToJsonString()}");
                    break;
                case "enum":
                    if (!rule!.AsArray().Any(option => JsonNode.DeepEquals(option, value))) errors.Add($"{path}: {value?.ToJsonString()} is not among {rule.ToJsonString()}");
                    break;
                case "const":
                    if (!JsonNode.DeepEquals(rule, value)) errors.Add($"{path}: {value?.ToJsonString()} is not {rule!.ToJsonString()}");
                    break;
                case "pattern":
                    if (Text(value) is { } text && !Regex.IsMatch(text, rule!.GetValue<string>())) errors.Add($"{path}: '{text}' does not match {rule}");
                    break;
                case "maxLength":
                    if (Text(value) is { } length && length.Length > rule!.GetValue<int>()) errors.Add($"{path}: too long");
                    break;
                case "minimum":
                    if (Number(value) is { } low && low < rule!.GetValue<double>()) errors.Add($"{path}: {low} is below {rule}");
                    break;
                case "maximum":
                    if (Number(value) is { } high && high > rule!.GetValue<double>()) errors.Add($"{path}: {high} is above {rule}");
                    break;
                case "required":
                    if (value is JsonObject filled)
                        errors.AddRange(rule!.AsArray().Where(name => !filled.ContainsKey(name!.GetValue<string>())).Select(name => $"{path}: '{name}' is missing"));
                    break;
                case "properties":
                    if (value is JsonObject block)
                        foreach (var (key, item) in block.Where(e => rule![e.Key] is not null)) errors.AddRange(Errors(rule![key]!, item, root, $"{path}/{key}"));
                    break;
                case "additionalProperties":
                    if (value is JsonObject open)
                        foreach (var (key, item) in open.Where(e => schema["properties"]?[e.Key] is null)) errors.AddRange(Errors(rule!, item, root, $"{path}/{key}"));
                    break;
                case "propertyNames":
                    if (value is JsonObject names) foreach (var (key, _) in names) errors.AddRange(Errors(rule!, JsonValue.Create(key), root, $"{path}/{key}"));
                    break;
                case "items":
                    if (value is JsonArray list) for (var i = 0; i < list.Count; i++) errors.AddRange(Errors(rule!, list[i], root, $"{path}/{i}"));
                    break;
                case "anyOf":
                    if (rule!.AsArray().All(option => Errors(option!, value, root).Count > 0)) errors.Add($"{path}: {value?.ToJsonString()} fits none of the alternatives");
                    break;
                case "oneOf":
                    var fitting = rule!.AsArray().Count(option => Errors(option!, value, root).Count == 0);
                    if (fitting != 1) errors.Add($"{path}: fits {fitting} of the alternatives");
                    break;
                case "allOf":
                    foreach (var part in rule!.AsArray()) errors.AddRange(Errors(part!, value, root, path));
                    break;
                case "if":
                    if (Errors(rule!, value, root).Count == 0) errors.AddRange(Errors(schema["then"]!, value, root, path));
                    break;
                case "then":
                    break;
                default:
                    Assert.Contains(keyword, Remarks);
                    break;
            }
        }
        return errors;
    }

    /// <summary>YAML as the JSON that an editor would hold against a schema (YAML 1.2: 17:30 is a text).</summary>
    public static JsonNode? FromYaml(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return Convert(stream.Documents[0].RootNode);
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Convert(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain => Plain(plain.Value ?? ""),
        YamlScalarNode quoted => JsonValue.Create(quoted.Value),
        _ => null,
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    private static string? Text(JsonNode? value) => value is JsonValue one && one.TryGetValue<string>(out var text) ? text : null;

    private static double? Number(JsonNode? value) =>
        value is JsonValue one ? one.TryGetValue<long>(out var whole) ? whole : one.TryGetValue<double>(out var number) ? number : null : null;

    private static bool Is(JsonNode? value, string type) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "null" => value is null,
        "string" => Text(value) is not null,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && number == Math.Floor(number),
        "boolean" => value is JsonValue flag && flag.TryGetValue<bool>(out _),
        _ => false,
    };
}
