using DigitalTwin.Scenarios.Syntax;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>The ids of assets that events of a document bring into the city, so that other events may name them, wherever they stand.</summary>
internal static class IntroducedAssets
{
    /// <summary>All of them.</summary>
    public static HashSet<string> In(SyntaxNode? root, ScenarioVocabulary vocabulary)
    {
        var verbs = vocabulary.Actions.Where(action => action.Introduces).Select(action => action.Name).ToHashSet(StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (verbs.Count > 0 && root is not null) Collect(root, verbs, found);
        return found;
    }

    private static void Collect(SyntaxNode node, HashSet<string> verbs, HashSet<string> found)
    {
        if (node is SequenceNode list)
            foreach (var item in list.Items) Collect(item, verbs, found);
        if (node is not MappingNode map) return;
        foreach (var (key, value) in map.Entries)
        {
            if (!verbs.Contains(key.Text)) Collect(value, verbs, found);
            else
                foreach (var item in ValueReading.Items(value))
                    if (item is ScalarNode { IsEmpty: false } scalar) found.Add(scalar.Text);
        }
    }
}
