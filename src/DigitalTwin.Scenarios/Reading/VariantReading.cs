using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Syntax;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>The <c>variants</c> block. Without one there is a single variant, <c>as-is</c>.</summary>
internal static class VariantReading
{
    private const int MostVariants = 200;

    /// <summary>What the variants change; events that were refused are known by their names alone.</summary>
    public sealed record Base(
        Period? Period, SyntaxNode? WeatherNode, WeatherSpec Weather, IReadOnlyDictionary<string, ParameterValue> Settings, IReadOnlyList<ScenarioEvent> Events, IReadOnlySet<string> Refused);

    public static List<Variant> Read(ReadingContext context, SyntaxNode? node, Base common)
    {
        var variants = new List<Variant>();
        if (node is MappingNode block)
        {
            if (block.Entries.Count > MostVariants) context.Error(block, $"There are {block.Entries.Count} variants; at most {MostVariants} are compared.");
            foreach (var (key, value) in block.Entries.Take(MostVariants))
            {
                if (context.Name(key, "a variant") is not { } name) continue;
                if (variants.Find(v => v.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } twin)
                    context.Error(key, $"The variants '{twin.Name}' and '{name}' differ only in the case of letters; folders of results could not tell them apart.");
                else variants.Add(One(context, name, value, common));
            }
        }
        else if (node is not null && node is not SequenceNode { Items.Count: 0 })
        {
            context.Error(node, $"'variants' must be a block of names, as in 'as-is: {{}}'; found {node.Kind}.");
        }
        if (variants.Count == 0) variants.Add(new() { Name = "as-is", Title = new("As is", "现状"), Weather = common.Weather, Settings = common.Settings });
        return variants;
    }

    private static Variant One(ReadingContext context, string name, SyntaxNode value, Base common)
    {
        var plain = new Variant { Name = name, Title = new(name), Weather = common.Weather, Settings = common.Settings };
        if (value is ScalarNode { IsEmpty: true }) return plain;
        if (Fields.Of(value, $"variant '{name}'", context) is not { } fields) return plain;
        var variant = plain with
        {
            Title = fields.Take("title") is { } title ? context.Localized(title, "title") ?? plain.Title : plain.Title,
            Without = fields.Take("without") is { } without ? Without(context, without, common) : [],
            Events = EventReading.ReadAll(context, fields.Take("events"), common.Period),
            Weather = fields.Take("weather") is { } weather ? Weather(context, weather, common) : common.Weather,
            Settings = SettingReading.Read(context, fields, common.Settings),
        };
        fields.Close();
        EventNames.Check(context, common.Events.Where(e => !variant.Without.Contains(e.Name)), variant.Events);
        return variant;
    }

    /// <summary>A variant's weather is the scenario's with the variant's keys laid over it, block by block.</summary>
    private static WeatherSpec Weather(ReadingContext context, SyntaxNode over, Base common) =>
        WeatherReading.Read(context, over is MappingNode block && common.WeatherNode is MappingNode below ? below.With(block) : over, common.Period);

    private static List<string> Without(ReadingContext context, SyntaxNode node, Base common)
    {
        var names = new List<string>();
        var known = common.Events.Select(e => e.Name).Where(n => n.Length > 0).Distinct().ToList();
        foreach (var item in ValueReading.Items(node))
        {
            if (context.Text(item, "without") is not { } name) continue;
            if (known.Contains(name)) names.Add(name);
            else if (!common.Refused.Contains(name))
            {
                context.Error(item, known.Count == 0
                    ? $"No event is named {item.Kind}; give the event a name, as in '{{ name: burst, at: … }}', to leave it out here."
                    : $"No event of the scenario is named {item.Kind}; named are {string.Join(", ", known)}.{NearestName.Hint(name, known)}");
            }
        }
        return names;
    }
}

/// <summary>Names of events: each names one event of the document (with all its occurrences).</summary>
internal static class EventNames
{
    public static void Check(ReadingContext context, IEnumerable<ScenarioEvent> common, IEnumerable<ScenarioEvent> more)
    {
        var lines = new Dictionary<string, (int Line, int Column)>(StringComparer.Ordinal);
        foreach (var e in common.Concat(more))
        {
            if (e.Name.Length == 0 || lines.TryAdd(e.Name, (e.Line, e.Column)) || lines[e.Name] == (e.Line, e.Column)) continue;
            context.Error(e.Line, e.Column, $"Two events are named '{e.Name}' (lines {lines[e.Name].Line} and {e.Line}); a variant that replaces an event leaves the first out with 'without: [{e.Name}]'.");
        }
    }
}
