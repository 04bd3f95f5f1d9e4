using DigitalTwin.Scenarios.Syntax;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>The blocks of the domains' settings, as <c>water: { service-pressure: 14 m }</c>; a dot in a declared name is a nested block.</summary>
internal static class SettingReading
{
    /// <summary>The one domain whose block in a scenario is not all settings.</summary>
    private const string WeatherDomain = "weather";

    /// <summary>The keys of settings inside the weather block.</summary>
    public static IEnumerable<string> WeatherKeys(ScenarioVocabulary vocabulary) =>
        vocabulary.Settings.Where(s => s.Domain == WeatherDomain).Select(s => Head(s.Parameter.Name)).Distinct();

    /// <summary>The domains that declare settings: keys of a scenario and of a variant.</summary>
    public static IReadOnlyList<string> Domains(ScenarioVocabulary vocabulary) =>
        [.. vocabulary.Settings.Select(s => s.Domain).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Reads the settings of all domains in a scenario or variant, over those given already.</summary>
    public static Dictionary<string, ParameterValue> Read(ReadingContext context, Fields fields, IReadOnlyDictionary<string, ParameterValue>? below = null)
    {
        var values = below is null ? new(StringComparer.Ordinal) : new Dictionary<string, ParameterValue>(below, StringComparer.Ordinal);
        foreach (var domain in Domains(context.Vocabulary))
        {
            if (fields.Take(domain) is { } node)
                Block(context, node, domain, [.. context.Vocabulary.Settings.Where(s => s.Domain == domain)], "", values);
        }
        return values;
    }

    private static void Block(
        ReadingContext context, SyntaxNode node, string domain, List<SettingDeclaration> declared, string prefix, Dictionary<string, ParameterValue> values)
    {
        var where = prefix.Length > 0 ? $"'{domain}.{prefix.TrimEnd('.')}'" : domain == WeatherDomain ? "the weather" : $"'{domain}'";
        if (Fields.Of(node, where, context) is not { } fields) return;
        foreach (var group in declared.GroupBy(setting => Head(setting.Parameter.Name[prefix.Length..])))
        {
            if (fields.Take(group.Key) is not { } value) continue;
            var leaf = group.FirstOrDefault(setting => setting.Parameter.Name == prefix + group.Key);
            if (leaf is null) Block(context, value, domain, [.. group], $"{prefix}{group.Key}.", values);
            else if (context.Parameter(value, leaf.Key, leaf.Parameter) is { } read) values[leaf.Key] = read;
        }
        // The weather block holds more than settings; its own reader tells which keys nobody knows.
        if (domain != WeatherDomain || prefix.Length > 0) fields.Close();
    }

    private static string Head(string name) => name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? name[..dot] : name;
}
