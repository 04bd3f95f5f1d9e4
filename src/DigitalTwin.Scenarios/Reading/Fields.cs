using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Syntax;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>
/// The keys of one block while it is read: hands out values, remembers what was asked for, and in the end tells which keys nobody knew.
/// </summary>
internal sealed class Fields
{
    private readonly MappingNode node;
    private readonly ReadingContext context;
    private readonly List<string> accepted = [];
    private readonly string where;

    private Fields(MappingNode node, string where, ReadingContext context) => (this.node, this.where, this.context) = (node, where, context);

    public MappingNode Node => node;

    /// <summary>Opens a block, or reports that something else stands there.</summary>
    public static Fields? Of(SyntaxNode node, string where, ReadingContext context)
    {
        if (node is MappingNode mapping) return new(mapping, where, context);
        context.Error(node, $"{Capital(where)} must be a block of keys; found {node.Kind}.");
        return null;
    }

    /// <summary>The value of a key, null when it is not there or holds nothing.</summary>
    public SyntaxNode? Take(string key)
    {
        Accept([key]);
        return node.Find(key) is { } value and not ScalarNode { IsEmpty: true } ? value : null;
    }

    /// <summary>The value of a key that must be there.</summary>
    public SyntaxNode? Require(string key, string example)
    {
        var value = Take(key);
        if (value is null) context.Error((SyntaxNode?)node.Entries.FirstOrDefault(e => e.Key.Text == key).Key ?? node, $"{Capital(where)} needs '{key}', as in '{key}: {example}'.");
        return value;
    }

    /// <summary>Also knows these keys; somebody else reads them.</summary>
    public void Accept(IEnumerable<string> keys) => accepted.AddRange(keys.Where(key => !accepted.Contains(key)));

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Close()
    {
        foreach (var (key, value) in node.Entries)
        {
            if (accepted.Contains(key.Text)) continue;
            var hint = key.Text == "<<"
                ? " Blocks are not merged here; repeat the keys."
                : NearestName.Of(key.Text, accepted) is { } near ? $" Did you mean '{near}'?"
                // { en: One, two } is a text 'One' and a key 'two' without a value.
                : value is ScalarNode { IsEmpty: true } && key.Text.Contains(' ') ? " If it belongs to the text before it, put that text in quotes."
                : "";
            context.Error(key, $"'{key.Shortened}' is no key of {where}; accepted: {string.Join(", ", accepted)}.{hint}");
        }
    }

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
