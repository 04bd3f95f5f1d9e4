using System.Text.Json.Nodes;
using DigitalTwin.Numerics.Units;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Schema;

/// <summary>The recurring pieces of the schema.</summary>
internal static class SchemaParts
{
    public const string NamePattern = @"^[\p{L}\p{Nd}][\p{L}\p{Nd}._-]*$";

    private const string Number = @"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?";

    public static JsonObject Ref(string name, string? meaning = null)
    {
        var reference = new JsonObject { ["$ref"] = $"#/$defs/{name}" };
        if (meaning is not null) reference["description"] = meaning;
        return reference;
    }

    public static JsonObject Text(string meaning) => new() { ["type"] = "string", ["description"] = meaning };

    public static JsonObject Name(string meaning) => new() { ["type"] = new JsonArray("string", "integer"), ["pattern"] = NamePattern, ["maxLength"] = 80, ["description"] = meaning };

    public static JsonObject Block(string meaning, string[] required, JsonObject properties)
    {
        var block = new JsonObject { ["description"] = meaning, ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (required.Length > 0) block["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        return block;
    }

    public static JsonObject OneOrMore(JsonObject item, string meaning) => new()
    {
        ["description"] = meaning,
        ["anyOf"] = new JsonArray(item.DeepClone(), new JsonObject { ["type"] = "array", ["items"] = item }),
    };

    public static JsonObject LocalizedText() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string" },
            Block("A text in English and Chinese.", [], new() { ["en"] = Text("English."), ["zh"] = Text("Chinese.") })),
    };

    public static JsonObject Time() => new()
    {
        ["type"] = "string",
        ["description"] = $"A time: {Reading.TimeText.Forms}.",
        ["pattern"] = @"^\s*(start|end|\+.+|((day|第)\s*\d+\s*天?\s*,?\s*)?\d{1,2}:\d{2}(:\d{2})?|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*)\s*$",
        ["examples"] = new JsonArray("17:30", "day 2 06:00", "+90 min"),
    };

    public static JsonObject Assets() => OneOrMore(
        new() { ["type"] = "string", ["pattern"] = @"/|[*?]", ["description"] = "An id (water/pipe/P-1042) or a pattern (water/pipe/*)." },
        "An asset, a pattern, or a list of them.");

    /// <summary>
    /// A quantity: a number and a unit of the dimension by any of its names, or any compound unit (which only the reader takes apart).
    /// </summary>
    public static JsonObject Quantity(string units, string meaning)
    {
        var symbols = units.Split('|', StringSplitOptions.TrimEntries);
        var wanted = symbols.Select(Unit.Parse).ToList();
        var plain = wanted.Exists(unit => unit.Dimension == Dimension.None);
        var single = UnitTable.All.Where(u => u.Key != "1" && wanted.Exists(w => w.Dimension == u.Value.Dimension || (w.Symbol == "mH2O" && u.Value.Dimension == UnitTable.Length)))
            .Select(u => u.Key).Order(StringComparer.Ordinal);
        var names = string.Join('|', single.Append(@"[^\s\d.]\S*[/·*^()\d²³⁻ ].*").Append("1/.*"));
        var listed = wanted.SelectMany(w => UnitTable.Find(w.Dimension)?.Units ?? [w.Symbol]).Distinct();
        var schema = new JsonObject
        {
            ["type"] = plain ? new JsonArray("number", "string") : "string",
            ["description"] = $"{meaning} Units: {string.Join(", ", listed)}.",
            ["pattern"] = plain ? $@"^\s*{Number}\s*({names})?\s*$" : $@"^\s*{Number}\s*({names})\s*$",
        };
        return schema;
    }

    /// <summary>What a declared parameter takes.</summary>
    public static JsonObject Parameter(ParameterDeclaration declared, string? usual = null)
    {
        var meaning = declared.Meaning.En + (usual is null ? "" : $" Default: {usual}.");
        var schema = declared.Kind switch
        {
            ParameterKind.Quantity => Quantity(declared.Unit, meaning),
            ParameterKind.Number => Ranged(Quantity("1", meaning), declared),
            ParameterKind.Choice => new() { ["enum"] = new JsonArray([.. declared.Choices.Select(choice => (JsonNode)choice)]), ["description"] = meaning },
            ParameterKind.Flag => new() { ["type"] = "boolean", ["description"] = meaning },
            ParameterKind.Shares => new() { ["type"] = "object", ["minProperties"] = 1, ["additionalProperties"] = Share(), ["description"] = meaning },
            _ => Text(meaning),
        };
        return schema;
    }

    private static JsonObject Share()
    {
        // 0.4 as a number, 40 % as a text.
        var share = Quantity("1", "A share of the whole.");
        (share["minimum"], share["maximum"]) = (0, 1);
        return share;
    }

    private static JsonObject Ranged(JsonObject number, ParameterDeclaration declared)
    {
        if (double.IsFinite(declared.Minimum)) number["minimum"] = declared.Minimum;
        if (double.IsFinite(declared.Maximum)) number["maximum"] = declared.Maximum;
        return number;
    }
}
